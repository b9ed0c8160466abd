/** An exercise need not last as long as what it plays: its clock jumps ahead. */
import type { Kept } from './kept.ts';

const HOUR_MS = 3.6e6;

/** It began so much earlier; whatever was seen or released keeps the hour at which it was. */
export function skipped(kept: Kept, hours: number): Kept {
  const earlier = (time: string) => new Date(Date.parse(time) - hours * HOUR_MS).toISOString();
  return {
    ...kept,
    began: earlier(kept.began),
    checks: kept.checks.map((check) => ({
      ...check,
      at: earlier(check.at),
      logged: earlier(check.logged),
    })),
    injects: kept.injects.map((inject) =>
      inject.released ? { ...inject, released: earlier(inject.released) } : inject,
    ),
  };
}
