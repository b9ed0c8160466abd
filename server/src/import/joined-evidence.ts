/** Evidence of two sources of one item. */
import type { Evidence } from '@msp-impact/contract';

/**
 * What makes two pieces of evidence one: who says what, and where. Neither the day nor the row counts, or a
 * register that is read every week would add a piece to every item every week.
 */
const keyOf = ({ claim, publisher, url }: Evidence) =>
  // Rows are joined before their shape is checked: a claim may be anything.
  JSON.stringify([
    typeof claim === 'string' ? claim.replace(/, row \d+$/, '') : claim,
    publisher,
    url,
  ]);

/**
 * All of both, each once: an import takes nothing away that people have added. Of two that are one the
 * later counts: by day, where both have one, else the one read now.
 */
export function joinedEvidence(
  before: readonly Evidence[],
  now: readonly Evidence[],
): readonly Evidence[] {
  const all = new Map(before.map((one) => [keyOf(one), one]));
  for (const one of now) {
    const held = all.get(keyOf(one));
    if (!held?.date || !one.date || one.date >= held.date) all.set(keyOf(one), one);
  }
  return [...all.values()];
}
