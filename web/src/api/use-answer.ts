import {
  keepPreviousData,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { noteRevision, useRevision } from './revision.ts';

/**
 * Ask a question of the data. The key is [name, request, revision]: the same question on the same
 * version is asked once; a newer version is noticed and asked anew. The old answer stays on screen
 * while the new one loads (`isPlaceholderData`).
 * `request` undefined = nothing to ask yet. It must be plain JSON.
 */
export function useAnswer<R, A extends { readonly revision?: number | undefined }>(
  name: string,
  request: R | undefined,
  ask: (request: R, signal: AbortSignal) => Promise<A>,
): UseQueryResult<A> {
  const revision = useRevision();
  const client = useQueryClient();
  return useQuery({
    queryKey: [name, request, revision],
    enabled: request !== undefined && revision !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await ask(request as R, signal);
      if (answer.revision !== undefined && answer.revision !== revision) {
        client.setQueryData([name, request, answer.revision], answer);
        noteRevision(answer.revision);
      }
      return answer;
    },
  });
}
