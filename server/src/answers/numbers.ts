/** Levels as the contract writes them. */
import type { Bounds, Cause, State } from '@msp-impact/contract';
import { CAUSES, type Impact, STATES } from '@msp-impact/engine';

/** Present only when the ends differ. */
export function rangeOf({ level }: Impact, node: number): { range?: Bounds } {
  const low = level.low[node] as number;
  const high = level.high[node] as number;
  return low === high ? {} : { range: { low, high } };
}

export function levelOf({ level }: Impact, node: number): number {
  return level.likely[node] as number;
}

export function stateOf({ state }: Impact, node: number): State {
  return STATES[state[node] as number] as State;
}

/** Undefined for a node that no outage binds. */
export function causeOf({ cause }: Impact, node: number): Cause | undefined {
  return CAUSES[cause[node] as number];
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
