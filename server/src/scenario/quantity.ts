/** Uncertain numbers of a scenario, as its runs use them. */
import type { DISTRIBUTIONS, Uncertain } from '@msp-impact/contract';
import { threeEnds } from '../snapshot/ends.ts';

export type Distribution = (typeof DISTRIBUTIONS)[number];

/** A number with its ends. */
export interface Quantity {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** Position among the drawn inputs; -1: it is one number. */
  readonly slot: number;
}

/** A range that is drawn anew for each run, in the order of the slots. */
export interface Draw {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly distribution: Distribution;
  /** For people, e.g. `Adastra: hours until it is back`. */
  readonly label: string;
  /** JSON path in the scenario, or the place in the graph. */
  readonly input: string;
}

/** Gives each range of a scenario its slot. */
export class Quantities {
  readonly draws: Draw[] = [];

  /** Without a shape of its own: pert where likely is given, else uniform. */
  of(value: Uncertain, input: string, label: string): Quantity {
    const ends = threeEnds(value);
    if (typeof value === 'number' || value.low === value.high) return { ...ends, slot: -1 };
    const distribution = value.distribution ?? (value.likely === undefined ? 'uniform' : 'pert');
    this.draws.push({ ...ends, distribution, label, input });
    return { ...ends, slot: this.draws.length - 1 };
  }
}

/**
 * How a run takes its numbers. `worse` says which way hurts: 'more' for a duration, 'less' for a
 * level that is left.
 */
export type Pick = (quantity: Quantity, worse: 'more' | 'less') => number;

/** The pessimistic end (`low`), the point (`likely`) or the optimistic end (`high`). */
export function pickEnd(end: 'low' | 'likely' | 'high'): Pick {
  if (end === 'likely') return ({ likely }) => likely;
  const worst = end === 'low';
  return ({ low, high }, worse) => (worst === (worse === 'more') ? high : low);
}

/** What was drawn for one run, by slot. */
export function pickDrawn(drawn: ArrayLike<number>): Pick {
  return ({ likely, slot }) => (slot < 0 ? likely : (drawn[slot] as number));
}
