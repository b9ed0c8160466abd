import type { Report } from '@msp-impact/contract';
import { clockWords } from '../../ui/hour-words.ts';
import s from './incident.module.css';
import { missedWords } from './staleness.ts';

/** Owners of what is hit, by the first limit that is missed. Contacts are on this screen alone. */
export function CallList(props: {
  readonly calls: Report['calls'];
  readonly now: number;
  readonly start: string | undefined;
}) {
  const { calls, now, start } = props;
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
      {calls.map(({ id, name, owner, contact, hour }) => (
        <li key={id}>
          <strong>{owner}</strong>
          {contact ? (
            <span>{contact}</span>
          ) : (
            <small className={s.quiet}>no contact on record</small>
          )}
          <small className={s.quiet}>for {name}</small>
          <span className={s.due} data-past={hour !== undefined && hour <= now ? true : undefined}>
            {hour === undefined
              ? 'no limit on record is missed'
              : `limit ${missedWords(hour, now)}`}
            {hour !== undefined && <small className={s.quiet}> {clockWords(start, hour)}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
