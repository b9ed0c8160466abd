/** Everything that the report's page leaves out, as CSV. */
import type { Report } from '@msp-impact/contract';
import { csvText } from '../export/csv.ts';

const HEAD = [
  'id',
  'kind',
  'name',
  'state',
  'level',
  'level low',
  'level high',
  'worst hour',
  'normal again hour',
  'lost hours',
  'lost person-hours',
  'limit missed hour',
  'limit missed earliest',
  'limit missed latest',
];

/** One row for each hit node, worst first; levels 0..1, hours from the start. */
export function annexOf({ rows, breaches }: Report): string {
  const missed = new Map(breaches.map((one) => [one.id, one]));
  // Sums of fractions of hours end in 0.04999999999995; nobody measures below a millionth.
  const number = (value: number | undefined) =>
    value === undefined ? '' : String(Number(value.toFixed(6)));
  const cells = rows.map((row) => {
    const breach = missed.get(row.id);
    return [
      row.id,
      row.kind,
      row.name,
      row.state,
      number(row.level),
      number(row.range?.low),
      number(row.range?.high),
      number(row.worstHour),
      number(row.recovered),
      number(row.lostHours),
      number(row.personHours),
      number(breach?.hour),
      number(breach?.earliest),
      number(breach?.latest),
    ];
  });
  return csvText([HEAD, ...cells]);
}
