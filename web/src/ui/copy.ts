import { sayDone, sayProblem } from './toasts.ts';

/** Copies and says so; `done` completes the sentence on the toast. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    sayDone(done);
  } catch {
    sayProblem('This browser did not allow copying. Select the text and copy it by hand.');
  }
}
