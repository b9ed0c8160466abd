/** Contracts by the day on which to decide: end − notice − months that a procurement takes. */
import {
  DEFAULT_REPROCURE_MONTHS,
  type DecideByAnswer,
  type DecideByQuery,
  type Measure,
  type ValueBasis,
} from '@msp-impact/contract';
import type { Answer } from '../ask.ts';
import { type Counted, count } from './concentration.ts';
import { minusMonths, plusDays } from './dates.ts';
import type { Register } from './register.ts';
import { contractWayOut, wayOutShown } from './ways-out.ts';
import { contractTest, withinOf } from './within.ts';

const DEFAULT_SHARE = 0.25;
const SOON = 90;
type Row = DecideByAnswer['rows'][number];

/** @param today YYYY-MM-DD */
export function decideByAnswer(
  register: Register,
  query: DecideByQuery,
  today: string,
): Answer<DecideByAnswer> {
  const { months = DEFAULT_REPROCURE_MONTHS, limit = 1000, onlyConcentrated = false } = query;
  const counted = sharesFor(register, query);
  if (!counted.ok) return counted;
  const within = withinOf(register, query);
  if (!within.ok) return within;
  const { rows, withoutEnd, noticeAssumed } = collect(
    register,
    contractTest(register, within.value, query),
    (c) => rowOf(register, counted.value, c, { ...query, months, today }),
  );
  const kept = rows.filter(({ concentrated }) => concentrated || !onlyConcentrated);
  const ended = ({ state }: Row) => (state === 'ended' ? 1 : 0);
  kept.sort(
    (a, b) =>
      ended(a) - ended(b) || (a.decideBy < b.decideBy ? -1 : a.decideBy > b.decideBy ? 1 : 0),
  );
  return {
    ok: true,
    value: {
      revision: register.snapshot.revision,
      today,
      months,
      share: counted.value.request.share as Measure,
      withoutEnd,
      noticeAssumed,
      states: statesOf(kept),
      total: kept.length,
      rows: kept.slice(0, limit),
    },
  };
}

function statesOf(rows: readonly Row[]): Record<Row['state'], number> {
  const states = { late: 0, due: 0, later: 0, ended: 0 };
  for (const { state } of rows) states[state]++;
  return states;
}

/** Shares by value where that has one answer, else by number of contracts. */
function sharesFor(register: Register, query: DecideByQuery): Answer<Counted> {
  const { months, today, concentratedShare, onlyConcentrated, limit, ...scope } = query;
  const byValue = count(register, { ...scope, share: scope.share ?? 'value' });
  if (scope.share || (byValue.ok && byValue.value.figures.holders > 0)) return byValue;
  return count(register, { ...scope, share: 'count' });
}

function collect(
  { snapshot, details }: Register,
  inside: ((c: number) => boolean) | undefined,
  make: (c: number) => Row,
) {
  const { id } = snapshot.columns.contracts;
  const rows: Row[] = [];
  let [withoutEnd, noticeAssumed] = [0, 0];
  for (let c = 0; c < id.length; c++) {
    if (inside && !inside(c)) continue;
    const { end, noticeDays } = details.contracts.get(id[c] as string) ?? {};
    if (end === undefined) withoutEnd++;
    else {
      if (noticeDays === undefined) noticeAssumed++;
      rows.push(make(c));
    }
  }
  return { rows, withoutEnd, noticeAssumed };
}

function rowOf(
  register: Register,
  counted: Counted,
  c: number,
  options: DecideByQuery & { readonly months: number; readonly today: string },
): Row {
  const { snapshot, details, supplier } = register;
  const { contracts, nodes } = snapshot.columns;
  const holder = supplier[c] as number;
  const known = details.contracts.get(contracts.id[c] as string) ?? {};
  const { title, buyer, start, end = '', maxEnd, noticeDays } = known;
  const decideBy = minusMonths(plusDays(end, -(noticeDays ?? 0)), options.months);
  const share = shareOf(counted, holder);
  const value = contracts.value[c];
  const currency = contracts.currency[c];
  const basis = contracts.valueBasis[c];
  return {
    id: contracts.id[c] as string,
    ...(title === undefined ? {} : { title }),
    supplier: { id: nodes.id[holder] as string, name: nodes.name[holder] as string },
    ...(buyer === undefined ? {} : { buyer }),
    ...(start === undefined ? {} : { start }),
    end,
    ...(maxEnd === undefined ? {} : { maxEnd }),
    ...(noticeDays === undefined ? {} : { noticeDays }),
    decideBy,
    state: stateOf(end, decideBy, options.today),
    ...(typeof value === 'number' ? { value } : {}),
    ...(currency ? { currency } : {}),
    ...(basis ? { valueBasis: basis as ValueBasis } : {}),
    ...(share === undefined ? {} : { share }),
    concentrated: (share ?? 0) >= (options.concentratedShare ?? DEFAULT_SHARE),
    ...wayOutShown(snapshot, contractWayOut(register, c)),
  };
}

function stateOf(end: string, decideBy: string, today: string): Row['state'] {
  if (end < today) return 'ended';
  if (decideBy < today) return 'late';
  return decideBy <= plusDays(today, SOON) ? 'due' : 'later';
}

/** Of the supplier, or of its owner group where shares are rolled up; undefined: not known. */
function shareOf(counted: Counted, holder: number): number | undefined {
  const row = counted.owners ? (counted.owners.top[holder] as number) : holder;
  const { amount, unknown } = counted.tally;
  if (amount[row] === 0 && (unknown[row] as number) > 0) return undefined;
  const { total } = counted.figures;
  return total > 0 ? (amount[row] as number) / total : undefined;
}
