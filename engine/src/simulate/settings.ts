import { AT_ONCE, NOT_AT_ALL, OVER_BUFFER, type Run, setSource } from './run.ts';
import type { End, Parameters } from './timeline.ts';

export const WORSE = { low: 'high', likely: 'likely', high: 'low' } as const;

/** Takes the values of one end, or those given. At the pessimistic end strength and lag are high. */
export function settle(run: Run, end: End, given: Parameters): void {
  const { graph, ws } = run;
  const worse = WORSE[end];
  ws.strength = given.strength ?? graph.strength[worse];
  ws.capacity = new Float64Array(graph.aids.count);
  ws.rule = graph.groupRule;
  run.buffer = given.buffer ?? graph.buffer[end];
  run.lag = given.lag ?? graph.restartLag[worse];
  for (let l = 0; l < graph.linkCount; l++) setSource(run, l);
  for (let p = 0; p < graph.linkCount; p++) run.passes[p] = passing(run, graph.outLink[p]);
}

function passing({ ws, buffer }: Run, link: number): number {
  if (ws.strength[link] === 0) return NOT_AT_ALL;
  return buffer[link] > 0 ? OVER_BUFFER : AT_ONCE;
}

/**
 * How much each workaround gives, from which hour after T0 and until which. A late start would move
 * the end too; so the pessimistic end has the hours that a workaround covers whatever its delay, and
 * the optimistic end those that it can cover at all.
 */
export function aidsAt(run: Run, end: End, given: Parameters) {
  const { aids } = run.graph;
  const lasts = given.lasts ?? aids.lasts[end];
  const latest = given.after ?? aids.after[end];
  return {
    capacity: given.capacity ?? aids.capacity[end],
    from: given.after ?? aids.after[WORSE[end]],
    until: latest.map((hours, w) => (lasts[w] > 0 ? hours + lasts[w] : 0)),
  };
}
