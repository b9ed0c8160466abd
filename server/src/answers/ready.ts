/** What answers keep beside a snapshot, made before the first question is asked. */
import { prepare } from '@msp-impact/engine';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { codesByLink } from './basis.ts';
import { peopleServed, topRegions } from './sentence.ts';

/** Yields between pieces of some milliseconds. O(nodes + links). */
export function* makeReady(snapshot: Snapshot): Generator<void, void> {
  yield* prepare(snapshot.graph);
  yield;
  codesByLink(snapshot);
  yield;
  topRegions(snapshot);
  peopleServed(snapshot);
}
