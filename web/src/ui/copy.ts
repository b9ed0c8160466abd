import { sayDone, sayProblem } from './toasts.ts';

/** A link holds the question, not the data: what it shows follows them, and says when they have moved on. */
export const LINK_COPIED =
  'Link copied. It opens this view on the data as they are then, and says so if they have changed.';

/** Copies and says so; `done` completes the sentence on the toast. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    sayDone(done);
  } catch {
    sayProblem('This browser did not allow copying. Select the text and copy it by hand.');
  }
}
