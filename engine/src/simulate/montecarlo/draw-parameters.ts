import type { Ends, Graph } from '../../graph.ts';
import type { Parameters } from '../timeline.ts';
import { sampleInto } from './sample-into.ts';

/**
 * Draws every range of the graph, in a fixed order: strengths, buffers, lags, capacities, delays and
 * endurances of workarounds. Arrays without a range are those of the graph and use no random number.
 * `shape`: code, for all of them. `into`: the answer of an earlier call on this graph, to write over.
 */
export function drawParameters(
  graph: Graph,
  shape: number,
  next: () => number,
  into?: Required<Parameters>,
): Required<Parameters> {
  const drawn = (ends: Ends, most: number, old?: Float64Array) => {
    if (ends.low === ends.high) return ends.likely;
    const out = old ?? new Float64Array(ends.likely.length);
    sampleInto(out, ends, shape, next, most);
    return out;
  };
  const { strength, buffer, restartLag, aids } = graph;
  const most = Number.POSITIVE_INFINITY;
  return {
    strength: drawn(strength, 1, into?.strength),
    buffer: drawn(buffer, most, into?.buffer),
    lag: drawn(restartLag, most, into?.lag),
    capacity: drawn(aids.capacity, 1, into?.capacity),
    after: drawn(aids.after, most, into?.after),
    lasts: drawn(aids.lasts, most, into?.lasts),
  };
}
