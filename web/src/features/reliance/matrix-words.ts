/** The places of the matrix, and what to do with what stands there. */
import type { Quadrant, ReplaceMatrixAnswer } from '@msp-impact/contract';
import { count } from '../../ui/words.ts';

export const QUADRANT_WORDS: Readonly<Record<Quadrant, { title: string; advice: string }>> = {
  strategic: { title: 'Strategic', advice: 'Critical and hard to replace: plan the way out now.' },
  leverage: {
    title: 'Leverage',
    advice: 'Critical, but others can do it: keep a second one ready.',
  },
  bottleneck: {
    title: 'Bottleneck',
    advice: 'Hard to replace, not critical: do not let it become so.',
  },
  routine: { title: 'Routine', advice: 'Neither: nothing special to do.' },
  'not-known': {
    title: 'Not known',
    advice: 'Nobody recorded how hard to replace. Not safe: ask, and record it on the link.',
  },
};

export function matrixSentence({ rows, counts, total, unlinked }: ReplaceMatrixAnswer): string {
  if (total === 0 && unlinked === 0) return 'No supplier is on record.';
  if (total === 0)
    return `Not known: nothing is linked to ${count(unlinked, 'supplier')} on record.`;
  const strategic = counts.strategic ?? 0;
  const unsaid = counts['not-known'] ?? 0;
  const [first] = rows.filter((row) => row.quadrant === 'strategic');
  const rest = unsaid > 0 ? ` Of ${count(unsaid, 'supplier')} nobody recorded how hard.` : '';
  if (!first || strategic === 0)
    return `None is known as both critical and hard to replace.${rest}`;
  const others = strategic > 1 ? ` and ${count(strategic - 1, 'other')}` : '';
  const are = strategic > 1 ? 'are' : 'is';
  return `${first.name}${others} ${are} critical and hard to replace.${rest}`;
}
