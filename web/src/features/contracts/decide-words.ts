/** Contracts by the day to decide, in words. */
import type { DecideByAnswer } from '@msp-impact/contract';
import { count, day } from '../../ui/words.ts';

export type DecideRow = DecideByAnswer['rows'][number];
export type DecideState = DecideRow['state'];

export const DECIDE_WORDS: Readonly<Record<DecideState, string>> = {
  late: 'late: should be decided already',
  due: 'to decide within 90 days',
  later: 'later',
  ended: 'has ended',
};
export const DECIDE_STATES = ['late', 'due', 'later', 'ended'] as const;

export const contractName = (row: Pick<DecideRow, 'title' | 'id'>): string => row.title ?? row.id;

/** "Decide on “FPL extension” (Advanced) by 16 January 2027; 2 are late already." */
export function decideSentence({ rows, states, total, withoutEnd, today }: DecideByAnswer): string {
  const { late = 0, due = 0, later = 0 } = states;
  const next = rows.find((row) => row.state === 'due' || row.state === 'later');
  const unsaid =
    withoutEnd > 0 ? ` ${count(withoutEnd, 'contract')} without an end on record.` : '';
  if (total === 0) return `No contract here has an end on record.${unsaid}`;
  if (late + due + later === 0)
    return `All ${count(total, 'contract')} have ended by ${day(today)}.${unsaid}`;
  const lateWords = late > 0 ? `${count(late, 'decision')} ${late > 1 ? 'are' : 'is'} late.` : '';
  // More are late than the rows that were fetched, or all that is open is late.
  if (!next) return `${lateWords}${unsaid}`;
  const nextWords = `Next: ${contractName(next)}, ${next.supplier.name}, by ${day(next.decideBy)}.`;
  return `${lateWords ? `${lateWords} ` : ''}${nextWords}${unsaid}`;
}
