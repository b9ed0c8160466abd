/**
 * Work that this process does itself, in turns that let others run: imports, which need the store.
 * Whoever starts it gives a function; cancelling asks it to stop, and it is cancelled once it has.
 */
import { PHASES, type Phase, type Watch } from '../import/watch.ts';

export interface HostedTask {
  readonly kind: 'import';
  /** Rejects with the signal's reason when it was stopped before anything was written. */
  readonly run: (watch: Watch) => Promise<unknown>;
}

export interface HostedProgress {
  readonly done: number;
  readonly total: number;
  readonly phase: Phase;
  readonly perSecond?: number;
}

/** Milliseconds between two reports to those who listen. */
const REPORT = 100;

/** Phases in a row, each as long as its rows; those to come are taken to be as long as this one. */
export function hostedWatch(signal: AbortSignal, tell: (progress: HostedProgress) => void): Watch {
  let [phase, began, last]: [Phase | undefined, number, number] = [undefined, 0, 0];
  return {
    signal,
    report(now, done, total) {
      const time = performance.now();
      if (now !== phase) [phase, began] = [now, time];
      else if (time - last < REPORT) return;
      last = time;
      const seconds = (time - began) / 1000;
      const perSecond = seconds > 0.2 && done > 0 ? { perSecond: Math.round(done / seconds) } : {};
      const before = PHASES.indexOf(now) * total;
      tell({ done: before + done, total: total * PHASES.length, phase: now, ...perSecond });
    },
  };
}
