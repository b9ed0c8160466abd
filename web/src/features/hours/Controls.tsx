import controls from '../../ui/controls.module.css';
import { Dropdown } from '../../ui/Dropdown.tsx';
import { clockWords, hourAndDay } from '../../ui/hour-words.ts';
import { type Scale, SPEEDS, type Speed } from '../../url/hours-view.ts';
import { calm, holdHour, useClock, useHourNow } from './clock.ts';
import { nextEvent } from './series.ts';
import s from './timeline.module.css';

const SPEED_WORDS: Readonly<Record<Speed, string>> = {
  1: '1 hour a second',
  6: '6 hours a second',
  24: '1 day a second',
  168: '1 week a second',
};

interface ControlsProps {
  readonly at: number;
  readonly hours: number;
  readonly start: string | undefined;
  readonly events: readonly number[];
  readonly speed: Speed;
  readonly scale: Scale;
  readonly onHour: (hour: number) => void;
  readonly onSpeed: (speed: Speed) => void;
  readonly onScale: (scale: Scale) => void;
}

/** Play, step, speed, and the hour in words: since the start, and on the clock with its zone. */
export function Controls(props: ControlsProps) {
  const { at, hours, start, events, onHour } = props;
  const now = useHourNow(at);
  const playing = useClock((clock) => clock.playing);
  const before = nextEvent(events, now, -1);
  const after = nextEvent(events, now, 1);
  const clock = clockWords(start, now);
  const still = calm();
  const toggle = () => {
    if (!playing) holdHour(now);
    useClock.setState({ playing: !playing });
  };
  return (
    <div className={s.controls}>
      <Step label="Previous change" d="M7.5 2 3 6l4.5 4M2.5 2v8" to={before} onHour={onHour} />
      <button type="button" className={`${controls.button} ${s.play}`} onClick={toggle}>
        <svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true">
          <path
            d={playing ? 'M1.5 1h2.6v10H1.5zM6.9 1h2.6v10H6.9z' : 'M2 1l8 5-8 5z'}
            fill="currentColor"
          />
        </svg>
        {playing ? 'Pause' : still ? 'Step through' : 'Play'}
      </button>
      <Step label="Next change" d="M4.5 2 9 6l-4.5 4M9.5 2v8" to={after} onHour={onHour} />
      <Dropdown
        label="Speed"
        value={`${props.speed}`}
        choices={SPEEDS.map((speed) => ({ value: `${speed}`, label: SPEED_WORDS[speed] }))}
        onChoose={(value) => props.onSpeed(Number(value) as Speed)}
      />
      <p className={s.now}>
        <strong>{hourAndDay(now)}</strong>
        {clock && <span> · {clock}</span>}
        <span> · to {hourAndDay(hours).toLowerCase()}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset of a form */}
      <div className={controls.segments} role="group" aria-label="Clock">
        <button
          type="button"
          aria-pressed={props.scale === 'near'}
          onClick={() => props.onScale('near')}
        >
          First hours wide
        </button>
        <button
          type="button"
          aria-pressed={props.scale === 'even'}
          onClick={() => props.onScale('even')}
        >
          Even
        </button>
      </div>
    </div>
  );
}

function Step(props: {
  readonly label: string;
  readonly d: string;
  readonly to: number | undefined;
  readonly onHour: (hour: number) => void;
}) {
  const { to } = props;
  return (
    <button
      type="button"
      className={controls.button}
      aria-label={props.label}
      title={props.label}
      disabled={to === undefined}
      onClick={() => to !== undefined && props.onHour(to)}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path
          d={props.d}
          stroke="currentColor"
          strokeWidth="1.7"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
