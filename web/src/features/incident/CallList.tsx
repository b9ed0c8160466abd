import type { Report } from '@msp-impact/contract';
import { clockWords } from '../../ui/hour-words.ts';
import s from './incident.module.css';
import { dueWords } from './staleness.ts';

const LISTED = 10;

type Call = Report['calls'][number];

/** Owners of what is hit, by the first limit that is missed. Contacts are on this screen alone. */
export function CallList(props: {
  readonly calls: Report['calls'];
  readonly breaches: Report['breaches'];
  /** What was seen and counts: for what works nobody has to be called. */
  readonly checks: Report['checks'];
  readonly now: number;
  readonly start: string | undefined;
}) {
  const { calls, breaches, checks = [], now, start } = props;
  const works = new Set(checks.filter(({ level }) => level >= 1).map(({ id }) => id));
  const needed = calls.filter(({ id }) => !works.has(id));
  const spared = calls.filter(({ id }) => works.has(id));
  const known = new Set(calls.map(({ id }) => id));
  const without = breaches.filter(({ id }) => !known.has(id) && !works.has(id));
  return (
    <>
      <Nobody breaches={without} now={now} />
      {without.length > 0 && <h3 className={s.nobody}>Owners on record</h3>}
      <Owners calls={needed} now={now} start={start} />
      {spared.length > 0 && (
        <p className={s.quiet}>
          Checked and working, so not listed: {spared.map(({ name }) => name).join('; ')}.
        </p>
      )}
    </>
  );
}

interface OwnersProps {
  readonly calls: Report['calls'];
  readonly now: number;
  readonly start: string | undefined;
}

function Owners({ calls, now, start }: OwnersProps) {
  if (calls.length === 0) {
    return (
      <p className={s.quiet}>
        No owner is on record for what is hit. Record owners in the entries’ own records, and they
        are listed here by the first limit that is missed.
      </p>
    );
  }
  return (
    <ol className={s.calls}>
      {calls.map((one) => (
        <li key={one.id}>
          <strong>{one.owner}</strong>
          {one.contact ? (
            <span>{one.contact}</span>
          ) : (
            <small className={s.quiet}>no contact on record</small>
          )}
          <small className={s.quiet}>for {one.name}</small>
          <span
            className={s.due}
            data-past={(one.hour ?? Number.POSITIVE_INFINITY) <= now || undefined}
          >
            <Due due={one} now={now} start={start} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Due(props: {
  readonly due: Pick<Call, 'hour' | 'earliest'>;
  readonly now: number;
  readonly start: string | undefined;
}) {
  const { due, now, start } = props;
  const words = dueWords(due, now);
  if (!words) return 'no limit on record is missed';
  return (
    <>
      limit {words}
      <small className={s.quiet}> {clockWords(start, due.hour ?? due.earliest ?? now)}</small>
    </>
  );
}

/** Missed limits without anybody to call: the most urgent come first. */
function Nobody(props: { readonly breaches: Report['breaches']; readonly now: number }) {
  const without = props.breaches.filter((one) => dueWords(one, props.now));
  if (without.length === 0) return null;
  return (
    <>
      <h3 className={s.nobody}>Limits missed, nobody on record to call</h3>
      <ul className={s.plain}>
        {without.slice(0, LISTED).map((one) => (
          <li key={one.id}>
            {one.name} <small className={s.quiet}>{dueWords(one, props.now)}</small>
          </li>
        ))}
      </ul>
      {without.length > LISTED && (
        <p className={s.quiet}>
          The first {LISTED} of {without.length}.
        </p>
      )}
    </>
  );
}
