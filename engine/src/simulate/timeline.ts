/**
 * What happens, hour by hour, in engine indices. Hours are numbers >= 0 from the scenario's start;
 * `until` may be Infinity. All steps are right-continuous: the level at an hour is that of the last
 * step at or before it. Before hour 0 every level is 1.
 */
export interface Timeline {
  /** Horizon: levels are given on [0, hours]. */
  hours: number;
  /** Own outage level as a step function, 1 before its first step; the lowest of a node's counts. */
  outages: { node: number; cause: number; steps: { hour: number; level: number }[] }[];
  /** Links that deliver nothing on [from, until), their buffers included. */
  severed: { link: number; from: number; until: number }[];
  /** Levels seen, on [from, until); the lowest of a node's counts. */
  observed: { node: number; level: number; from: number; until: number }[];
  workarounds: boolean;
  /** T0, the hour from which the workarounds' clocks run. */
  declared: number;
}

/** Ends of the graph's own ranges: pessimistic, point, optimistic. */
export type End = 'low' | 'likely' | 'high';

/** Values that replace those of an end, in engine order; of workarounds in input order. */
export interface Parameters {
  /** Per link, 0..1. */
  strength?: Float64Array;
  /** Per link, hours. */
  buffer?: Float64Array;
  /** Per node, hours. */
  lag?: Float64Array;
  /** Per workaround, 0..1. */
  capacity?: Float64Array;
  /** Per workaround, hours. */
  after?: Float64Array;
  /** Per workaround, hours; Infinity for no end. */
  lasts?: Float64Array;
}
