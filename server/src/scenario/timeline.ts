/**
 * One run of a plan as the engine reads it. The pessimistic run has every outage begin no later, end
 * no sooner and leave no more than any other run; the optimistic one the other way round; so by
 * the laws of the model the two envelop every combination.
 */
import type { Timeline } from '@msp-impact/engine';
import { ISOLATED, type Plan, type PlannedIsolation, type PlannedStep } from './plan.ts';
import { type Pick, pickEnd } from './quantity.ts';

type Outage = Timeline['outages'][number];
type Step = Outage['steps'][number];
export type RunEnd = 'low' | 'likely' | 'high';

export function timelineAt(plan: Plan, end: RunEnd): Timeline {
  const pick = pickEnd(end);
  // An isolation that comes late (worse: more) and a long way to its release make the latest release.
  const released =
    end === 'likely'
      ? undefined
      : (isolation: PlannedIsolation) => isolation.start + pick(isolation.delay, 'more');
  return timelineWith(plan, pick, released);
}

/** @param released hour from which releases count; by default when the zone was switched off */
export function timelineWith(
  plan: Plan,
  pick: Pick,
  released?: (isolation: PlannedIsolation) => number,
): Timeline {
  const { hours, declared, workarounds } = plan;
  return {
    hours,
    declared,
    workarounds,
    outages: [
      ...plan.outages.map(({ node, cause, start, level, recovery }) => ({
        node,
        cause,
        steps: stepsOf(start, pick(level, 'less'), stepsAt(start, recovery, pick)),
      })),
      ...plan.isolations.flatMap((one) => isolated(one, pick, released)),
    ],
    severed: plan.cuts.flatMap(({ links, start, duration }) =>
      links.map((link) => ({
        link,
        from: start,
        until: duration ? start + pick(duration, 'more') : Number.POSITIVE_INFINITY,
      })),
    ),
    observed: plan.observations.map(({ node, level, from, until }) => ({
      node,
      level,
      from,
      until,
    })),
  };
}

function isolated(
  isolation: PlannedIsolation,
  pick: Pick,
  released?: (isolation: PlannedIsolation) => number,
): Outage[] {
  const begin = isolation.start + pick(isolation.delay, 'less');
  const from = released?.(isolation) ?? begin;
  return isolation.members.map(({ node, release }) => ({
    node,
    cause: ISOLATED,
    steps: stepsOf(begin, 0, stepsAt(from, release, pick)),
  }));
}

function stepsAt(from: number, steps: readonly PlannedStep[], pick: Pick): Step[] {
  return steps.map(({ after, level }) => ({
    hour: from + pick(after, 'more'),
    level: pick(level, 'less'),
  }));
}

/**
 * The step function that begins with `level` and never goes back: at each hour the highest of the
 * steps so far. So it rises with each step's level, and falls with each step's hour.
 */
function stepsOf(begin: number, level: number, steps: Step[]): Step[] {
  const out: Step[] = [{ hour: begin, level }];
  let reached = level;
  for (const step of steps.sort((a, b) => a.hour - b.hour)) {
    if (step.level <= reached) continue;
    reached = step.level;
    const hour = Math.max(step.hour, begin);
    const last = out.at(-1) as Step;
    if (last.hour === hour) last.level = reached;
    else out.push({ hour, level: reached });
  }
  return out;
}
