/** Dependencies as the engine reads them. */
import type { NumberOrRange } from '@msp-impact/contract';
import type { GraphInput } from '@msp-impact/engine';
import type { DependencyColumns } from '../store/port.ts';
import { f64, i32, u32 } from './arrays.ts';
import { EndsBuilder } from './ends.ts';
import type { GroupCollector } from './groups.ts';
import { PHASE } from './phases.ts';
import type { Snapshot } from './snapshot.ts';

interface Ranges {
  readonly strength?: NumberOrRange;
  readonly bufferHours?: NumberOrRange;
}

export type LinkEnds = Pick<GraphInput['links'], 'from' | 'to' | 'group'>;
export type LinkNumbers = Omit<GraphInput['links'], keyof LinkEnds>;

/**
 * Yields now and then. Throws when a link names a node that is not there: stores refuse those.
 *
 * @param known a snapshot with the same node rows: most links lie where they lay in it
 */
export function* linkEnds(
  columns: DependencyColumns,
  rows: ReadonlyMap<string, number>,
  groups: GroupCollector,
  known?: Snapshot,
): Generator<void, LinkEnds> {
  const count = columns.id.length;
  const from = u32(count);
  const to = u32(count);
  const group = i32(count);
  const ends = new EndFinder(columns, rows, known);
  for (let link = 0; link < count; link++) {
    if (link % PHASE === PHASE - 1) yield;
    ends.moveTo(link);
    from[link] = ends.from;
    to[link] = ends.to;
    group[link] = groups.of(ends.to, columns.group[link] ?? null);
  }
  return { from, to, group };
}

/** What is lost over each link, and when; yields now and then. */
export function* linkNumbers(columns: DependencyColumns): Generator<void, LinkNumbers> {
  const count = columns.id.length;
  const weight = f64(count).fill(Number.NaN);
  const strength = new EndsBuilder(count, 1);
  const buffer = new EndsBuilder(count, 0);
  for (let link = 0; link < count; link++) {
    if (link % PHASE === PHASE - 1) yield;
    const share = columns.strength[link];
    if (typeof share === 'number') strength.set(link, share);
    const part = columns.weight[link];
    if (typeof part === 'number') weight[link] = part;
    const ranges = columns.ranges[link];
    if (ranges) setRanges(link, JSON.parse(ranges) as Ranges, strength, buffer);
  }
  return { strength: strength.ends(), weight, buffer: buffer.ends() };
}

/** Node rows of a link's ends, from the known snapshot where the link was there before. */
class EndFinder {
  from = 0;
  to = 0;
  readonly #columns: DependencyColumns;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #known: Snapshot | undefined;
  #before = 0;

  constructor(
    columns: DependencyColumns,
    rows: ReadonlyMap<string, number>,
    known: Snapshot | undefined,
  ) {
    this.#columns = columns;
    this.#rows = rows;
    this.#known = known;
  }

  moveTo(link: number): void {
    const { id, from, to } = this.#columns;
    const old = this.#known?.columns.dependencies;
    if (old && this.#known) {
      // Both are in id order: neither pointer ever goes back.
      while ((old.id[this.#before] as string) < (id[link] as string)) this.#before++;
      const at = this.#before;
      if (old.id[at] === id[link] && old.from[at] === from[link] && old.to[at] === to[link]) {
        this.from = this.#known.input.links.from[at] as number;
        this.to = this.#known.input.links.to[at] as number;
        return;
      }
    }
    this.from = rowOf(this.#rows, from[link], id[link]);
    this.to = rowOf(this.#rows, to[link], id[link]);
  }
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
