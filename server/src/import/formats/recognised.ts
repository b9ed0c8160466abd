/**
 * A supplier that is stored under another id, with the very identifier that a file names it by, is
 * that supplier: what the file says hangs on the stored one. So is one that somebody has merged into
 * another. Names alone recognise nobody; they are told as possible duplicates.
 */
import type { GraphNode } from '@msp-impact/contract';
import { keyOf, numberIn, numbersOf, readIdentifier } from '../../parties/identifiers.ts';
import { mergedInto } from '../../parties/united.ts';
import { folded } from '../../text/slug.ts';
import type { ItemMaps } from '../stored.ts';
import type { PlainCandidate } from './format.ts';

export interface Recognised {
  readonly candidates: readonly PlainCandidate[];
  readonly notes: readonly string[];
}

const LISTED = 20;

export function recognised(stored: ItemMaps, candidates: readonly PlainCandidate[]): Recognised {
  const incoming = candidates.filter(
    ({ type, fields, byName }) =>
      type === 'node' &&
      fields.kind === 'supplier' &&
      !byName &&
      !stored.node.has(fields.id as string),
  );
  if (incoming.length === 0) return { candidates, notes: [] };
  const index = indexOf(stored);
  const same = new Map<string, string>(); // id of the file → stored id
  const alike: string[] = [];
  for (const { fields } of incoming) {
    const id = fields.id as string;
    const known = storedAs(index, id, fields.identifiers as Record<string, string> | undefined);
    if (known) same.set(id, known.id);
    else {
      const other = index.byName.get(folded(String(fields.name)));
      if (other) alike.push(`${fields.name} (${id}, stored: ${other.id})`);
    }
  }
  return { candidates: renamed(candidates, same), notes: notesOf(same, alike) };
}

interface Index {
  /** Scheme and number; null: several suppliers have it, so it tells nobody apart. */
  readonly byNumber: ReadonlyMap<string, GraphNode | null>;
  readonly byName: ReadonlyMap<string, GraphNode>;
  /** Ids that were merged into a supplier. */
  readonly byOldId: ReadonlyMap<string, GraphNode>;
}

function indexOf(stored: ItemMaps): Index {
  const byNumber = new Map<string, GraphNode | null>();
  const byName = new Map<string, GraphNode>();
  const byOldId = new Map<string, GraphNode>();
  for (const node of stored.node.values()) {
    if (node.kind !== 'supplier') continue;
    byName.set(folded(node.name), node);
    for (const { id } of mergedInto(node)) byOldId.set(id, node);
    for (const key of numberKeys(node)) byNumber.set(key, byNumber.has(key) ? null : node);
  }
  return { byNumber, byName, byOldId };
}

/** Numbers of registers in their spelling, others as they are written. */
function numberKeys(node: GraphNode): Set<string> {
  const others = Object.entries(node.identifiers ?? {}).filter(
    ([scheme, number]) => readIdentifier(scheme, number) === undefined,
  );
  const read = numbersOf({ id: '', identifiers: node.identifiers ?? {} }).known;
  return new Set([...read.map(keyOf), ...others.map(([scheme, number]) => `${scheme} ${number}`)]);
}

/** The identifier must be the one that the file's id is made of: others may be shared or wrong. */
function storedAs(index: Index, id: string, identifiers: Record<string, string> = {}) {
  const merged = index.byOldId.get(id);
  if (merged) return merged;
  const own = numberIn(id);
  const known = own && index.byNumber.get(keyOf(own));
  if (known) return known;
  for (const [scheme, number] of Object.entries(identifiers)) {
    const isOwn = id === `${scheme}-${number}` || id === `${scheme}:${number}`;
    const found = isOwn ? index.byNumber.get(`${scheme} ${number}`) : undefined;
    if (found) return found;
  }
  return undefined;
}

const REFERENCES = ['from', 'to', 'supplier', 'parent'] as const;

/** The stored node stays as it is; ids of links and contracts stay those of the file. */
function renamed(candidates: readonly PlainCandidate[], same: ReadonlyMap<string, string>) {
  if (same.size === 0) return candidates;
  return candidates.flatMap((candidate) => {
    const { type, fields } = candidate;
    if (type === 'node' && same.has(fields.id as string)) return [];
    const changed: Record<string, unknown> = {};
    for (const key of REFERENCES) {
      const id = same.get(fields[key] as string);
      if (id !== undefined) changed[key] = id;
    }
    return [{ ...candidate, fields: { ...fields, ...changed } }];
  });
}

function notesOf(same: ReadonlyMap<string, string>, alike: readonly string[]): string[] {
  const listed = (words: readonly string[]) =>
    words.slice(0, LISTED).join(', ') +
    (words.length > LISTED ? ` and ${words.length - LISTED} more` : '');
  const notes: string[] = [];
  if (same.size > 0) {
    notes.push(
      `Recognised by their numbers: ${listed([...same].map(([id, as]) => `${id} is ${as}`))}.`,
    );
  }
  if (alike.length > 0) {
    notes.push(`Possible duplicates by name, kept apart: ${listed(alike)}.`);
  }
  return notes;
}
