/**
 * Services that are stopped or reduced, from those that are by every course to those that are by some. One
 * that may be stopped may be reduced as well, so both ends count each service by itself.
 */
import type { Report } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import { lowest, stepsOf, valueAt } from '../scenario/series.ts';
import { isRanged, type Simulated } from '../scenario/simulated.ts';

const SERVICE = KINDS.indexOf('service');
/** Levels this close are the same level, as in the engine. */
const SAME = 1e-9;

type Ranges = NonNullable<Report['counts']['ranges']>;

/** At the hour, or at each one's worst. Undefined where no number is a range. */
export function countRanges(simulated: Simulated, atHour: number | undefined): Ranges | undefined {
  if (!isRanged(simulated)) return undefined;
  const { snapshot, low, high } = simulated;
  const levelOf = (run: typeof low, node: number) =>
    atHour === undefined ? lowest(run, node).level : valueAt(stepsOf(run, node), atHour);
  const ranges = { down: { low: 0, high: 0 }, degraded: { low: 0, high: 0 } };
  for (let node = 0; node < snapshot.graph.nodeCount; node++) {
    if (snapshot.graph.kind[node] !== SERVICE) continue;
    const [worst, best] = [levelOf(low, node), levelOf(high, node)];
    if (worst >= 1) continue;
    const downAt = (snapshot.graph.downAt[node] as number) + SAME;
    ranges.down.low += Number(best < 1 && best <= downAt);
    ranges.down.high += Number(worst <= downAt);
    ranges.degraded.low += Number(best < 1 && worst > downAt);
    ranges.degraded.high += Number(best > downAt);
  }
  return ranges;
}
