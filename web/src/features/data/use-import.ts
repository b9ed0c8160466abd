/** Checking and loading what was brought in. */
import type { ImportAnswer, Job } from '@msp-impact/contract';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, api } from '../../api/client.ts';
import { noteRevision, useRevision } from '../../api/revision.ts';
import { errorSentence } from '../../ui/States.tsx';
import { sayProblem } from '../../ui/toasts.ts';
import { sayChanged } from '../../ui/undo.ts';
import { count } from '../../ui/words.ts';
import { type Options, runImport } from './run-import.ts';
import type { Source } from './source.ts';

export type Mode = 'add' | 'replace';

/**
 * The difference that loading would make to the data as it is now: the key holds the version, so
 * that a change by someone else makes it be calculated anew. `job` tells how far a large file is.
 */
export function useCheck(source: Source, options: Options) {
  const revision = useRevision();
  const [job, setJob] = useState<Job>();
  const query = useQuery({
    queryKey: ['check', source.key, options, revision],
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
    queryFn: () => runImport(source, { ...options, dryRun: true }, setJob),
  });
  return { ...query, job };
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
  readonly onLoaded: (answer: ImportAnswer) => void;
  /** The difference shown is out of date; a new one is being calculated. */
  readonly onMoved: () => void;
}

/** Loads as one undoable change, and only onto the version that the difference was shown for. */
export function useLoad(source: Source, options: Options, { onLoaded, onMoved }: LoadOptions) {
  const [job, setJob] = useState<Job>();
  const mutation = useMutation({
    mutationFn: ({ mode, revision }: ImportAnswer) =>
      runImport(source, { ...options, mode, ifRevision: revision }, setJob),
    onSuccess: (answer) => {
      const receipt = { revision: answer.revision, at: '', changed: answer.read };
      sayChanged(receipt, doneWords(answer));
      onLoaded(answer);
    },
    onError: async (error, checked) => {
      const moved = isMoved(error) && (await relearn(checked.revision).catch(() => false));
      if (moved) onMoved();
      else sayProblem(`Nothing was loaded. ${errorSentence(error)}`);
    },
  });
  return { ...mutation, job };
}
