/** The question and the request that a view stands for. */
import type { Question, ViewRequest } from '@msp-impact/contract';
import type { View } from './view.ts';

/** Something is stopped, switched off or cut: there is an answer to ask for. */
export function asksSomething(view: View): boolean {
  return view.down.length + view.isolate.length + view.sever.length > 0;
}

/** Only what is set: the same question has one form, and so one key. */
export function questionOf(view: View): Question {
  return {
    ...(view.down.length > 0 && { down: [...view.down] }),
    ...(view.isolate.length > 0 && { isolate: [...view.isolate] }),
    ...(view.sever.length > 0 && { sever: [...view.sever] }),
    ...(view.observed.length > 0 && { observed: [...view.observed] }),
    ...(view.workarounds && { workarounds: true }),
  };
}

/** `keep`: ids that are drawn singly whatever happens, besides the selected one. */
export function viewRequestOf(view: View, keep: readonly string[] = []): ViewRequest {
  const kept = [...new Set([view.select, view.path?.from, view.path?.to, ...keep])];
  const keepIds = kept.filter((id): id is string => id !== undefined).sort();
  return {
    question: questionOf(view),
    show: view.show,
    ...(view.around && { around: view.around, direction: view.direction }),
    ...(view.around && view.depth && { depth: view.depth }),
    ...(view.kinds.length > 0 && { kinds: [...view.kinds] }),
    ...(view.open.length > 0 && { open: [...view.open] }),
    ...(keepIds.length > 0 && { keep: keepIds }),
    ...(view.hideAssumed && { hideAssumed: true }),
  };
}

/** A recorded question (a sample's) as the part of a view. Unknown shapes give an empty question. */
export function viewOfQuestion(
  question: Question,
): Pick<View, 'down' | 'isolate' | 'sever' | 'observed' | 'workarounds'> {
  return {
    down: (question.down ?? []).map(({ id, level, cause }) => {
      const at = typeof level === 'number' ? level : (level?.likely ?? middle(level));
      return {
        id,
        ...(at ? { level: at } : {}),
        ...(cause && cause !== 'failed' ? { cause } : {}),
      };
    }),
    isolate: question.isolate ?? [],
    sever: question.sever ?? [],
    observed: question.observed ?? [],
    workarounds: question.workarounds ?? false,
  };
}

const middle = (range: { low: number; high: number } | undefined) =>
  range ? (range.low + range.high) / 2 : undefined;
