/** What somebody saw and counts in place of what is worked out. */
import type { Report } from '@msp-impact/contract';
import { stateOf } from '../scenario/answer.ts';
import type { Simulated } from '../scenario/simulated.ts';
import { nodeId, nodeName } from '../snapshot/read.ts';

type Checks = NonNullable<Report['checks']>;

/** Those that count at the hour, or, without one, at some time; the newest first. */
export function checksOf({ snapshot, plan, scenario }: Simulated, atHour?: number): Checks {
  const { downAt } = snapshot.graph;
  const checks = plan.observations.flatMap(({ node, level, from, until }, i) => {
    if (atHour !== undefined && (from > atHour || until <= atHour)) return [];
    const by = scenario.observations?.[i]?.seenBy;
    const state = level < 1 ? stateOf(level, downAt[node] as number) : ('up' as const);
    const check = { id: nodeId(snapshot, node), name: nodeName(snapshot, node), level, state };
    return [{ ...check, hour: from, ...(by ? { by } : {}) }];
  });
  return checks.sort((a, b) => b.hour - a.hour);
}
