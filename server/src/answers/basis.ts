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
  const { from, to } = snapshot.graph;
  const { cause, hit, level } = impact;
  const codes = codesByLink(snapshot);
  const counts = new Uint32Array(NAMES.length + 1);
  const add = (link: number, count: number) => {
    const code = codes[link] as number;
    counts[code] = (counts[code] as number) + count;
  };
  for (let i = 0; i < hit.length; i++) {
    const { start, end } = linksInto(snapshot, hit[i] as number);
    // Counts 0 or 1 rather than asking: which providers are hit is as good as random.
    for (let link = start; link < end; link++) {
      add(link, Number(cause[from[link] as number] !== NOT_HIT));
    }
  }
  for (const link of new Set(engineQuestion.severed)) {
    const counted = cause[from[link] as number] !== NOT_HIT;
    if (!counted && (level.likely[to[link] as number] as number) < 1) add(link, 1);
  }
  const [stated = 0, reported = 0, assumed = 0, none = 0] = counts;
  return { links: stated + reported + assumed + none, stated, reported, assumed, none };
}

const kept = new WeakMap<Snapshot, Uint8Array>();

/** Position in NAMES of each engine link's confidence; one more for links that are on no record. */
export function codesByLink(snapshot: Snapshot): Uint8Array {
  const known = kept.get(snapshot);
  if (known) return known;
  const { confidence } = snapshot.columns.dependencies;
  const { linkOrder } = snapshot.graph;
  const codes = new Uint8Array(linkOrder.length);
  for (let link = 0; link < codes.length; link++) {
    const row = linkOrder[link] as number;
    codes[link] = row < 0 ? NAMES.length : codeOf(confidence[row]);
  }
  kept.set(snapshot, codes);
  return codes;
}

/** Position in NAMES, without a search. */
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
