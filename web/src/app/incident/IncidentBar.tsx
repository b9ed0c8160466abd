import type { Incident, IncidentChange } from '@msp-impact/contract';
import { Link } from 'wouter';
import s from '../../features/incident/incident.module.css';
import controls from '../../ui/controls.module.css';
import { copyText } from '../../ui/copy.ts';
import { whenWords } from '../../ui/hour-words.ts';
import { moment } from '../../ui/words.ts';
import { type Desk, EMPTY_DESK, formatDesk } from '../../url/desk.ts';
import { formatPlan, normalPlan } from '../../url/scenario-codec.ts';
import type { ChangeDesk } from '../../url/use-desk.ts';
import { hourNow } from '../report/use-subject.ts';

const HOUR_MS = 3.6e6;
const DAY = 24;

interface IncidentBarProps {
  readonly incident: Incident;
  readonly desk: Desk;
  readonly change: ChangeDesk;
  readonly onChange: (next: IncidentChange) => void;
}

/** What can be done with the incident as a whole. */
export function IncidentBar({ incident, desk, change, onChange }: IncidentBarProps) {
  const runs = !incident.exercise || desk.facilitator;
  return (
    <div className={s.bar}>
      <span className={s.quiet}>
        Began {moment(incident.began)}, opened by {incident.author}
      </span>
      <span className={s.grow} />
      {incident.exercise && <Exercise {...{ incident, desk, change, onChange }} />}
      <button
        type="button"
        className={controls.button}
        onClick={() => change(({ incident: _gone, ...old }) => ({ ...old, facilitator: false }))}
      >
        All incidents
      </button>
      {runs && !incident.closed && (
        <Link className={controls.button} href={`/hours?${planInHours(incident, desk)}`}>
          Change what is assumed
        </Link>
      )}
      {runs && (
        <button
          type="button"
          className={controls.button}
          onClick={() => onChange({ closed: !incident.closed })}
        >
          {incident.closed ? 'Open it again' : 'It is over'}
        </button>
      )}
      <button
        type="button"
        className={controls.primary}
        onClick={() => change(({ kept: _gone, ...old }) => old, { to: '/report' })}
      >
        Report on it
      </button>
    </div>
  );
}

/** Its plan on Hour by hour, at the hour of now; the incident stays in the address, so that the way back leads here. */
function planInHours(incident: Incident, { facilitator }: Desk): string {
  const { id, scenario } = incident;
  const at = Math.min(Math.round(hourNow(incident) * 10) / 10, scenario.hours);
  return [
    ...formatPlan(normalPlan(scenario), ''),
    ...(at > 0 ? [`t=${at}`] : []),
    formatDesk({ ...EMPTY_DESK, incident: id, facilitator }),
  ].join('&');
}

/** Players and whoever runs it look at the same exercise by different addresses. */
function Exercise({ incident, desk, change, onChange }: IncidentBarProps) {
  if (!desk.facilitator) {
    return (
      <button
        type="button"
        className={controls.button}
        onClick={() => change((old) => ({ ...old, facilitator: true }))}
      >
        I run this exercise
      </button>
    );
  }
  const link = formatDesk({ ...EMPTY_DESK, incident: incident.id });
  return (
    <>
      <button
        type="button"
        className={controls.button}
        onClick={() =>
          void copyText(
            `${window.location.origin}/incident?${link}`,
            'Link for players copied. It hides results and what has not come in yet.',
          )
        }
      >
        Copy the players’ link
      </button>
      <button
        type="button"
        className={controls.button}
        onClick={() => change((old) => ({ ...old, facilitator: false }))}
      >
        See it as a player
      </button>
      <button
        type="button"
        className={controls.button}
        aria-pressed={incident.revealed}
        onClick={() => onChange({ revealed: !incident.revealed })}
      >
        {incident.revealed ? 'Hide the results again' : 'Show players the results'}
      </button>
      {!incident.closed && <Jump incident={incident} onChange={onChange} />}
    </>
  );
}

/** The clock of an exercise goes as fast as whoever runs it wants: to what comes in next, or a day on. */
function Jump({ incident, onChange }: Pick<IncidentBarProps, 'incident' | 'onChange'>) {
  const { began, now, injects } = incident;
  const elapsed = (Date.parse(now) - Date.parse(began)) / HOUR_MS;
  const next = injects.find(({ atHour, open }) => !open && atHour !== undefined)?.atHour;
  return (
    <>
      {next !== undefined && next > elapsed && (
        <button
          type="button"
          className={controls.button}
          onClick={() => onChange({ skipHours: next - elapsed })}
        >
          Jump to {whenWords(next)}: the next inject
        </button>
      )}
      <button
        type="button"
        className={controls.button}
        onClick={() => onChange({ skipHours: DAY })}
      >
        Jump a day ahead
      </button>
    </>
  );
}
