/** Saving an item, and what to do when that is refused. */
import type { Item, Problem, Receipt } from '@msp-impact/contract';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem, ConnectionLost } from '../../api/client.ts';
import { errorSentence } from '../../ui/States.tsx';
import { type Save, saveItem } from './api-items.ts';

/** What is stored now, when it is not what the form was opened on. */
export interface Theirs {
  /** null: it was deleted. */
  readonly item: Item | null;
  readonly revision: number;
}

interface SaveEvents {
  readonly onSaved: (receipt: Receipt, save: Save) => void;
  readonly onConflict: (theirs: Theirs, mine: Item) => void;
  readonly onRefused: (problem: Problem) => void;
}

/** The item as it is stored now, from a 412; undefined when the refusal is about something else. */
function theirsOf(error: unknown, save: Save): Theirs | undefined {
  if (!(error instanceof ApiProblem) || error.problem.status !== 412) return undefined;
  const current = error.problem.current as { item: Item; revision: number } | null | undefined;
  if (current === null) return { item: null, revision: 0 };
  return current?.item?.id === save.item.id ? current : undefined;
}

const LOST = 'The server does not answer. What you typed is kept here: save again in a moment.';
const OTHER =
  'Someone changed one of the other links first. Save again to write over what is there now.';

const TAKEN = 'Something has this short id already. Choose another.';

/** A new item with the id of one that exists: the answer carries the one that exists. */
const isTaken = ({ status, current }: Problem) => status === 409 && Boolean(current);

function problemOf(error: unknown): Problem {
  const plain = { type: 'about:blank', status: 0, title: errorSentence(error) };
  if (error instanceof ConnectionLost) return { ...plain, title: LOST };
  if (!(error instanceof ApiProblem)) return plain;
  if (error.problem.status === 412) return { ...plain, title: OTHER };
  return isTaken(error.problem)
    ? { ...plain, errors: [{ path: '/id', reason: TAKEN }] }
    : error.problem;
}

export function useSave({ onSaved, onConflict, onRefused }: SaveEvents) {
  return useMutation({
    mutationFn: saveItem,
    onSuccess: onSaved,
    onError: (error, save) => {
      const theirs = theirsOf(error, save);
      if (theirs) onConflict(theirs, save.item);
      else onRefused(problemOf(error));
    },
  });
}
