/** Rules on single values that a schema cannot say. Each pushes what it finds. */
import {
  type Evidence,
  type Fault,
  isDay,
  MAX_TEXT,
  type NumberOrRange,
} from '@msp-impact/contract';
import { at, fault } from './fault.ts';

/** `__proto__` is no name for anything: as a key of a map it would not be a key. */
export function checkName(name: string | undefined, path: string, out: Fault[]): void {
  if (name === '__proto__') out.push(fault(path, name, 'this name is reserved; choose another'));
}

export function checkNames(names: readonly string[] | undefined, path: string, out: Fault[]) {
  for (let i = 0; names && i < names.length; i++) checkName(names[i], at(path, i), out);
}

const MAX_KEY = 500;

/**
 * A map of texts. The schema cannot see every key (its pattern stops at a line break), so keys and
 * values are looked at here.
 */
export function checkMap(map: object | undefined, path: string, out: Fault[]): void {
  for (const [key, value] of Object.entries(map ?? {})) {
    const place = at(path, key);
    if (key.length === 0 || key.length > MAX_KEY) {
      out.push(fault(place, key, `a key has 1 to ${MAX_KEY} characters`));
    }
    checkName(key, place, out);
    if (typeof value !== 'string') out.push(fault(place, value, 'must be a text'));
    else if (value.length > MAX_TEXT) {
      out.push(fault(place, value, `must have at most ${MAX_TEXT} characters`));
    }
  }
}

/** A range has low ≤ likely ≤ high. */
export function checkRange(value: NumberOrRange | undefined, path: string, out: Fault[]): void {
  if (typeof value !== 'object') return;
  const { low, likely, high } = value;
  if (low > high) {
    out.push(fault(path, value, `low (${low}) must not be above high (${high})`));
  } else if (likely !== undefined && (likely < low || likely > high)) {
    const reason = `likely must lie between low (${low}) and high (${high})`;
    out.push(fault(at(path, 'likely'), likely, reason));
  }
}

/** The schema sees to the form YYYY-MM-DD; this sees that the calendar has such a day. */
export function checkDay(day: string | undefined, path: string, out: Fault[]): void {
  if (day !== undefined && !isDay(day)) {
    out.push(fault(path, day, 'must be a day of the calendar, as YYYY-MM-DD'));
  }
}

export function checkEvidence(list: readonly Evidence[] | undefined, path: string, out: Fault[]) {
  for (let i = 0; list && i < list.length; i++) {
    checkDay(list[i]?.date, at(at(path, i), 'date'), out);
  }
}
