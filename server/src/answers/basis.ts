/** What an answer rests on: the links that carry it, by the best evidence each has. */
import type { Basis } from '@msp-impact/contract';
import { linkConfidence, linkRow, linksInto } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Solved } from './ask.ts';

/** Links from a hit provider, or severed ones, into a hit node. O(links into hit nodes). */
export function carryingLinks({ snapshot, impact, engineQuestion }: Solved): number[] {
  const severed = new Set(engineQuestion.severed);
  const { likely } = impact.level;
  const found: number[] = [];
  for (const node of impact.hit) {
    const { start, end } = linksInto(snapshot, node);
    for (let link = start; link < end; link++) {
      const from = snapshot.graph.from[link] as number;
      const carries = (likely[from] as number) < 1 || severed.has(link);
      if (carries && linkRow(snapshot, link) >= 0) found.push(link);
    }
  }
  return found;
}

export function basisOf(snapshot: Snapshot, links: readonly number[]): Basis {
  const basis = { links: links.length, stated: 0, reported: 0, assumed: 0, none: 0 };
  for (const link of links) basis[linkConfidence(snapshot, link) ?? 'none']++;
  return basis;
}
