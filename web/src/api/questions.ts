/** The questions that the screens ask, one hook each. `undefined` in place of a request asks nothing. */
import type { Question, ViewRequest } from '@msp-impact/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from './client.ts';
import { useAnswer } from './use-answer.ts';

/** First 200 rows; `useAllRows` fetches the rest. */
export const useImpact = (question: Question | undefined) =>
  useAnswer('impact', question && { question }, api.impact);

export const useGraphView = (request: ViewRequest | undefined) =>
  useAnswer('view', request, api.view);

/** What was said of another node never stands in for this one. */
export const useExplanation = (question: Question, id: string | undefined) =>
  useAnswer(
    'explain',
    id === undefined ? undefined : { question, id },
    api.explain,
    (old) => old.id === id,
  );

export const useNode = (id: string | undefined) =>
  useAnswer(
    'node',
    id === undefined ? undefined : { id },
    async (request) => {
      // The item's own revision is no version of the graph: it must not be taken for one.
      const { revision: itemRevision, ...rest } = await api.node(request.id);
      return { ...rest, itemRevision };
    },
    (old) => old.item.id === id,
  );

export const useDependency = (id: string | undefined) =>
  useAnswer(
    'dependency',
    id === undefined ? undefined : { id },
    async (request) => {
      const { revision: itemRevision, item } = await api.dependency(request.id);
      return { item, itemRevision };
    },
    (old) => old.item.id === id,
  );

/** Several links with their evidence, for the list of sources. */
export const useDependencies = (ids: readonly string[] | undefined) =>
  useAnswer('dependencies', ids && { ids }, async (request) => {
    const answers = await Promise.all(request.ids.map((id) => api.dependency(id)));
    return { items: answers.map((answer) => answer.item) };
  });

/** Suppliers and products together, worst first: what a buyer can do something about. */
export const useRank = (query: { readonly top: number }) =>
  useAnswer('rank', query, ({ top }, signal) =>
    api.rank({ kind: ['supplier', 'product'], top }, signal),
  );

export const useReach = (
  id: string | undefined,
  direction: 'upstream' | 'downstream',
  depth?: number,
) =>
  useAnswer(
    'reach',
    id === undefined ? undefined : { id, direction, depth },
    (request) => api.reach(request.id, request.direction, request.depth),
    (old) => old.id === id,
  );

const PATH_LIMIT = 50;
export const usePaths = (from: string | undefined, to: string | undefined) =>
  useAnswer(
    'paths',
    from !== undefined && to !== undefined ? { from, to } : undefined,
    (request) => api.paths(request.from, request.to, PATH_LIMIT),
    () => false,
  );

/** Which one alone, and which two together, push the target down. Can take seconds: ask on demand. */
export const useCutSets = (target: string | undefined) =>
  useAnswer(
    'cut-sets',
    target === undefined ? undefined : { target },
    (request) => api.cutSets(request.target, 2),
    (old) => old.target === target,
  );

export const useSearchNodes = (text: string) =>
  useAnswer('search', text.trim() === '' ? undefined : { text: text.trim() }, (request, signal) =>
    api.search(request.text, signal),
  );

export const useSamples = () => useQuery({ queryKey: ['samples'], queryFn: () => api.samples() });
