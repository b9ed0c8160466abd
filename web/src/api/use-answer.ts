import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { noteRevision, useRevision } from './revision.ts';

const always = () => true;

/**
 * Ask a question of the data. The key is [name, request, revision]: the same question on the same
 * version is asked once; a newer version is noticed and asked anew. The old answer stays on screen
 * while the new one loads (`isPlaceholderData`), unless `keep` says that it belongs to something else.
 * `request` undefined = nothing to ask yet. It must be plain JSON.
 */
export function useAnswer<R, A extends object>(
  name: string,
  request: R | undefined,
  ask: (request: R, signal: AbortSignal) => Promise<A>,
  keep: (old: A) => boolean = always,
): UseQueryResult<A> {
  const revision = useRevision();
  const client = useQueryClient();
  return useQuery<A>({
    queryKey: [name, request, revision],
    enabled: request !== undefined && revision !== undefined,
    placeholderData: ((old: A | undefined) => (old && keep(old) ? old : undefined)) as never,
    queryFn: async ({ signal }) => {
      const answer = await ask(request as R, signal);
      const told = 'revision' in answer ? answer.revision : undefined;
      if (typeof told === 'number' && told !== revision) {
        client.setQueryData([name, request, told], answer);
        noteRevision(told);
      }
      return answer;
    },
  });
}
