/** Parties that may be one, how good the data is, what nobody knows, saved what-ifs. */
import type {
  ApartEntry,
  Asked,
  AskedRequest,
  DuplicatesAnswer,
  MergeAnswer,
  MergeOne,
  NewWhatIf,
  QualityAnswer,
  SavedWhatIf,
  WhatIfAnswer,
  WhatIfHead,
  WhatIfList,
  WorkListAnswer,
} from '@msp-impact/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './client.ts';
import { noteRevision, useRevision } from './revision.ts';
import { useAnswer } from './use-answer.ts';

const id = encodeURIComponent;
const LISTED = { limit: 1000 };
const [DUPLICATES, QUALITY, WORK, WHAT_IFS] = [
  'duplicates',
  'quality',
  'work-list',
  'saved-what-ifs',
];

export const useDuplicates = () =>
  useAnswer(DUPLICATES, LISTED, (query, signal) =>
    call<DuplicatesAnswer>('/parties/duplicates', { query, signal }),
  );
export const useQuality = () =>
  useAnswer(QUALITY, {}, (_, signal) => call<QualityAnswer>('/quality', { signal }));
export const useWorkList = () =>
  useAnswer(WORK, LISTED, (query, signal) =>
    call<WorkListAnswer>('/quality/work-list', { query, signal }),
  );

/** `ifRevision`: the version for which the moves were shown. */
export function useMerge() {
  const client = useQueryClient();
  return {
    /** Shows what would move; nothing is written. */
    look: useMutation({
      mutationFn: (merges: readonly MergeOne[]) =>
        call<MergeAnswer>('/parties/merge', { method: 'POST', body: { merges, dryRun: true } }),
    }),
    merge: useMutation({
      mutationFn: (body: { merges: readonly MergeOne[]; ifRevision: number }) =>
        call<MergeAnswer>('/parties/merge', { method: 'POST', body }),
      onSuccess: ({ revision }) => noteRevision(revision),
      onSettled: () => client.invalidateQueries({ queryKey: [DUPLICATES] }),
    }),
  };
}

/** Neither changes the graph, nor its version: the answers about it are asked again. */
export function useApart() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([DUPLICATES, QUALITY].map((key) => client.invalidateQueries({ queryKey: [key] })));
  return {
    hold: useMutation({
      mutationFn: (members: readonly string[]) =>
        call<ApartEntry>('/parties/apart', { method: 'POST', body: { members } }),
      onSettled,
    }),
    again: useMutation({
      mutationFn: (key: string) => call<void>(`/parties/apart/${id(key)}`, { method: 'DELETE' }),
      onSettled,
    }),
  };
}

export function useAsked() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [WORK] });
  return {
    note: useMutation({
      mutationFn: ({ about, ...body }: AskedRequest & { about: string }) =>
        call<Asked>(`/quality/asked/${id(about)}`, { method: 'PUT', body }),
      onSettled,
    }),
    forget: useMutation({
      mutationFn: (about: string) =>
        call<void>(`/quality/asked/${id(about)}`, { method: 'DELETE' }),
      onSettled,
    }),
  };
}

export const useSavedWhatIfs = () => {
  const revision = useRevision();
  return useQuery({
    queryKey: [WHAT_IFS, 'list', revision],
    queryFn: ({ signal }) => call<WhatIfList>('/what-ifs', { signal }),
    staleTime: 10_000,
  });
};
/** As it was when it was saved, and what comes of it now. */
export const useThenAndNow = (what: string) => {
  const revision = useRevision();
  return useQuery({
    queryKey: [WHAT_IFS, 'then-and-now', what, revision],
    queryFn: async ({ signal }) => {
      const path = `/what-ifs/${id(what)}`;
      const saved = await call<SavedWhatIf>(path, { signal });
      const now = await call<WhatIfAnswer>(`${path}/run`, { method: 'POST', body: {}, signal });
      return { saved, now };
    },
  });
};

export function useWhatIfChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [WHAT_IFS] });
  return {
    save: useMutation({
      mutationFn: (body: NewWhatIf) => call<WhatIfHead>('/what-ifs', { method: 'POST', body }),
      onSettled,
    }),
    /** Runs it on the data as it is, and keeps that as a further version. */
    again: useMutation({
      mutationFn: ({ id: what, version, name, author, note, request, address }: SavedWhatIf) =>
        call<WhatIfHead>(`/what-ifs/${id(what)}`, {
          method: 'PUT',
          ifMatch: version,
          body: { name, author, request, ...(note && { note }), ...(address && { address }) },
        }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (head: WhatIfHead) =>
        call<void>(`/what-ifs/${id(head.id)}`, { method: 'DELETE', ifMatch: head.version }),
      onSettled,
    }),
  };
}
