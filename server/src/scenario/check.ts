/**
 * The rules of a scenario that its shape does not say, and its ids held against a graph.
 * Faults keep it from running; notes are told beside the answer.
 */
import {
  type Fault,
  isDay,
  type Scenario,
  type TimedOutage,
  type Uncertain,
} from '@msp-impact/contract';
import { at, fault } from '../rules/fault.ts';
import { checkRange } from '../rules/values.ts';
import { point } from '../snapshot/ends.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkIds } from './ids.ts';
import { checkOverlaps } from './overlaps.ts';

export interface Checked {
  readonly faults: Fault[];
  readonly notes: string[];
}

/** @param path where the scenario stands in the request, e.g. `$.scenario` */
export function checkScenario(snapshot: Snapshot, scenario: Scenario, path = '$'): Checked {
  const checked: Checked = { faults: [], notes: [] };
  checkStart(scenario, path, checked);
  checkSpans(scenario, path, checked);
  (scenario.outages ?? []).forEach((outage, i) => {
    checkOutage(outage, at(at(path, 'outages'), i), checked);
  });
  (scenario.isolations ?? []).forEach(({ delayHours, release = [] }, i) => {
    const place = at(at(path, 'isolations'), i);
    range(delayHours, at(place, 'delayHours'), checked);
    release.forEach((step, j) => {
      const here = at(at(place, 'release'), j);
      range(step.afterHours, at(here, 'afterHours'), checked);
      range(step.level, at(here, 'level'), checked);
    });
  });
  (scenario.cuts ?? []).forEach(({ durationHours }, i) => {
    range(durationHours, at(at(at(path, 'cuts'), i), 'durationHours'), checked);
  });
  checkIds(snapshot, scenario, path, checked.faults);
  checkOverlaps(scenario, path, checked);
  tellWhatIsOdd(scenario, checked);
  return checked;
}

function range(value: Uncertain | undefined, path: string, { faults }: Checked): void {
  checkRange(value, path, faults);
  if (typeof value === 'object' && value.distribution === 'lognormal' && value.low <= 0) {
    faults.push(fault(at(path, 'low'), value.low, 'a lognormal range must start above 0'));
  }
}

/** The pattern sees to the form; the calendar has the last word. */
function checkStart({ start }: Scenario, path: string, { faults }: Checked): void {
  if (start === undefined) return;
  const offset = /[+-](\d{2}):(\d{2})$/.exec(start);
  const far = offset && (Number(offset[1]) > 14 || Number(offset[2]) > 59);
  if (isDay(start.slice(0, 10)) && Number.isFinite(Date.parse(start)) && !far) return;
  faults.push(fault(at(path, 'start'), start, 'must be a time that the calendar has'));
}

const LISTS = ['outages', 'isolations', 'cuts', 'observations'] as const;

/** Nothing may start when the scenario is over. */
function checkSpans(scenario: Scenario, path: string, { faults, notes }: Checked): void {
  const { hours, declaredHour = 0, workarounds = true } = scenario;
  for (const list of LISTS) {
    (scenario[list] ?? []).forEach(({ startHour = 0 }, i) => {
      if (startHour < hours) return;
      const reason = `starts when the scenario is over: it has ${hours} hours`;
      faults.push(fault(at(at(at(path, list), i), 'startHour'), startHour, reason));
    });
  }
  if (workarounds && declaredHour >= hours) {
    notes.push(
      `The incident is declared at hour ${declaredHour}, after the end: no other way of working starts.`,
    );
  }
}

/** Recovery goes up, in the order of its hours, and not beyond the end of the outage. */
function checkOutage(outage: TimedOutage, path: string, checked: Checked): void {
  const { durationHours, level = 0, recovery = [] } = outage;
  range(durationHours, at(path, 'durationHours'), checked);
  range(outage.level, at(path, 'level'), checked);
  let [hour, left] = [0, point(level)];
  recovery.forEach((step, i) => {
    const here = at(at(path, 'recovery'), i);
    range(step.afterHours, at(here, 'afterHours'), checked);
    range(step.level, at(here, 'level'), checked);
    const [after, up] = [point(step.afterHours), point(step.level)];
    if (after < hour) {
      const reason = `comes before the step at ${hour} hours: name the steps in their order`;
      checked.faults.push(fault(at(here, 'afterHours'), step.afterHours, reason));
    }
    if (up < left) {
      const reason = `falls from ${left}: recovery does not go back; a relapse is an outage of its own`;
      checked.faults.push(fault(at(here, 'level'), step.level, reason));
    }
    if (durationHours !== undefined && after > point(durationHours)) {
      const reason = `ends before it recovers: the outage lasts ${point(durationHours)} hours`;
      checked.faults.push(fault(at(here, 'afterHours'), step.afterHours, reason));
    }
    [hour, left] = [after, up];
  });
}

function tellWhatIsOdd(scenario: Scenario, { notes }: Checked): void {
  const { outages = [], isolations = [], cuts = [] } = scenario;
  const starts = [...outages, ...isolations, ...cuts].map(({ startHour = 0 }) => startHour);
  if (starts.length === 0) {
    notes.push('Nothing is stopped, isolated or cut off in this scenario.');
    return;
  }
  const first = Math.min(...starts);
  if (first > 0 && scenario.declaredHour === undefined && scenario.workarounds !== false) {
    notes.push(
      `The clocks of other ways of working run from hour 0, ${first} hours before anything happens: set declaredHour.`,
    );
  }
}
