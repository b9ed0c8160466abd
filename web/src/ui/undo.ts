/** Every change of the data says that it was made, and offers to take it back. */
import type { Receipt } from '@msp-impact/contract';
import { ApiProblem, api } from '../api/client.ts';
import { noteRevision } from '../api/revision.ts';
import { reasonWords } from './reason-words.ts';
import { errorSentence } from './States.tsx';
import { sayDone, sayProblem } from './toasts.ts';

function reasonOf(error: unknown): string {
  const said = errorSentence(error);
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const [first] = faults;
  if (!first || said.includes('taken back already')) return said;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return `${said.replace(/\.$/, '')}: ${reasonWords(first.reason)}${more}.`;
}

/** Takes back the change that made version `revision`; the toast offers to put it back again. */
export async function undoChange(revision: number, done = 'Undone'): Promise<boolean> {
  try {
    const receipt = await api.undo(revision);
    sayChanged(receipt, done, done === 'Undone' ? 'Done again' : 'Undone');
    return true;
  } catch (error) {
    sayProblem(reasonOf(error));
    return false;
  }
}

/** After a save: shows the new version everywhere, and a message with Undo. */
export function sayChanged(receipt: Receipt, text: string, afterUndo = 'Undone'): void {
  noteRevision(receipt.revision);
  sayDone(text, () => void undoChange(receipt.revision, afterUndo));
}
