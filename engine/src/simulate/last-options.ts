/**
 * When nodes are on their last option: at level 1, while a redundant group has exactly as many healthy
 * members as it needs because others are hit. Read off a simulation, by a sweep over the hours at which
 * a member of such a group is lost or whole again.
 */
import type { Graph } from '../graph.ts';
import { isRedundant } from '../redundant.ts';
import { WORSE } from './settings.ts';
import type { Simulation } from './simulate.ts';
import { cover, type Span, within } from './spans.ts';
import type { End, Parameters, Timeline } from './timeline.ts';

type Values = Pick<Parameters, 'strength' | 'buffer'>;

/**
 * Node -> its spans [from, until), ascending and apart; nodes without any are absent. `simulation`
 * must be of this graph and timeline, with the same end and parameters.
 * O(groups, and the changes of the members of redundant ones).
 */
export function lastOptions(
  graph: Graph,
  simulation: Simulation,
  timeline: Timeline,
  end: End,
  given: Values = {},
): Map<number, Span[]> {
  const reader = new Reader(graph, simulation, timeline, {
    strength: given.strength ?? graph.strength[WORSE[end]],
    buffer: given.buffer ?? graph.buffer[end],
  });
  const found = new Map<number, Span[]>();
  for (let g = 0; g < graph.groupCount; g++) {
    const size = graph.linkStart[g + 1] - graph.linkStart[g];
    if (!isRedundant(graph.groupRule[g], graph.groupNeed[g], size)) continue;
    const node = graph.groupNode[g];
    const spans = reader.edges(g);
    if (spans.length > 0) found.set(node, [...(found.get(node) ?? []), ...spans]);
  }
  for (const [node, spans] of found) {
    const left = within(cover(spans), reader.whole(node));
    if (left.length > 0) found.set(node, left);
    else found.delete(node);
  }
  return found;
}

interface Turn {
  readonly hour: number;
  readonly more: number;
}

const NONE: readonly Span[] = [];

class Reader {
  readonly #graph: Graph;
  readonly #simulation: Simulation;
  readonly #strength: Float64Array;
  readonly #buffer: Float64Array;
  readonly #cuts = new Map<number, Span[]>();

  constructor(
    graph: Graph,
    simulation: Simulation,
    timeline: Timeline,
    { strength, buffer }: Required<Values>,
  ) {
    this.#graph = graph;
    this.#simulation = simulation;
    this.#strength = strength;
    this.#buffer = buffer;
    for (const { link, from, until } of timeline.severed) {
      if (!(until > from) || strength[link] === 0) continue;
      // Cuts of one link may overlap.
      this.#cuts.set(link, cover([...(this.#cuts.get(link) ?? []), { from, until }]));
    }
  }

  /** Spans in which exactly as many members are healthy as the group needs. */
  edges(group: number): Span[] {
    const { linkStart, groupNeed } = this.#graph;
    const [first, last] = [linkStart[group], linkStart[group + 1]];
    const turns: Turn[] = [];
    for (let l = first; l < last; l++) {
      for (const { from, until } of this.#lost(l)) {
        turns.push({ hour: from, more: -1 });
        if (until !== Number.POSITIVE_INFINITY) turns.push({ hour: until, more: 1 });
      }
    }
    turns.sort((a, b) => a.hour - b.hour);
    const spans: Span[] = [];
    let healthy = last - first;
    // Invariant: before turns[i] `healthy` members are so, since the turn before it.
    for (let i = 0; i < turns.length; ) {
      const from = turns[i].hour;
      if (from > this.#simulation.hours) break;
      for (; i < turns.length && turns[i].hour === from; i++) healthy += turns[i].more;
      const until = i < turns.length ? turns[i].hour : Number.POSITIVE_INFINITY;
      if (healthy === groupNeed[group]) spans.push({ from, until });
    }
    return spans;
  }

  /** Spans in which a node is at 1. */
  whole(node: number): Span[] {
    return this.#pieces(node, (level) => level === 1);
  }

  /** Spans in which a link delivers less than all of it. */
  #lost(link: number): readonly Span[] {
    const cuts = this.#cuts.get(link) ?? NONE;
    const strength = this.#strength[link];
    if (strength === 0) return cuts;
    const provider = this.#graph.from[link];
    const { stepStart, stepLevel } = this.#simulation;
    const never = stepStart[provider + 1] - stepStart[provider] === 1;
    if (never && stepLevel[stepStart[provider]] === 1) return cuts;
    const buffer = this.#buffer[link];
    const fallen = this.#pieces(provider, (level) => 1 - strength + strength * level < 1);
    const felt =
      buffer === 0
        ? fallen
        : fallen.flatMap(({ from, until }) =>
            from + buffer < until ? [{ from: from + buffer, until }] : [],
          );
    return cuts.length === 0 ? felt : cover([...cuts, ...felt]);
  }

  /** Ascending and apart. */
  #pieces(node: number, holds: (level: number) => boolean): Span[] {
    const { stepStart, stepHour, stepLevel } = this.#simulation;
    const spans: Span[] = [];
    const end = stepStart[node + 1];
    for (let i = stepStart[node]; i < end; i++) {
      if (!holds(stepLevel[i])) continue;
      const from = stepHour[i];
      while (i + 1 < end && holds(stepLevel[i + 1])) i++;
      spans.push({ from, until: i + 1 < end ? stepHour[i + 1] : Number.POSITIVE_INFINITY });
    }
    return spans;
  }
}
