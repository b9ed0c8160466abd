/** What an answer rests on: the links that carry it, by the best evidence each has. */
import type { Basis } from '@msp-impact/contract';
import { linkConfidence, linksInto } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Solved } from './ask.ts';

const NAMES = ['stated', 'reported', 'assumed', 'none'] as const;
/** `Impact.cause` of a node that keeps all of its level. */
const NOT_HIT = 255;

/** Over the links from a hit provider, or severed ones, into a hit node. O(links into hit nodes). */
export function basisOfAnswer({ snapshot, impact, engineQuestion }: Solved): Basis {
  const { from, linkOrder } = snapshot.graph;
  const { cause } = impact;
  const codes = codesOf(snapshot.columns.dependencies.confidence);
  const severed = new Set(engineQuestion.severed);
  const counts = new Uint32Array(NAMES.length);
  for (const node of impact.hit) {
    const { start, end } = linksInto(snapshot, node);
    for (let link = start; link < end; link++) {
      const hit = cause[from[link] as number] !== NOT_HIT;
      if (!hit && !(severed.size > 0 && severed.has(link))) continue;
      const row = linkOrder[link] as number;
      if (row < 0) continue;
      const code = codes[row] as number;
      counts[code] = (counts[code] as number) + 1;
    }
  }
  const [stated = 0, reported = 0, assumed = 0, none = 0] = counts;
  return { links: stated + reported + assumed + none, stated, reported, assumed, none };
}

const kept = new WeakMap<readonly (string | null)[], Uint8Array>();

/** Position in NAMES of each link's confidence, by row. */
export function codesOf(confidence: readonly (string | null)[]): Uint8Array {
  const known = kept.get(confidence);
  if (known) return known;
  const codes = new Uint8Array(confidence.length);
  for (let row = 0; row < codes.length; row++) codes[row] = codeOf(confidence[row]);
  kept.set(confidence, codes);
  return codes;
}

/** As `indexOf` in NAMES, which takes several times as long for as many links as there are. */
function codeOf(confidence: string | null | undefined): number {
  if (!confidence) return 3;
  if (confidence === 'assumed') return 2;
  return confidence === 'reported' ? 1 : 0;
}

export function basisOf(snapshot: Snapshot, links: readonly number[]): Basis {
  const basis = { links: links.length, stated: 0, reported: 0, assumed: 0, none: 0 };
  for (const link of links) basis[linkConfidence(snapshot, link) ?? 'none']++;
  return basis;
}
