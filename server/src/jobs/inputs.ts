/**
 * The numbers that a run draws: ranges of the scenario, and those ranges of the graph that can make
 * a difference in it (of nodes that the pessimistic run hits, and of the links between them).
 */
import { DISTRIBUTIONS, type NumberOrRange } from '@msp-impact/contract';
import type { Ends } from '@msp-impact/engine';
import type { Draw } from '../scenario/quantity.ts';
import { isHit } from '../scenario/series.ts';
import type { Prepared, Runs } from '../scenario/simulated.ts';
import { linkRow, linksInto, nodeId, nodeModel, nodeName } from '../snapshot/read.ts';

/** The position is the code: 0 a slot of the scenario, else one of the engine's parameters. */
export const TARGETS = [
  'scenario',
  'strength',
  'buffer',
  'lag',
  'capacity',
  'after',
  'lasts',
] as const;
export type Target = (typeof TARGETS)[number];

/** Columns, since a large graph has hundreds of thousands; names of the first ones alone. */
export interface Inputs {
  readonly count: number;
  readonly target: Uint8Array;
  /** Slot, engine link, engine node or workaround. */
  readonly index: Uint32Array;
  readonly low: Float64Array;
  readonly likely: Float64Array;
  readonly high: Float64Array;
  /** Position in DISTRIBUTIONS. */
  readonly shape: Uint8Array;
  /** What no draw may pass. */
  readonly most: Float64Array;
  readonly named: readonly { readonly input: string; readonly label: string }[];
}

/** Inputs whose draws are kept, and named: those of the scenario come first. */
const MOST_NAMED = 200;
const ANY = Number.MAX_VALUE;
const PERT = DISTRIBUTIONS.indexOf('pert');
const UNIFORM = DISTRIBUTIONS.indexOf('uniform');
/** Nodes looked at between two breaths. */
const PHASE = 2000;

type Base = Prepared & Pick<Runs, 'low'>;

/** Yields now and then, so that a large graph does not hold up the event loop. */
export function* inputsOf(base: Base): Generator<void, Inputs> {
  const { snapshot, plan, low } = base;
  const collector = new Collector();
  plan.draws.forEach((draw, slot) => {
    collector.addDraw(draw, slot);
  });
  const severed = new Set(plan.cuts.flatMap(({ links }) => links));
  for (let node = 0; node < snapshot.graph.nodeCount; node++) {
    if (node % PHASE === PHASE - 1) yield;
    if (isHit(low, node)) addNode(base, node, severed, collector);
  }
  if (plan.workarounds) addAids(base, collector);
  return collector.inputs();
}

interface Names {
  readonly input: string;
  readonly label: string;
}

class Collector {
  readonly #target: number[] = [];
  readonly #index: number[] = [];
  readonly #low: number[] = [];
  readonly #likely: number[] = [];
  readonly #high: number[] = [];
  readonly #shape: number[] = [];
  readonly #most: number[] = [];
  readonly #named: Names[] = [];

  addDraw({ low, likely, high, distribution, input, label }: Draw, slot: number): void {
    const most = /(^|\.)level$/.test(input) ? 1 : ANY;
    const shape = DISTRIBUTIONS.indexOf(distribution);
    this.#push('scenario', slot, [low, likely, high], shape, most, () => ({ input, label }));
  }

  /** Leaves out what is one number, and what has no end. */
  add(target: Target, ends: Ends, index: number, hasLikely: boolean, names: () => Names): void {
    const [low, high] = [ends.low[index] as number, ends.high[index] as number];
    if (low === high || !Number.isFinite(high)) return;
    const most = target === 'strength' || target === 'capacity' ? 1 : ANY;
    const likely = ends.likely[index] as number;
    this.#push(target, index, [low, likely, high], hasLikely ? PERT : UNIFORM, most, names);
  }

  inputs(): Inputs {
    return {
      count: this.#target.length,
      target: Uint8Array.from(this.#target),
      index: Uint32Array.from(this.#index),
      low: Float64Array.from(this.#low),
      likely: Float64Array.from(this.#likely),
      high: Float64Array.from(this.#high),
      shape: Uint8Array.from(this.#shape),
      most: Float64Array.from(this.#most),
      named: this.#named,
    };
  }

  #push(
    target: Target,
    index: number,
    [low, likely, high]: [number, number, number],
    shape: number,
    most: number,
    names: () => Names,
  ): void {
    this.#target.push(TARGETS.indexOf(target));
    this.#index.push(index);
    this.#low.push(low);
    this.#likely.push(likely);
    this.#high.push(high);
    this.#shape.push(shape);
    this.#most.push(most);
    if (this.#named.length < MOST_NAMED) this.#named.push(names());
  }
}

function addNode(
  { snapshot, low }: Base,
  node: number,
  severed: ReadonlySet<number>,
  collector: Collector,
): void {
  const { graph } = snapshot;
  const lag = nodeModel(snapshot, node)?.restartLagHours;
  collector.add('lag', graph.restartLag, node, hasLikely(lag), () => ({
    input: `${nodeId(snapshot, node)}.restartLagHours`,
    label: `${nodeName(snapshot, node)}: hours to restart`,
  }));
  const { start, end } = linksInto(snapshot, node);
  for (let link = start; link < end; link++) {
    const matters = severed.has(link) || isHit(low, graph.from[link] as number);
    if (matters && linkRow(snapshot, link) >= 0) addLink(snapshot, link, collector);
  }
}

function hasLikely(recorded: NumberOrRange | undefined): boolean {
  return typeof recorded === 'object' && recorded.likely !== undefined;
}

interface LinkRanges {
  readonly strength?: NumberOrRange;
  readonly bufferHours?: NumberOrRange;
}

function addLink(snapshot: Base['snapshot'], link: number, collector: Collector): void {
  const { graph, columns } = snapshot;
  const row = linkRow(snapshot, link);
  const text = columns.dependencies.ranges[row];
  if (!text) return;
  // Most have no likely value anywhere, or one field alone: then the text tells without being read.
  const two = text.includes('"likely"') && text.includes('"strength"') && text.includes('"buffer');
  const ranges = two ? (JSON.parse(text) as LinkRanges) : undefined;
  const told = (value: NumberOrRange | undefined) =>
    ranges ? hasLikely(value) : text.includes('"likely"');
  const names = (field: string, what: string) => () => {
    const ends = [graph.from[link] as number, graph.to[link] as number];
    const [from, to] = ends.map((node) => nodeName(snapshot, node));
    return {
      input: `${columns.dependencies.id[row]}.${field}`,
      label: `${from} → ${to}: ${what}`,
    };
  };
  const strength = names('strength', 'share that is lost');
  const buffer = names('bufferHours', 'hours it can bridge');
  collector.add('strength', graph.strength, link, told(ranges?.strength), strength);
  collector.add('buffer', graph.buffer, link, told(ranges?.bufferHours), buffer);
}

function addAids({ snapshot, low }: Base, collector: Collector): void {
  const { aids } = snapshot.graph;
  for (let aid = 0; aid < aids.count; aid++) {
    const node = aids.node[aid] as number;
    const recorded = snapshot.workarounds.recorded[aid];
    if (!recorded || !isHit(low, node)) continue;
    const names = (field: string, what: string) => () => ({
      input: `${nodeId(snapshot, node)}, ${recorded.name}: ${field}`,
      label: `${nodeName(snapshot, node)}, ${recorded.name}: ${what}`,
    });
    const { capacity, afterHours, lastsHours } = recorded;
    const carries = names('capacity', 'what it carries');
    collector.add('capacity', aids.capacity, aid, hasLikely(capacity), carries);
    const ready = names('afterHours', 'hours until ready');
    collector.add('after', aids.after, aid, hasLikely(afterHours), ready);
    const lasts = names('lastsHours', 'hours it lasts');
    collector.add('lasts', aids.lasts, aid, hasLikely(lastsHours), lasts);
  }
}
