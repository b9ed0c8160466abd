import type { Check, Incident } from '@msp-impact/contract';
import { Sign } from '../../ui/Sign.tsx';
import { moment } from '../../ui/words.ts';
import s from './incident.module.css';
import { seenWords, standingOf, standingWords } from './staleness.ts';

/** Newest first; what no longer counts says so. Entries are never changed: a correction is a new check. */
export function CheckLog(props: {
  readonly incident: Incident;
  readonly nameOf: (id: string) => string;
}) {
  const { incident, nameOf } = props;
  const { checks, now } = incident;
  if (checks.length === 0) {
    return (
      <p className={s.quiet}>
        Nothing has been checked yet. What somebody saw counts in place of what is worked out, until
        it goes stale.
      </p>
    );
  }
  return (
    <ol className={s.log}>
      {checks.map((check) => (
        <Entry key={check.id} check={check} checks={checks} now={now} name={nameOf(check.node)} />
      ))}
    </ol>
  );
}

function Entry(props: {
  readonly check: Check;
  readonly checks: readonly Check[];
  readonly now: string;
  readonly name: string;
}) {
  const { check, checks, now, name } = props;
  const standing = standingOf(check, checks, now);
  const { level } = check;
  const state = level === 0 ? 'down' : level < 1 ? 'degraded' : 'up';
  return (
    <li className={s.entry} data-standing={standing}>
      <span className={s.what}>
        <Sign state={state} level={level} />
        <strong>{name}</strong>
        <span>{seenWords(level)}</span>
      </span>
      {check.text && <span className={s.text}>{check.text}</span>}
      <small className={s.quiet}>
        {check.by}, <time dateTime={check.at}>{moment(check.at)}</time>
      </small>
      <span className={s.standing}>{standingWords(check, standing, now)}</span>
    </li>
  );
}
