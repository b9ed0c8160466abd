/** Dependencies as the engine reads them. */
import type { NumberOrRange } from '@msp-impact/contract';
import type { GraphInput } from '@msp-impact/engine';
import type { DependencyColumns } from '../store/port.ts';
import { EndsBuilder } from './ends.ts';
import type { GroupCollector } from './groups.ts';

interface Ranges {
  readonly strength?: NumberOrRange;
  readonly bufferHours?: NumberOrRange;
}

/** Yields every `phase` links. Throws when a link names a node that is not there: stores refuse those. */
export function* linkInput(
  columns: DependencyColumns,
  rows: ReadonlyMap<string, number>,
  groups: GroupCollector,
  phase: number,
): Generator<void, GraphInput['links']> {
  const count = columns.id.length;
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const group = new Int32Array(count);
  const weight = new Float64Array(count).fill(Number.NaN);
  const strength = new EndsBuilder(count, 1);
  const buffer = new EndsBuilder(count, 0);
  for (let link = 0; link < count; link++) {
    if (link % phase === phase - 1) yield;
    from[link] = rowOf(rows, columns.from[link], columns.id[link]);
    const end = rowOf(rows, columns.to[link], columns.id[link]);
    to[link] = end;
    group[link] = groups.of(end, columns.group[link] ?? null);
    const share = columns.strength[link];
    if (typeof share === 'number') strength.set(link, share);
    const part = columns.weight[link];
    if (typeof part === 'number') weight[link] = part;
    const ranges = columns.ranges[link];
    if (ranges) setRanges(link, JSON.parse(ranges) as Ranges, strength, buffer);
  }
  return { from, to, group, strength: strength.ends(), weight, buffer: buffer.ends() };
}

function setRanges(link: number, ranges: Ranges, strength: EndsBuilder, buffer: EndsBuilder): void {
  if (ranges.strength !== undefined) strength.set(link, ranges.strength);
  if (ranges.bufferHours !== undefined) buffer.set(link, ranges.bufferHours);
}

function rowOf(rows: ReadonlyMap<string, number>, id: string | undefined, link: unknown): number {
  const row = id === undefined ? undefined : rows.get(id);
  if (row === undefined) throw new Error(`dependency ${link} names ${id}, which is no node`);
  return row;
}
