/** An incident as a scenario that can be run now: what is assumed, with the checks in place of it. */
import { type Check, MAX_HOURS, type Scenario, type TimedObservation } from '@msp-impact/contract';
import type { Kept } from './kept.ts';

const HOUR_MS = 3.6e6;
const DAY = 24;

export const hourOf = (began: string, at: string): number =>
  (Date.parse(at) - Date.parse(began)) / HOUR_MS;

/**
 * `now` in ISO 8601. It runs for a day beyond now at least. A check counts until it is stale or the
 * next one of the same node was made; what the scenario says it observed yields where there are checks.
 */
export function currentScenario(incident: Kept, now: string): Scenario {
  const { scenario, began, name, exercise, checks } = incident;
  const elapsed = Math.max(0, hourOf(began, now));
  const days = (Math.floor(elapsed / DAY) + 2) * DAY;
  const hours = Math.min(MAX_HOURS, Math.max(scenario.hours, days));
  const checked = new Set(checks.map(({ node }) => node));
  const planned = (scenario.observations ?? []).filter(({ id }) => !checked.has(id));
  const observations = [...planned, ...observationsOf(checks, began, hours)];
  const { observations: _, ...rest } = scenario;
  return {
    ...rest,
    name: exercise ? `Exercise: ${name}` : name,
    start: began,
    hours,
    ...(observations.length > 0 ? { observations } : {}),
  };
}

function observationsOf(
  checks: readonly Check[],
  began: string,
  hours: number,
): TimedObservation[] {
  const inOrder = [...checks].sort((a, b) => order(a.at, b.at) || order(a.logged, b.logged));
  return inOrder.flatMap((check, i) => {
    const next = inOrder.slice(i + 1).find(({ node }) => node === check.node);
    const from = hourOf(began, check.at);
    const end = Math.min(from + check.staleAfterHours, next ? hourOf(began, next.at) : hours);
    const startHour = Math.max(0, from);
    if (end <= startHour || startHour >= hours) return [];
    const { node: id, level, by: seenBy } = check;
    return [{ id, level, startHour, durationHours: end - startHour, seenBy }];
  });
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
