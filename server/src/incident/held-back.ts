/** What the players of an exercise get of its scenario: what has happened so far, and nothing of what is to come. */
import type { Scenario, Uncertain } from '@msp-impact/contract';
import { point } from '../snapshot/ends.ts';

/** What begins now has to be seen, and nothing may begin at the end of a scenario. */
const LEAST_HOURS = 1;

/**
 * Up to the hour `elapsed`, by point values; before hour 0, when it is negative, nothing has happened.
 * Recovery that lies ahead is left out, so what is down stays down as far as anybody can see; so is the
 * note, which may tell the plot, and the hour of a declaration to come: until then no other way of
 * working counts.
 */
export function heldBack(scenario: Scenario, elapsed: number): Scenario {
  const { note: _, outages, isolations, cuts, observations, declaredHour, ...rest } = scenario;
  const hours = Math.max(0, elapsed) + LEAST_HOURS;
  const begun = <T extends { startHour?: number }>(list: readonly T[] = []) =>
    list.filter(({ startHour = 0 }) => startHour <= elapsed);
  return {
    ...rest,
    ...declaredSoFar(declaredHour, elapsed),
    hours,
    outages: begun(outages).map((one) => outageSoFar(one, elapsed)),
    isolations: begun(isolations).flatMap((one) => isolationSoFar(one, elapsed)),
    cuts: begun(cuts).map((one) => ended(one, elapsed)),
    observations: begun(observations),
  };
}

function declaredSoFar(
  declaredHour: number | undefined,
  elapsed: number,
): Pick<Scenario, 'declaredHour' | 'workarounds'> {
  if (declaredHour === undefined) return {};
  return declaredHour <= elapsed ? { declaredHour } : { workarounds: false };
}

type Of<K extends 'outages' | 'isolations' | 'cuts'> = NonNullable<Scenario[K]>[number];

function outageSoFar(outage: Of<'outages'>, elapsed: number): Of<'outages'> {
  const { recovery = [], ...rest } = ended(outage, elapsed);
  const { startHour = 0 } = outage;
  const past = recovery.filter(({ afterHours }) => startHour + point(afterHours) <= elapsed);
  return past.length > 0 ? { ...rest, recovery: past } : rest;
}

/** None before its zone is switched off. */
function isolationSoFar(isolation: Of<'isolations'>, elapsed: number): Of<'isolations'>[] {
  const { release = [], ...rest } = isolation;
  const { startHour = 0, delayHours = 0 } = rest;
  const off = startHour + point(delayHours);
  if (off > elapsed) return [];
  const past = release.filter(({ afterHours }) => off + point(afterHours) <= elapsed);
  return [past.length > 0 ? { ...rest, release: past } : rest];
}

/** Without an end that lies ahead. */
function ended<T extends { startHour?: number; durationHours?: Uncertain }>(
  one: T,
  elapsed: number,
): T {
  const { startHour = 0, durationHours } = one;
  if (durationHours === undefined || startHour + point(durationHours) <= elapsed) return one;
  const { durationHours: _, ...open } = one;
  return open as T;
}
