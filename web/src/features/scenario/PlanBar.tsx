import type { Scenario } from '@msp-impact/contract';
import controls from '../../ui/controls.module.css';
import { Dropdown } from '../../ui/Dropdown.tsx';
import { lengthWords } from '../../ui/hour-words.ts';
import { setName } from '../../ui/set-name.ts';
import { AddSomething } from './AddSomething.tsx';
import type { EventItem, PlanEvent } from './events.ts';
import s from './scenario.module.css';
import { eventName, eventWords, LENGTHS } from './words.ts';

export interface PlanBarProps {
  readonly plan: Scenario;
  readonly events: readonly PlanEvent[];
  readonly nameOf: (id: string) => string;
  /** Sets that can be switched off together. */
  readonly zones: readonly string[];
  readonly onEdit: (key: string) => void;
  readonly onRemove: (key: string) => void;
  readonly onAdd: (event: EventItem) => void;
  readonly onWays: (counted: boolean) => void;
  readonly onHours: (hours: number) => void;
}

const WAYS = [
  { value: 'yes', label: 'other ways of working' },
  { value: 'no', label: 'no other ways of working' },
] as const;

/** The plan as a sentence that is edited in place. */
export function PlanBar(props: PlanBarProps) {
  const { plan, events, nameOf } = props;
  const shown = events.length > MOST ? MOST - 1 : MOST;
  const lengths = [...new Set([...LENGTHS, plan.hours])].sort((a, b) => a - b);
  return (
    <section className={s.bar} aria-label="The question">
      <span className={s.words}>What if</span>
      {events.slice(0, shown).map((event) => {
        const name = eventName(event, nameOf, setName);
        return (
          <span key={event.key} className={s.event}>
            <span className={controls.marked}>
              <button
                type="button"
                className={controls.markedClose}
                aria-label={`Take ${name} out`}
                onClick={() => props.onRemove(event.key)}
              >
                <Cross />
              </button>
              <span>{name}</span>
            </span>
            <button
              type="button"
              className={controls.chip}
              aria-label={`${name}: ${eventWords(event)}. Change`}
              onClick={() => props.onEdit(event.key)}
            >
              {eventWords(event)}
              <span aria-hidden="true">▾</span>
            </button>
          </span>
        );
      })}
      {events.length > shown && (
        <span className={s.words}>and {events.length - shown} more on the timeline</span>
      )}
      <span className={s.words}>counting</span>
      <Dropdown
        label="Other ways of working"
        value={plan.workarounds === false ? 'no' : 'yes'}
        choices={WAYS}
        onChoose={(value) => props.onWays(value === 'yes')}
      />
      <span className={s.words}>over</span>
      <Dropdown
        label="How long the plan runs"
        value={`${plan.hours}`}
        choices={lengths.map((hours) => ({ value: `${hours}`, label: lengthWords(hours) }))}
        onChoose={(value) => props.onHours(Number(value))}
      />
      <AddSomething zones={props.zones} onAdd={props.onAdd} />
    </section>
  );
}

/** A sentence holds so many; the timeline holds them all. */
const MOST = 3;

function Cross() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path
        d="M1.5 1.5l7 7M8.5 1.5l-7 7"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
