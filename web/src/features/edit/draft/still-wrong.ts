/** Which faults stand once something has been typed since they were found. */
import type { Fault } from '@msp-impact/contract';
import { gather, type PlacedFaults } from './faults.ts';

export interface Found extends PlacedFaults {
  /** By the server: the form cannot judge them anew, so they go when their field is touched. */
  readonly byServer: boolean;
}

/**
 * A corrected field is no longer red; nothing turns red before Save is pressed again.
 * @param now what the form finds in the draft as it is
 * @param touched places typed in since
 */
export function stillWrong(
  found: Found,
  now: readonly Fault[],
  touched: ReadonlySet<string>,
): PlacedFaults {
  const fresh = gather(now);
  const byPlace = new Map<string, string>();
  for (const [place, before] of found.byPlace) {
    const reason = fresh.get(place) ?? (found.byServer && !touched.has(place) ? before : undefined);
    if (reason !== undefined) byPlace.set(place, reason);
  }
  return { byPlace, other: found.other };
}
