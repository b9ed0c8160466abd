import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, ConnectionLost } from './client.ts';
import { noteLost } from './revision.ts';

function watch(error: unknown): void {
  if (error instanceof ConnectionLost) noteLost(true);
}

/** A refusal is an answer: asking again gives the same. Only a failing server is asked once more. */
function retry(failures: number, error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 503 && failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch, onSuccess: () => noteLost(false) }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      // Keyed by the data's version: what was answered stays true, so nothing is asked twice.
      queries: { staleTime: Number.POSITIVE_INFINITY, retry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
