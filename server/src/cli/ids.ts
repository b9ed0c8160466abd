/** Ids that the user names, looked up; unknown ones are told in one line. */
import type { Fault } from '@msp-impact/contract';
import { nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { Failure } from './failure.ts';

/** Engine node of an id. */
export function nodeNamed(snapshot: Snapshot, id: string, option: string): number {
  const node = nodeOf(snapshot, id);
  if (node < 0) throw new Failure(unknown(snapshot, `${option} ${id}: no node has this id`));
  return node;
}

/** `$.down[0].id` → `--down x: no node has this id`. */
export function questionFailure(snapshot: Snapshot, faults: readonly Fault[]): Failure {
  const told = faults.map(({ path, value, reason }) => {
    const option = /^\$\.(\w+)/.exec(path)?.[1] ?? '';
    return `--${option} ${typeof value === 'string' ? value : JSON.stringify(value)}: ${reason}`;
  });
  const more = told.length > 3 ? [`and ${told.length - 3} more`] : [];
  return new Failure(unknown(snapshot, [...told.slice(0, 3), ...more].join('; ')));
}

function unknown(snapshot: Snapshot, text: string): string {
  const empty = snapshot.graph.nodeCount === 0;
  return empty ? `${text} (the graph is empty; import one, or serve loads the sample)` : text;
}
