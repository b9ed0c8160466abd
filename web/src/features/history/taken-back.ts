/** Which changes stand no more, because a later one that still stands took them back. */
import type { ChangeSummary } from '@msp-impact/contract';

/**
 * @param changes newest first and without gaps
 * @returns version → the version that took it back
 */
export function takenBack(changes: readonly ChangeSummary[]): Map<number, number> {
  const by = new Map<number, number>();
  for (const { revision, undoes } of changes) {
    if (undoes !== undefined && !by.has(revision) && !by.has(undoes)) by.set(undoes, revision);
  }
  return by;
}
