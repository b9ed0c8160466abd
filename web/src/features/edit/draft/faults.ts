/** From a list of faults to the one beside each field. */
import type { Fault, Problem } from '@msp-impact/contract';
import { reasonWords } from '../../../ui/reason-words.ts';
import { parentPointer, toPointer } from './pointer.ts';

/** The fault shown at each place. */
export type FaultsByPlace = ReadonlyMap<string, string>;

export interface PlacedFaults {
  readonly byPlace: FaultsByPlace;
  /** Faults that no field of the form stands for: shown above it. */
  readonly other: readonly string[];
}

/** Several faults of one place are read one after the other. */
export function gather(faults: readonly Fault[]): FaultsByPlace {
  const byPlace = new Map<string, string>();
  for (const { path, reason } of faults) {
    const before = byPlace.get(path);
    byPlace.set(path, before ? `${before}. ${reason}` : reason);
  }
  return byPlace;
}

/** The nearest place at or above `place` that the form shows. */
function nearest(place: string, shown: ReadonlySet<string>): string | undefined {
  for (let at = place; at !== ''; at = parentPointer(at)) {
    if (shown.has(at)) return at;
  }
  return undefined;
}

/**
 * The server's refusal, fault by fault beside the field it names, or beside the nearest field
 * around it. What has no field is kept, so that nothing is swallowed.
 * @param shown places that the form has a field for
 */
export function placeProblem(problem: Problem, shown: ReadonlySet<string>): PlacedFaults {
  const placed: Fault[] = [];
  const other: string[] = [];
  for (const fault of problem.errors ?? []) {
    const place = nearest(toPointer(fault.path), shown);
    const reason = reasonWords(fault.reason);
    if (place === undefined) other.push(reason);
    else placed.push({ path: place, reason });
  }
  if (!problem.errors?.length) other.push(problem.detail ?? problem.title);
  return { byPlace: gather(placed), other };
}
