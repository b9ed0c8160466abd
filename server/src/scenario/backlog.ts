/** Cases that wait, for the services whose demand the scenario gives. */
import type { BacklogAnswer } from '@msp-impact/contract';
import { backlog } from '@msp-impact/engine';
import { nodeName, nodeOf } from '../snapshot/read.ts';
import type { Simulated } from './simulated.ts';

/** Largest first; those where nothing ever waits are left out. */
export function backlogsOf({ snapshot, scenario, likely, low, high }: Simulated): BacklogAnswer[] {
  const found = (scenario.demands ?? []).map(({ id, perHour, catchUpPerHour }) => {
    const node = nodeOf(snapshot, id);
    const of = (run: typeof likely) => backlog(run, node, perHour, catchUpPerHour);
    const { peak, peakHour, clearedHour, course } = of(likely);
    const [best, worst] = [of(high), of(low)];
    const range = { low: best.peak, high: worst.peak };
    const ranged = range.low !== range.high || JSON.stringify(best) !== JSON.stringify(worst);
    return {
      id,
      name: nodeName(snapshot, node),
      peak,
      peakHour,
      ...(clearedHour === undefined ? {} : { cleared: clearedHour }),
      ...(range.low === range.high ? {} : { range }),
      course,
      ...(ranged ? { courseLow: best.course, courseHigh: worst.course } : {}),
    };
  });
  return found
    .filter(({ peak, range }) => peak > 0 || range !== undefined)
    .sort((a, b) => b.peak - a.peak || (a.id < b.id ? -1 : 1));
}
