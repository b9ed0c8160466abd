import type { Run } from './run.ts';
import { setSource } from './run.ts';
import type { End, Parameters } from './timeline.ts';

const WORSE = { low: 'high', likely: 'likely', high: 'low' } as const;

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
}

/** When each workaround works, and how much it gives. */
export function aidsAt(run: Run, end: End, given: Parameters) {
  const { aids } = run.graph;
  return {
    capacity: given.capacity ?? aids.capacity[end],
    after: given.after ?? aids.after[WORSE[end]],
    lasts: given.lasts ?? aids.lasts[end],
  };
}
