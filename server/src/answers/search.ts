/** Finding nodes by name or id: case and accents do not matter. */
import type { SearchAnswer } from '@msp-impact/contract';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { nameOf } from './impact.ts';

interface Index {
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

const kept = new WeakMap<Snapshot, Index>();
const MAX_RESULTS = 50;

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Best first: the same, begins with it, a word begins with it, contains it, contains all its words. */
export function searchAnswer(snapshot: Snapshot, q: string, limit = MAX_RESULTS): SearchAnswer {
  const rows = matchingRows(snapshot, q);
  const nodes = rows
    .slice(0, limit)
    .map((row) => nameOf(snapshot, snapshot.graph.indexOf[row] as number));
  return {
    revision: snapshot.revision,
    total: rows.length,
    nodes: nodes.map(({ id, name, kind }) => ({ id, name, kind })),
  };
}

/** Input rows, best first, ties by length of the name, then by id. O(n). */
export function matchingRows(snapshot: Snapshot, q: string): number[] {
  const wanted = fold(q).trim();
  if (wanted === '') return [];
  const { names, ids } = indexOf(snapshot);
  const words = wanted.split(/\s+/);
  const found: { row: number; rank: number; length: number }[] = [];
  for (let row = 0; row < names.length; row++) {
    const name = names[row] as string;
    const rank = Math.min(
      rankOf(name, wanted, words),
      rankOf(ids[row] as string, wanted, words) + 0.5,
    );
    if (rank < NO_MATCH) found.push({ row, rank, length: name.length });
  }
  found.sort((a, b) => a.rank - b.rank || a.length - b.length || a.row - b.row);
  return found.map(({ row }) => row);
}

const NO_MATCH = 9;

function rankOf(text: string, wanted: string, words: readonly string[]): number {
  const at = text.indexOf(wanted);
  if (at < 0) return words.length > 1 && words.every((word) => text.includes(word)) ? 4 : NO_MATCH;
  if (at === 0) return text.length === wanted.length ? 0 : 1;
  for (let i = at; i >= 0; i = text.indexOf(wanted, i + 1)) {
    if (i > 0 && !/[\p{L}\p{N}]/u.test(text[i - 1] as string)) return 2;
  }
  return 3;
}

function indexOf(snapshot: Snapshot): Index {
  const known = kept.get(snapshot);
  if (known) return known;
  const { name, id } = snapshot.columns.nodes;
  const index = { names: name.map(fold), ids: id.map(fold) };
  kept.set(snapshot, index);
  return index;
}
