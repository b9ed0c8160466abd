/** Levels over time: right-continuous steps `[hour, level]`, the first at hour 0. */
import type {
  BacklogAnswer,
  Bounds,
  SimulatedNode,
  SimulationAnswer,
  Spans,
  Steps,
} from '@msp-impact/contract';

/** O(log n). 1 before the first step. */
export function levelAt(steps: Steps, hour: number): number {
  let [low, high] = [0, steps.length];
  // The answer is the last step at or before `hour`: low = how many are known to be.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]![0] <= hour) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 1 : steps[low - 1]![1];
}

export const lowest = (steps: Steps): number =>
  steps.reduce((least, [, level]) => Math.min(least, level), 1);

/** Hours at which the answer changes, sorted: the step buttons lead from one to the next. */
export function nextEvent(
  events: readonly number[],
  hour: number,
  way: 1 | -1,
): number | undefined {
  if (way > 0) return events.find((one) => one > hour + 1e-9);
  return events.findLast((one) => one < hour - 1e-9);
}

/** The last event at or before the hour: between two of them nothing changes. */
export function eventBefore(events: readonly number[], hour: number): number {
  return events.findLast((one) => one <= hour) ?? 0;
}

/** "from hour 4 to day 14": the stretch during which it has less than all, by the point answer. */
export function hitSpan(steps: Steps): { from: number; until: number | undefined } | undefined {
  const from = steps.find(([, level]) => level < 1)?.[0];
  if (from === undefined) return undefined;
  const last = steps.at(-1)!;
  return { from, until: last[1] < 1 ? undefined : last[0] };
}

/** The hour at which the first of them falls, by the point answer. */
export function firstHit({ nodes }: SimulationAnswer): number | undefined {
  const hours = nodes.flatMap(({ steps }) => hitSpan(steps)?.from ?? []);
  return hours.length > 0 ? Math.min(...hours) : undefined;
}

/** Nothing is below normal at the hour. */
export const isCalm = ({ nodes }: SimulationAnswer, hour: number): boolean =>
  nodes.every(({ steps }) => levelAt(steps, hour) >= 1);

/** Both bounds where they are known, else the point answer twice. */
export const bandOf = (node: Pick<SimulatedNode, 'steps' | 'low' | 'high'>) => ({
  low: node.low ?? node.steps,
  high: node.high ?? node.steps,
});

/** What is left at the hour, with what it may be where that is known. */
export interface Left {
  readonly level: number;
  readonly range?: Bounds;
}

/** 1 where nothing is said of it: it is not hit. */
export function leftAt(
  node: Pick<SimulatedNode, 'steps' | 'low' | 'high'> | undefined,
  hour: number,
): Left {
  if (!node) return { level: 1 };
  const level = levelAt(node.steps, hour);
  const band = bandOf(node);
  const range = { low: levelAt(band.low, hour), high: levelAt(band.high, hour) };
  return range.low < range.high ? { level, range } : { level };
}

/** Spans are ascending and apart; few. */
export const within = (spans: Spans | undefined, hour: number): boolean =>
  spans?.some(({ from, until }) => from <= hour && (until === undefined || hour < until)) ?? false;

/** From which hour on none wait, most likely and at worst; undefined: some wait to the end. */
export function clearedAt({ cleared, courseHigh }: Pick<BacklogAnswer, 'cleared' | 'courseHigh'>): {
  likely?: number;
  worst?: number;
} {
  if (cleared === undefined) return {};
  const [hour, waiting] = courseHigh?.at(-1) ?? [cleared, 0];
  return waiting > 0 ? { likely: cleared } : { likely: cleared, worst: hour };
}

/** Cases that wait at the hour: straight between two corners, level after the last. */
export function waitingAt(course: readonly (readonly [number, number])[], hour: number): number {
  const next = course.findIndex(([at]) => at > hour);
  const last = course.at(next < 0 ? -1 : next - 1);
  if (!last) return 0;
  const after = next < 0 ? undefined : course[next];
  if (!after) return last[1];
  return last[1] + ((after[1] - last[1]) * (hour - last[0])) / (after[0] - last[0]);
}
