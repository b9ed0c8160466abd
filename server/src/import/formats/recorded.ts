/**
 * How far bills of materials say what a part relies on: the attribute `dependencies`. `not recorded`
 * is the word by which the snapshot shows a part as not known (server/src/store/columns.ts).
 */
import type { Fields } from '../columns.ts';

export type Recorded = 'recorded' | 'incomplete' | 'none' | 'not recorded';

const ATTRIBUTE = 'dependencies';
/** Of two bills the one that says more counts, whichever comes first. */
const RANK: readonly unknown[] = ['not recorded', 'none', 'recorded', 'incomplete'];

const wordOf = (fields: Fields) =>
  (fields.attributes as Record<string, string> | undefined)?.[ATTRIBUTE];

/** The word that counts when both are said of the same part; others than ours always stay. */
function stronger(before: string | undefined, now: string): string | undefined {
  if (before !== undefined && !RANK.includes(before)) return before;
  return RANK.indexOf(now) > RANK.indexOf(before) ? now : before;
}

/** Joins what two bills of one import say into `before`, whose attributes are joined already. */
export function joinRecorded(before: Fields, first: string | undefined, more: Fields): void {
  const now = wordOf(more);
  if (now === undefined) return;
  const attributes = before.attributes as Record<string, string>;
  attributes[ATTRIBUTE] = stronger(first, now) as string;
}

export const recordedIn = wordOf;

/**
 * The attribute beside what is stored: a bill that knows less takes nothing back, and that
 * dependencies are recorded goes without saying where nobody said otherwise.
 */
export function settleRecorded(before: Fields | undefined, fields: Fields): void {
  const now = wordOf(fields);
  if (now === undefined || !RANK.includes(now)) return;
  const said = before && wordOf(before);
  const counts = said === undefined && now === 'recorded' ? undefined : stronger(said, now);
  const { [ATTRIBUTE]: _, ...rest } = fields.attributes as Record<string, string>;
  const attributes = counts === undefined ? rest : { ...rest, [ATTRIBUTE]: counts };
  if (Object.keys(attributes).length > 0) fields.attributes = attributes;
  else delete fields.attributes;
}
