/**
 * What a plan says by itself, as spans on its timeline, and the edits that move them. Pure: plan → plan.
 * `from` and `until` are hours of the plan; `until` is its end where nothing says otherwise.
 */
import type {
  Scenario,
  TimedCut,
  TimedIsolation,
  TimedObservation,
  TimedOutage,
  Uncertain,
} from '@msp-impact/contract';
import type { Cause } from '@msp-impact/contract/codes';
import { endsOf, point, withLikely } from './range.ts';

interface Items {
  readonly outages: TimedOutage;
  readonly isolations: TimedIsolation;
  readonly cuts: TimedCut;
  readonly observations: TimedObservation;
}
export type EventList = keyof Items;
const EVENT_LISTS: readonly EventList[] = ['outages', 'isolations', 'cuts', 'observations'];

/** One entry of one list of the plan. */
export type EventItem = {
  [L in EventList]: { readonly list: L; readonly item: Items[L] };
}[EventList];

export interface PlanEvent {
  /** `outages.0` */
  readonly key: string;
  readonly list: EventList;
  readonly index: number;
  /** Node ids, the set that is switched off, or both ends of a link. */
  readonly ids: readonly string[];
  readonly cause: Cause | undefined;
  readonly from: number;
  readonly until: number;
  /** Nothing says when it ends. */
  readonly open: boolean;
  /** Where the end is a range. */
  readonly ends?: { readonly low: number; readonly high: number };
  /** What is left meanwhile, and what comes back when. */
  readonly level: Uncertain;
  readonly steps: readonly { readonly hour: number; readonly level: number }[];
}

export function eventsOf(plan: Scenario): PlanEvent[] {
  return EVENT_LISTS.flatMap((list) =>
    (plan[list] ?? []).map((item, index) => ({
      key: `${list}.${index}`,
      list,
      index,
      ...spanOf({ list, item } as EventItem, plan.hours),
    })),
  );
}

export function itemAt(plan: Scenario, key: string): EventItem | undefined {
  const [list = '', index = ''] = key.split('.');
  const found = EVENT_LISTS.find((one) => one === list);
  const item = found && plan[found]?.[Number(index)];
  return item ? ({ list: found, item } as EventItem) : undefined;
}

type Span = Omit<PlanEvent, 'key' | 'list' | 'index'>;

function spanOf({ list, item }: EventItem, hours: number): Span {
  if (list === 'outages') return outageSpan(item, hours);
  if (list === 'isolations') return isolationSpan(item, hours);
  const from = item.startHour ?? 0;
  const common = { from, steps: [], ...ending(from, item.durationHours, hours) };
  if (list === 'cuts') return { ...common, ids: [item.from, item.to], cause: 'severed', level: 0 };
  return { ...common, ids: [item.id], cause: undefined, level: item.level };
}

function ending(from: number, length: Uncertain | undefined, hours: number) {
  if (length === undefined) return { until: hours, open: true };
  const { low, likely, high } = endsOf(length);
  const ends = low < high ? { ends: { low: from + low, high: Math.min(hours, from + high) } } : {};
  return { until: Math.min(hours, from + likely), open: from + likely > hours, ...ends };
}

function outageSpan(item: TimedOutage, hours: number): Span {
  const { id, cause = 'failed', startHour = 0, durationHours, level = 0, recovery = [] } = item;
  const whole = recovery.find((step) => point(step.level) >= 1)?.afterHours;
  return {
    ids: [id],
    cause,
    level,
    from: startHour,
    steps: recovery.map((step) => ({
      hour: startHour + point(step.afterHours),
      level: point(step.level),
    })),
    ...ending(startHour, durationHours ?? whole, hours),
  };
}

function isolationSpan(item: TimedIsolation, hours: number): Span {
  const { zone, startHour = 0, delayHours = 0, release = [] } = item;
  const from = startHour + point(delayHours);
  const last = [...release]
    .filter((step) => point(step.level ?? 1) >= 1)
    .sort((a, b) => point(b.afterHours) - point(a.afterHours))[0]?.afterHours;
  return {
    ids: [zone],
    cause: 'isolated',
    level: 0,
    from,
    steps: release.map((step) => ({
      hour: from + point(step.afterHours),
      level: point(step.level ?? 1),
    })),
    ...ending(from, last, hours),
  };
}

/** Starts at another hour; what follows moves along. */
export function startAt(plan: Scenario, key: string, from: number): Scenario {
  return changed(plan, key, (event) => {
    const delay = event.list === 'isolations' ? point(event.item.delayHours ?? 0) : 0;
    const startHour = clamp(from - delay, 0, plan.hours - 1);
    return { ...event, item: { ...event.item, startHour } } as EventItem;
  });
}

/** The first hour at which anything is stopped, switched off or cut off. */
export function firstHour(plan: Scenario): number | undefined {
  const hours = eventsOf(plan).flatMap(({ list, from }) => (list === 'observations' ? [] : [from]));
  return hours.length > 0 ? Math.min(...hours) : undefined;
}

/**
 * Who declares an incident does so once it has begun: where its beginning moved, the hour of the
 * declaration moves along. One that was meant to come before stays.
 */
export function declaredAlong(before: Scenario, after: Scenario): Scenario {
  const [old, next] = [firstHour(before), firstHour(after)];
  const declared = before.declaredHour ?? 0;
  if (old === undefined || next === undefined || old === next || declared < old) return after;
  return { ...after, declaredHour: clamp(declared + next - old, 0, after.hours) };
}

/** Ends at another hour; stages on the way keep their proportion, and ranges their doubt. */
export function endAt(plan: Scenario, key: string, until: number): Scenario {
  const event = eventsOf(plan).find((one) => one.key === key);
  if (!event) return plan;
  const length = Math.max(1, Math.min(until, plan.hours) - event.from);
  const by = length / Math.max(1e-9, event.until - event.from);
  return changed(plan, key, (one) => lasting(one, length, event.open ? 1 : by));
}

function lasting(event: EventItem, length: number, by: number): EventItem {
  const scaled = (value: Uncertain) => withLikely(value, Math.round(point(value) * by * 10) / 10);
  if (event.list === 'isolations') {
    const release = event.item.release ?? [];
    const freed = release.some((step) => point(step.level ?? 1) >= 1)
      ? release.map((step) => ({ ...step, afterHours: scaled(step.afterHours) }))
      : [...release, { afterHours: length }];
    return { ...event, item: { ...event.item, release: freed } };
  }
  if (event.list === 'observations') {
    return { ...event, item: { ...event.item, durationHours: length } };
  }
  const durationHours = withLikely(event.item.durationHours, length);
  if (event.list === 'cuts') return { ...event, item: { ...event.item, durationHours } };
  const recovery = event.item.recovery?.map((step) => ({
    ...step,
    afterHours: scaled(step.afterHours),
  }));
  return {
    ...event,
    item: { ...event.item, durationHours, ...(recovery ? { recovery } : {}) },
  };
}

export function replaceEvent(plan: Scenario, key: string, next: EventItem): Scenario {
  return changed(plan, key, () => next);
}

export function removeEvent(plan: Scenario, key: string): Scenario {
  const [list, index] = key.split('.') as [EventList, string];
  const rest = (plan[list] ?? []).filter((_, at) => at !== Number(index));
  const { [list]: _gone, ...others } = plan;
  return (rest.length ? { ...others, [list]: rest } : others) as Scenario;
}

export function addEvent(plan: Scenario, { list, item }: EventItem): Scenario {
  return { ...plan, [list]: [...(plan[list] ?? []), item] };
}

function changed(plan: Scenario, key: string, change: (event: EventItem) => EventItem): Scenario {
  const event = itemAt(plan, key);
  if (!event) return plan;
  const index = Number(key.split('.')[1]);
  const list = [...(plan[event.list] ?? [])] as unknown[];
  list[index] = change(event).item;
  return { ...plan, [event.list]: list };
}

/** The plan runs for another time; what would start after its end is left out. */
export function lastingHours(plan: Scenario, hours: number): Scenario {
  const kept = EVENT_LISTS.map((list) => {
    const items: readonly { readonly startHour?: number }[] = plan[list] ?? [];
    return [list, items.filter((item) => (item.startHour ?? 0) < hours)] as const;
  });
  const { outages: _o, isolations: _i, cuts: _c, observations: _s, ...rest } = plan;
  return {
    ...rest,
    hours,
    ...Object.fromEntries(kept.filter(([, items]) => items.length > 0)),
  } as Scenario;
}

const clamp = (n: number, low: number, high: number) =>
  Math.min(Math.max(n, low), Math.max(low, high));
