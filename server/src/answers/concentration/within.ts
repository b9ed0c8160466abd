/** Which contracts, links and nodes a scope holds: `within` a kind, tag or category; one node; a buyer; a day. */
import type { ConcentrationRequest, Fault, Kind } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/contract';
import { KINDS as CODES, reach } from '@msp-impact/engine';
import { fault } from '../../rules/fault.ts';
import { nodeOf, nodeRow } from '../../snapshot/read.ts';
import type { Answer } from '../ask.ts';
import type { Register } from './register.ts';

const NAMED = 20;

/** Tests by row of the columns. Absent tests hold everything. */
export interface Within {
  /** The node is of the kind, or has the tag. */
  readonly node?: (row: number) => boolean;
  readonly category?: (category: string | undefined) => boolean;
  /** What a node relies on, itself included. */
  readonly reliedOn?: (row: number) => boolean;
}

/** `IT services`, `it-services` and `IT_SERVICES` are one category. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** Faults: a word that is no kind, tag or category here; a node that is not there. */
export function withinOf(register: Register, request: ConcentrationRequest): Answer<Within> {
  const named = request.within === undefined ? {} : namedWithin(register, request.within);
  if (!named) return refused('$.within', request.within, unknownWithin(register));
  const reliedOn = request.node === undefined ? {} : reliedOnBy(register, request.node);
  if (!reliedOn) return refused('$.node', request.node, 'no node has this id');
  return { ok: true, value: { ...named, ...reliedOn } };
}

export function refused(path: string, value: unknown, reason: string) {
  const faults: Fault[] = [fault(path, value, reason)];
  return { ok: false, faults } as const;
}

function namedWithin(register: Register, word: string): Within | undefined {
  const { snapshot, details } = register;
  if ((KINDS as readonly string[]).includes(word)) {
    const code = CODES.indexOf(word as Kind);
    return { node: (row) => snapshot.input.kind[row] === code };
  }
  const wanted = folded(word);
  const category = (text: string | undefined) => text !== undefined && folded(text) === wanted;
  const tagged = [...details.tags.values()].some((tags) => tags.includes(word));
  const filed = [...details.contracts.values()].some((one) => category(one.category));
  if (!tagged && !filed) return undefined;
  const { id } = snapshot.columns.nodes;
  return { node: (row) => details.tags.get(id[row] as string)?.includes(word) ?? false, category };
}

function unknownWithin({ details }: Register): string {
  const tags = new Set([...details.tags.values()].flat());
  const categories = new Set<string>();
  for (const { category } of details.contracts.values()) if (category) categories.add(category);
  const known = [...KINDS, ...[...tags].sort(), ...[...categories].sort()];
  const more = known.length > NAMED ? ` and ${known.length - NAMED} more` : '';
  return `is no kind, tag or contract category here; there are ${known.slice(0, NAMED).join(', ')}${more}`;
}

function reliedOnBy({ snapshot }: Register, id: string): Within | undefined {
  const node = nodeOf(snapshot, id);
  if (node < 0) return undefined;
  const held = new Uint8Array(snapshot.input.nodeCount);
  held[nodeRow(snapshot, node)] = 1;
  for (const one of reach(snapshot.graph, node, 'upstream').nodes) held[nodeRow(snapshot, one)] = 1;
  return { reliedOn: (row) => held[row] === 1 };
}

/** Whether contract c belongs to the scope; undefined: all do. */
export function contractTest(
  register: Register,
  within: Within,
  { buyer, at }: Pick<ConcentrationRequest, 'buyer' | 'at'>,
): ((c: number) => boolean) | undefined {
  const { details, snapshot } = register;
  const { id } = snapshot.columns.contracts;
  const concerns = concernsTest(register, within);
  if (buyer === undefined && at === undefined) return concerns;
  return (c) => {
    const known = details.contracts.get(id[c] as string) ?? {};
    if (buyer !== undefined && known.buyer !== buyer) return false;
    if (at !== undefined && !runsOn(known, at)) return false;
    return concerns?.(c) ?? true;
  };
}

/** Runs from its start (or the day it was signed) to its end, both included; open where unknown. */
function runsOn(
  { start, signed, end }: { start?: string; signed?: string; end?: string },
  day: string,
): boolean {
  const from = start ?? signed;
  return (from === undefined || from <= day) && (end === undefined || day <= end);
}

function concernsTest(register: Register, { node, category, reliedOn }: Within) {
  if (!node && !reliedOn) return undefined;
  const { snapshot, supplier, linkStart, links, details } = register;
  const { columns, input } = snapshot;
  const ends = (test: (row: number) => boolean) => (c: number) => {
    for (let i = linkStart[c] as number; i < (linkStart[c + 1] as number); i++) {
      const link = links[i] as number;
      if (test(input.links.from[link] as number) || test(input.links.to[link] as number))
        return true;
    }
    return false;
  };
  const filed = (c: number) =>
    category?.(details.contracts.get(columns.contracts.id[c] as string)?.category) ?? false;
  const byNode = node ? ends(node) : undefined;
  return (c: number) => {
    const holder = supplier[c] as number;
    if (node && !(node(holder) || filed(c) || byNode?.(c))) return false;
    if (!reliedOn) return true;
    if (linkStart[c] === linkStart[c + 1]) return reliedOn(holder);
    for (let i = linkStart[c] as number; i < (linkStart[c + 1] as number); i++) {
      if (reliedOn(input.links.to[links[i] as number] as number)) return true;
    }
    return false;
  };
}
