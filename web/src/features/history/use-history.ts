import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useRevision } from '../../api/revision.ts';
import { undoChange } from '../../ui/undo.ts';

/** Newest first, page by page; a new version of the data starts anew. */
export function useHistory() {
  const revision = useRevision();
  return useInfiniteQuery({
    queryKey: ['changes', revision],
    queryFn: ({ pageParam }) => api.changes(pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  });
}

/** A change that was made stays as it is. */
export function useChange(revision: number, opened: boolean) {
  return useQuery({
    queryKey: ['change', revision],
    queryFn: () => api.change(revision),
    enabled: opened,
  });
}

/** Undo; of a change that undid another, this is redo. */
export function useUndo() {
  return useMutation({
    mutationFn: (change: { readonly revision: number; readonly redo: boolean }) =>
      undoChange(change.revision, change.redo ? 'Done again' : 'Undone'),
  });
}
