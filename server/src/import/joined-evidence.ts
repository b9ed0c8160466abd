/** Evidence of two sources of one item. */
import type { Evidence } from '@msp-impact/contract';

/** What makes two pieces of evidence one: who says what, where and when. */
const keyOf = ({ claim, publisher, url, date }: Evidence) =>
  JSON.stringify([claim, publisher, url, date]);

/** All of both, each once: an import takes nothing away that people have added. The later word on confidence counts. */
export function joinedEvidence(
  before: readonly Evidence[],
  now: readonly Evidence[],
): readonly Evidence[] {
  const all = new Map(before.map((one) => [keyOf(one), one]));
  for (const one of now) all.set(keyOf(one), one);
  return [...all.values()];
}
