/** What comes first in a report: by the first limit missed, then worst first. */
import type { Breach, ReportRow, State } from '@msp-impact/contract';

const ORDER: readonly State[] = ['down', 'degraded', 'at-risk', 'unknown', 'up'];
const NEVER = Number.POSITIVE_INFINITY;

type Missed = Pick<Partial<Breach>, 'hour' | 'earliest'>;

/** Who misses none by the point answer comes after those who do, by when it may be at the earliest. */
export function limitOrder(a: Missed, b: Missed): number {
  return before(a.hour, b.hour) || before(a.earliest, b.earliest);
}

const before = (a = NEVER, b = NEVER) => (a === b ? 0 : a < b ? -1 : 1);

/** A limit that only may be missed does not go before what is stopped. What works again comes last; people count before hours lost. */
export function inOrder(rows: ReportRow[], breaches: readonly Breach[]): ReportRow[] {
  const limits = new Map(breaches.map((breach) => [breach.id, breach]));
  const of = ({ id }: ReportRow): Missed => limits.get(id) ?? {};
  const rank = ({ state }: ReportRow) => ORDER.indexOf(state);
  const works = ({ state }: ReportRow) => Number(state === 'up');
  const people = ({ personHours = 0 }: ReportRow) => personHours;
  return rows.sort(
    (a, b) =>
      works(a) - works(b) ||
      before(of(a).hour, of(b).hour) ||
      rank(a) - rank(b) ||
      before(of(a).earliest, of(b).earliest) ||
      people(b) - people(a) ||
      b.lostHours - a.lostHours ||
      (a.id < b.id ? -1 : 1),
  );
}
