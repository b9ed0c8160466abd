/** Two entries of one thing at the same time: which of them counts would be a guess. */
import type { Scenario, Uncertain } from '@msp-impact/contract';
import { at, fault } from '../rules/fault.ts';
import { point, threeEnds } from '../snapshot/ends.ts';
import type { Checked } from './check.ts';

interface Span {
  readonly key: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** At its longest. */
  readonly latest: number;
}

/** Outages of one node, isolations of one zone, cuts of one pair, observations of one node. */
export function checkOverlaps(scenario: Scenario, path: string, checked: Checked): void {
  const { outages = [], isolations = [], cuts = [], observations = [] } = scenario;
  const span = (list: string, i: number, key: string, start = 0, hours?: Uncertain): Span => ({
    key,
    path: at(at(path, list), i),
    start,
    end: hours === undefined ? Number.POSITIVE_INFINITY : start + point(hours),
    latest: hours === undefined ? Number.POSITIVE_INFINITY : start + threeEnds(hours).high,
  });
  const lists = [
    outages.map((one, i) => span('outages', i, one.id, one.startHour, one.durationHours)),
    isolations.map((one, i) => span('isolations', i, one.zone, one.startHour, isolationHours(one))),
    cuts.map((one, i) => {
      return span('cuts', i, `${one.from}->${one.to}`, one.startHour, one.durationHours);
    }),
    observations.map((one, i) => {
      return span('observations', i, one.id, one.startHour, one.durationHours);
    }),
  ];
  for (const spans of lists) compare(spans, checked);
}

type Isolation = NonNullable<Scenario['isolations']>[number];

/** Until the last release of all that is still isolated; undefined: for good. */
function isolationHours({ delayHours = 0, release = [] }: Isolation): Uncertain | undefined {
  const last = release.filter(({ nodes, level = 1 }) => !nodes && point(level) === 1).at(-1);
  if (!last) return undefined;
  const [delay, after] = [threeEnds(delayHours), threeEnds(last.afterHours)];
  return {
    low: delay.low + after.low,
    likely: delay.likely + after.likely,
    high: delay.high + after.high,
  };
}

function compare(spans: readonly Span[], { faults, notes }: Checked): void {
  const sorted = [...spans].sort(
    (a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)) || a.start - b.start,
  );
  const longest = new Map<string, Span>();
  for (const next of sorted) {
    const before = longest.get(next.key);
    if (before && next.start < before.end) {
      const reason = `overlaps ${before.path} of ${next.key}, which ${until(before.end)}; join the two, or let one end before the other starts`;
      faults.push(fault(next.path, next.start, reason));
    } else if (before && next.start < before.latest) {
      notes.push(
        `${next.path} starts while ${before.path} of ${next.key} may still last; the lower level counts.`,
      );
    }
    if (!before || next.latest > before.latest) longest.set(next.key, next);
  }
}

function until(end: number): string {
  return Number.isFinite(end) ? `lasts until hour ${end}` : 'has no end';
}
