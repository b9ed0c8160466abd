/** What happens when, for the lanes of the timeline: from the scenario, and from the point answer. */
import { type Breach, CAUSES, type LaneEvent, type SimulatedNode } from '@msp-impact/contract';
import { nodeId, nodeName } from '../snapshot/read.ts';
import type { PlannedOutage, PlannedStep } from './plan.ts';
import type { Quantity } from './quantity.ts';
import { isHit } from './series.ts';
import type { Simulated } from './simulated.ts';

/** Sorted by hour; spans end at the scenario's end at the latest. */
export function lanesOf(
  simulated: Simulated,
  nodes: readonly SimulatedNode[],
  breaches: readonly Breach[],
): LaneEvent[] {
  const lanes = [
    ...simulated.plan.outages.map((one) => outageLane(simulated, one)),
    ...isolationLanes(simulated),
    ...cutLanes(simulated),
    ...observationLanes(simulated),
    ...workaroundLanes(simulated),
    ...nodes.flatMap(recoveryLane),
    ...breaches.flatMap(breachLane),
  ];
  return lanes
    .filter(({ from }) => from <= simulated.plan.hours)
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** Hours after the start at which it is back at 1; undefined: not by its steps. */
function backAfter(steps: readonly PlannedStep[]): Quantity | undefined {
  const full = steps.filter(({ level }) => level.likely === 1).map(({ after }) => after);
  return full.sort((a, b) => a.likely - b.likely)[0];
}

function span(hours: number, from: number, until: Quantity | undefined, offset: number) {
  if (!until) return { from, until: hours };
  const end = { until: Math.min(offset + until.likely, hours) };
  if (until.slot < 0) return { from, ...end };
  return { from, ...end, earliest: offset + until.low, latest: offset + until.high };
}

function outageLane({ snapshot, plan }: Simulated, outage: PlannedOutage): LaneEvent {
  const { node, cause, start, level, recovery, path } = outage;
  return {
    lane: 'outage',
    id: nodeId(snapshot, node),
    label: nodeName(snapshot, node),
    ...span(plan.hours, start, backAfter(recovery), start),
    level: level.likely,
    cause: CAUSES[cause] ?? 'failed',
    path,
  };
}

function isolationLanes({ plan }: Simulated): LaneEvent[] {
  return plan.isolations.map(({ zone, start, delay, members, path }) => {
    const from = start + delay.likely;
    const ends = members.map(({ release }) => backAfter(release));
    const last = ends.every((one) => one !== undefined)
      ? ends.sort((a, b) => b.likely - a.likely)[0]
      : undefined;
    const until = span(plan.hours, from, last, from);
    return {
      lane: 'isolation',
      id: zone,
      label: zone,
      ...until,
      level: 0,
      cause: 'isolated',
      path,
    };
  });
}

function cutLanes({ snapshot, plan }: Simulated): LaneEvent[] {
  return plan.cuts.map(({ from, to, start, duration, path }) => ({
    lane: 'cut',
    id: `${nodeId(snapshot, from)}->${nodeId(snapshot, to)}`,
    label: `${nodeName(snapshot, from)} → ${nodeName(snapshot, to)}`,
    ...span(plan.hours, start, duration, start),
    cause: 'severed',
    path,
  }));
}

function observationLanes({ snapshot, plan }: Simulated): LaneEvent[] {
  return plan.observations.map(({ node, level, from, until, path }) => ({
    lane: 'observation',
    id: nodeId(snapshot, node),
    label: nodeName(snapshot, node),
    from,
    until: Math.min(until, plan.hours),
    level,
    path,
  }));
}

/** Other ways of working of nodes that are hit, while they can be used. */
function workaroundLanes({ snapshot, plan, likely }: Simulated): LaneEvent[] {
  if (!plan.workarounds) return [];
  const { node, after, lasts, capacity } = snapshot.graph.aids;
  const used = [...node.keys()].filter((i) => isHit(likely, node[i] as number));
  return used.map((i) => {
    const from = plan.declared + (after.likely[i] as number);
    const ranged = after.low[i] !== after.high[i];
    return {
      lane: 'workaround',
      id: nodeId(snapshot, node[i] as number),
      label: `${nodeName(snapshot, node[i] as number)}: ${snapshot.workarounds.recorded[i]?.name}`,
      from,
      until: Math.min(from + (lasts.likely[i] as number), plan.hours),
      level: capacity.likely[i] as number,
      ...(ranged
        ? {
            earliest: plan.declared + (after.low[i] as number),
            latest: plan.declared + (after.high[i] as number),
          }
        : {}),
    };
  });
}

function recoveryLane({ id, name, recovered, recoveredRange }: SimulatedNode): LaneEvent[] {
  if (recovered === undefined) return [];
  return [{ lane: 'recovery', id, label: name, from: recovered, ...recoveredRange }];
}

function breachLane({ id, name, hour, earliest, latest, minimumLevel }: Breach): LaneEvent[] {
  if (hour === undefined) return [];
  return [
    {
      lane: 'breach',
      id,
      label: name,
      from: hour,
      level: minimumLevel,
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
    },
  ];
}
