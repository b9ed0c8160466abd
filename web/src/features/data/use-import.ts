/** Checking and loading what was brought in. */
import type { ImportAnswer } from '@msp-impact/contract';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ApiProblem, api } from '../../api/client.ts';
import { noteRevision, useRevision } from '../../api/revision.ts';
import { errorSentence } from '../../ui/States.tsx';
import { sayProblem } from '../../ui/toasts.ts';
import { sayChanged } from '../../ui/undo.ts';
import { count } from '../../ui/words.ts';
import type { Source } from './source.ts';

export type Mode = 'add' | 'replace';

function request(source: Source, mode: Mode | undefined) {
  const [{ name, text }, ...rest] = source.files;
  const more = rest.map((file) => ({ name: file.name, text: file.text }));
  return { name, text, ...(more.length ? { more } : {}), ...(mode ? { mode } : {}) };
}

/**
 * The difference that loading would make to the data as it is now: the key holds the version, so
 * that a change by someone else makes it be calculated anew.
 */
export function useCheck(source: Source, mode: Mode | undefined) {
  const revision = useRevision();
  return useQuery({
    queryKey: ['check', source.key, mode, revision],
    placeholderData: keepPreviousData,
    gcTime: 0,
    queryFn: () => api.import({ ...request(source, mode), dryRun: true }),
  });
}

/** The graph moved on between the check and the load. */
const isMoved = (error: unknown) =>
  error instanceof ApiProblem && [409, 412].includes(error.problem.status);

/** Learns the new version, which makes `useCheck` ask again; false when it is the same one still. */
async function relearn(checked: number): Promise<boolean> {
  const { revision } = await api.ready();
  if (revision === undefined || revision === checked) return false;
  noteRevision(revision);
  return true;
}

function doneWords(answer: ImportAnswer): string {
  const { created, updated, removed } = answer.difference;
  const parts = [
    created && `${created.toLocaleString('en-GB')} new`,
    updated && `${updated.toLocaleString('en-GB')} changed`,
    removed && `${removed.toLocaleString('en-GB')} removed`,
  ].filter(Boolean);
  const left = answer.rejected.length;
  const out = left ? ` ${count(left, 'problem')} left out.` : '';
  return `Loaded: ${parts.join(', ') || 'nothing new'}.${out}`;
}

interface LoadOptions {
  readonly onLoaded: () => void;
  /** The difference shown is out of date; a new one is being calculated. */
  readonly onMoved: () => void;
}

/** Loads as one undoable change, and only onto the version that the difference was shown for. */
export function useLoad(source: Source, { onLoaded, onMoved }: LoadOptions) {
  return useMutation({
    mutationFn: (checked: ImportAnswer) =>
      api.import({ ...request(source, checked.mode), ifRevision: checked.revision }),
    onSuccess: (answer) => {
      const receipt = { revision: answer.revision, at: '', changed: answer.read };
      sayChanged(receipt, doneWords(answer));
      onLoaded();
    },
    onError: async (error, checked) => {
      const moved = isMoved(error) && (await relearn(checked.revision).catch(() => false));
      if (moved) onMoved();
      else sayProblem(`Nothing was loaded. ${errorSentence(error)}`);
    },
  });
}
