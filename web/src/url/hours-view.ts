/** What the Hour by hour screen shows, whole: nothing of this lives anywhere but in the address. */
import type { Scenario } from '@msp-impact/contract';
import type { MeasureDraft } from './measures-codec.ts';

/** `sources`: the incident of a sample held against what was published. */
export const LOOKS = ['graph', 'areas', 'charts', 'sources'] as const;
export type Look = (typeof LOOKS)[number];
export const SIDES = ['limits', 'plans', 'helps', 'sure'] as const;
export type Side = (typeof SIDES)[number];
/** `near`: the first hours are wide, the last months narrow. */
export const SCALES = ['near', 'even'] as const;
export type Scale = (typeof SCALES)[number];
/** Hours of the incident to a second of play. */
export const SPEEDS = [1, 6, 24, 168] as const;
export type Speed = (typeof SPEEDS)[number];

/** A saved plan, the one in the address, or one that was made by changing a saved one. */
export interface PlanRef {
  /** The newest version where none is named. */
  readonly saved?: SavedRef;
  readonly draft?: Scenario;
}

/** A saved thing; the newest version where none is named. */
export interface SavedRef {
  readonly id: string;
  readonly version?: number;
}

/** A saved plan that measures are tried on as well, and how much it counts. */
export interface Weighted extends SavedRef {
  readonly weight: number;
}

export interface HoursView {
  readonly a: PlanRef;
  /** The plan that A is held against. */
  readonly b?: PlanRef;
  /** The hour that is looked at. */
  readonly at: number;
  readonly look: Look;
  readonly side: Side;
  readonly scale?: Scale;
  readonly speed: Speed;
  /** With two plans: everything that is hit, not only what differs. */
  readonly all: boolean;
  /** What could be done, and what it may cost in all. */
  readonly measures: readonly MeasureDraft[];
  readonly budget?: number;
  /** The saved list that they are of; without `measures`, as it was saved. */
  readonly list?: SavedRef;
  /** How much plan A and plan B count, and other saved plans that count too. */
  readonly weightA: number;
  readonly weightB: number;
  readonly over: readonly Weighted[];
  /** What the many runs draw their numbers from: the same seed, the same runs. */
  readonly seed: number;
  readonly select?: string;
  /** Counted groups of the drawing that were opened, once per 50 shown. */
  readonly opened: readonly string[];
  readonly nation?: string;
  readonly area?: string;
}

export const EMPTY_HOURS: HoursView = {
  a: {},
  at: 0,
  look: 'graph',
  side: 'limits',
  speed: 24,
  all: false,
  measures: [],
  weightA: 1,
  weightB: 1,
  over: [],
  seed: 1,
  opened: [],
};

export const hasPlan = (plan: PlanRef | undefined): boolean =>
  plan?.draft !== undefined || plan?.saved !== undefined;
