import type { ItemType, NewNote } from '@msp-impact/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { errorSentence } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';

export interface About {
  readonly type: ItemType;
  readonly id: string;
}

/** Notes of one item. They do not change the data's version, so they are asked anew on opening. */
export function useNotes(about: About) {
  return useQuery({
    queryKey: ['notes', about.type, about.id],
    queryFn: () => api.notes({ type: about.type, id: about.id }),
    staleTime: 0,
  });
}

function useRefresh(about: About) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['notes', about.type, about.id] });
}

export function useAddNote(about: About, done: () => void) {
  const refresh = useRefresh(about);
  return useMutation({
    mutationFn: (note: Pick<NewNote, 'text' | 'author'>) =>
      api.addNote({ about: { type: about.type, id: about.id }, ...note }),
    onSuccess: () => {
      sayDone('Question kept.');
      done();
      return refresh();
    },
  });
}

export function useRemoveNote(about: About) {
  const refresh = useRefresh(about);
  return useMutation({
    mutationFn: (note: string) => api.removeNote(note),
    onSuccess: () => {
      sayDone('Question removed.');
      return refresh();
    },
    onError: (error) => sayProblem(`The question was not removed. ${errorSentence(error)}`),
  });
}
