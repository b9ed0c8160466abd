/** The faults of the form around a field. */
import { createContext, useContext } from 'react';
import type { FaultsByPlace } from './draft/faults.ts';

const NONE: FaultsByPlace = new Map();

export const FaultsContext = createContext<FaultsByPlace>(NONE);

/** What is wrong at `place`, for the field's `error`. */
export function useFault(place: string): string | undefined {
  return useContext(FaultsContext).get(place);
}
