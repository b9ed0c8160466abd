/** Long work as a generator that yields between phases: run at once, or with a breath after each. */
import { setImmediate } from 'node:timers/promises';

/** Rows handled between two breaths: a few milliseconds of work. */
export const PHASE = 10_000;

export function atOnce<T>(phases: Generator<void, T>): T {
  for (;;) {
    const step = phases.next();
    if (step.done) return step.value;
  }
}

/** Gives the event loop a turn between phases. */
export async function inPhases<T>(phases: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = phases.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
