/** Saved lists of measures: read, saved as a new version, removed. */
import type {
  MeasureList,
  MeasureListAnswer,
  MeasureListHead,
  MeasureLists,
} from '@msp-impact/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './client.ts';
import { useRevision } from './revision.ts';

const KEY = 'measure-lists';
const path = (id: string) => `/measure-lists/${encodeURIComponent(id)}`;

export const useMeasureLists = () => {
  const revision = useRevision();
  return useQuery({
    queryKey: [KEY, 'list', revision],
    queryFn: () => call<MeasureLists>('/measure-lists'),
    staleTime: 10_000,
    refetchOnWindowFocus: true,
  });
};

export const useMeasureList = (saved: { id: string; version?: number } | undefined) => {
  const revision = useRevision();
  return useQuery({
    queryKey: [KEY, 'one', saved?.id, saved?.version, revision],
    queryFn: () => call<MeasureListAnswer>(path(saved!.id), { query: { version: saved!.version } }),
    enabled: saved !== undefined,
  });
};

export const useMeasureListVersions = (id: string | undefined) =>
  useQuery({
    queryKey: [KEY, 'versions', id],
    queryFn: () => call<{ versions: MeasureListHead[] }>(`${path(id!)}/versions`),
    enabled: id !== undefined,
    staleTime: 10_000,
  });

interface Save {
  readonly list: MeasureList;
  readonly author: string;
  /** The version that was changed; 412 when someone saved first. */
  readonly over?: { readonly id: string; readonly version: number };
}

function saveList({ list, author, over }: Save): Promise<MeasureListHead> {
  if (over) {
    const { id, version: ifMatch } = over;
    return call(path(id), { method: 'PUT', body: list, ifMatch, actor: author });
  }
  return call('/measure-lists', { method: 'POST', body: { list, ...(author && { author }) } });
}

/** Every list of lists is read again afterwards. */
export function useMeasureListChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [KEY] });
  return {
    save: useMutation({ mutationFn: saveList, onSettled }),
    remove: useMutation({
      mutationFn: (head: { id: string; version: number }) =>
        call<void>(path(head.id), { method: 'DELETE', ifMatch: head.version }),
      onSettled,
    }),
  };
}
