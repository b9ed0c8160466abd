import { useState } from 'react';
import { Link } from 'wouter';
import controls from '../../ui/controls.module.css';
import { moneyExact } from '../../ui/reliance-words.ts';
import { WayOut } from '../../ui/WayOut.tsx';
import { day, sharePercent } from '../../ui/words.ts';
import s from './contracts.module.css';
import { contractName, DECIDE_WORDS, type DecideRow } from './decide-words.ts';
import { type Axis, axisOf, type Span, spanOf } from './timeline.ts';

const STEP = 100;

/** Each contract as a bar of its days; the mark on it is the day to decide. */
export function Timeline(props: {
  readonly rows: readonly DecideRow[];
  readonly today: string;
  readonly hrefOf: (id: string) => string;
  readonly onEdit: (id: string) => void;
}) {
  const { today } = props;
  const [drawn, setDrawn] = useState(STEP);
  const [past, setPast] = useState(false);
  const open = props.rows.filter((row) => row.state !== 'ended');
  // What ended last stands first.
  const ended = props.rows.filter((row) => row.state === 'ended').reverse();
  const rows = past || open.length === 0 ? [...open, ...ended] : open;
  const shown = rows.slice(0, drawn);
  const axis = axisOf(shown, today);
  const left = rows.length - shown.length;
  return (
    <>
      <div className={s.scroller}>
        <table className={s.timeline} aria-label="Contracts by the day to decide">
          <thead>
            <tr>
              <th scope="col">Decide by</th>
              <th scope="col">Contract</th>
              <th scope="col">The way out</th>
              <th scope="col">Supplier</th>
              <th scope="col" className={s.value}>
                Value
              </th>
              <th scope="col" className={s.axisHead}>
                <span className="only-heard">Start, end and day to decide</span>
                <Years axis={axis} today={today} />
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.id} {...props} row={row} axis={axis} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <button type="button" className={controls.button} onClick={() => setDrawn(drawn + STEP)}>
          Show {Math.min(STEP, left)} more of {left.toLocaleString('en-GB')}
        </button>
      )}{' '}
      {open.length > 0 && ended.length > 0 && (
        <button
          type="button"
          className={controls.button}
          aria-pressed={past}
          onClick={() => setPast(!past)}
        >
          {ended.length === 1
            ? 'One that has ended'
            : `${ended.length.toLocaleString('en-GB')} that have ended`}
        </button>
      )}
    </>
  );
}

function Years({ axis, today }: { readonly axis: Axis; readonly today: string }) {
  const now = axis.at(today);
  return (
    <span className={s.years} aria-hidden="true">
      {axis.years
        .filter((one) => Math.abs(one.at - now) > 6 && one.at > 2 && one.at < 97)
        .map((one) => (
          <span key={one.year} style={{ left: `${one.at}%` }}>
            {one.year}
          </span>
        ))}
      <span className={s.todayWord} style={{ left: `${now}%` }}>
        today
      </span>
    </span>
  );
}

function Row(props: {
  readonly row: DecideRow;
  readonly axis: Axis;
  readonly today: string;
  readonly hrefOf: (id: string) => string;
  readonly onEdit: (id: string) => void;
}) {
  const { row, hrefOf } = props;
  return (
    <tr data-state={row.state}>
      <td className={s.when}>
        <strong>{day(row.decideBy)}</strong>
        <span className={s.state} data-state={row.state}>
          {DECIDE_WORDS[row.state]}
        </span>
      </td>
      <td>
        <button type="button" className={s.name} onClick={() => props.onEdit(row.id)}>
          {contractName(row)}
        </button>
        <span className={s.quiet}>{row.buyer}</span>
      </td>
      <td>
        <WayOut {...row} hrefOf={hrefOf} />
      </td>
      <td>
        <Link href={hrefOf(row.supplier.id)} className={s.supplier}>
          {row.supplier.name}
        </Link>
        <span className={s.quiet}>{shareWords(row)}</span>
      </td>
      <td className={s.value}>
        {row.value === undefined ? (
          <em className={s.quiet}>not known</em>
        ) : (
          moneyExact(row.value, row.currency ?? 'XXX')
        )}
        {row.valueBasis === 'annual' && <span className={s.quiet}>a year</span>}
      </td>
      <td className={s.axis}>
        <Days {...props} />
      </td>
    </tr>
  );
}

/** A supplier of whose amounts none is known holds no part of what is known: that is not nothing. */
function shareWords({ share, concentrated }: DecideRow): string {
  if (!share) return 'share not known';
  return `holds ${sharePercent(share)}${concentrated ? ': much rests on it' : ''}`;
}

function Days({
  row,
  axis,
  today,
}: {
  readonly row: DecideRow;
  readonly axis: Axis;
  readonly today: string;
}) {
  const bar = spanOf(axis, row.start, row.end);
  const more = row.maxEnd && row.maxEnd > row.end ? spanOf(axis, row.end, row.maxEnd) : undefined;
  const decide = axis.at(row.decideBy);
  return (
    <div className={s.days} role="img" aria-label={daysWords(row)} title={daysWords(row)}>
      <span className={s.today} style={{ left: `${axis.at(today)}%` }} />
      {more && <Stretch className={s.maybe} span={more} />}
      {bar && <Stretch className={s.runs} span={bar} />}
      {decide >= 0 && decide <= 100 && (
        <span className={s.decide} data-state={row.state} style={{ left: `${decide}%` }} />
      )}
    </div>
  );
}

function Stretch({
  span,
  className,
}: {
  readonly span: Span;
  readonly className: string | undefined;
}) {
  return (
    <span
      className={className}
      data-cut-start={span.cutStart || undefined}
      data-cut-end={span.cutEnd || undefined}
      style={{ left: `${span.left}%`, width: `${span.width}%` }}
    />
  );
}

function daysWords(row: DecideRow): string {
  const from = row.start ? `from ${day(row.start)} ` : '';
  const longest = row.maxEnd ? `, at most to ${day(row.maxEnd)}` : '';
  const notice =
    row.noticeDays === undefined ? 'no notice period on record' : `notice ${row.noticeDays} days`;
  return `Runs ${from}to ${day(row.end)}${longest}; ${notice}; decide by ${day(row.decideBy)}`;
}
