import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { whenWords } from '../../ui/hour-words.ts';
import { CauseSign } from '../../ui/Sign.tsx';
import { type NameSide, namePixels, nameSide, type PlanBar } from './bars.ts';
import { type HourScale, snapped } from './scale.ts';
import s from './timeline.module.css';

export interface BarActions {
  readonly onStart: (key: string, hour: number, how: { readonly replace: boolean }) => void;
  readonly onEnd: (key: string, hour: number, how: { readonly replace: boolean }) => void;
  readonly onEdit: (key: string) => void;
  readonly onRemove: (key: string) => void;
}

interface BarProps extends BarActions {
  readonly bar: PlanBar;
  readonly scale: HourScale;
  readonly hours: number;
  /** Of the whole track, CSS pixels. */
  readonly width: number;
}

type Grip = 'start' | 'end';
interface Drag {
  readonly grip: Grip;
  /** Where the pointer took it, as a share of the track. */
  readonly held: number;
  readonly hour: number;
}

/** One thing that the plan says: its left edge moves it, its right edge lasts it, Enter opens it. */
export function Bar(props: BarProps) {
  const { bar, scale, hours, width } = props;
  const [drag, setDrag] = useState<Drag>();
  const shift = drag?.grip === 'start' ? drag.hour - bar.from : 0;
  const from = bar.from + shift;
  const until =
    drag?.grip === 'end' ? drag.hour : Math.min(hours, bar.until + (bar.open ? 0 : shift));
  const left = scale.x(from);
  const size = Math.max(0, scale.x(until) - left);
  const side = nameSide(left, left + size, namePixels(bar.name.length) / Math.max(1, width));
  const drop = (grip: Grip, hour: number, replace: boolean) =>
    grip === 'start'
      ? props.onStart(bar.key, hour, { replace })
      : props.onEnd(bar.key, hour, { replace });
  const grip = (which: Grip) => gripHandlers({ ...props, which, drag, setDrag, drop });
  return (
    <div className={s.barRow}>
      {bar.ends && !drag && (
        <span
          className={s.barRange}
          style={{
            left: `${scale.x(bar.ends.low) * 100}%`,
            width: `${(scale.x(bar.ends.high) - scale.x(bar.ends.low)) * 100}%`,
          }}
        />
      )}
      <div
        className={s.bar}
        data-sort={bar.list}
        data-open={bar.open || undefined}
        data-held={drag ? true : undefined}
        style={{ left: `${left * 100}%`, width: `max(10px, ${size * 100}%)` }}
      >
        {bar.steps.map((step) => (
          <span
            key={`${step.hour} ${step.level}`}
            className={s.barStep}
            style={{ left: `${((scale.x(step.hour) - left) / Math.max(1e-6, size)) * 100}%` }}
            title={step.words}
          />
        ))}
      </div>
      <div
        className={s.barGrip}
        style={{ left: `${left * 100}%`, width: `max(24px, ${size * 100}% - 14px)` }}
        role="slider"
        tabIndex={0}
        aria-label={`${bar.name}: starts`}
        aria-valuemin={0}
        aria-valuemax={hours}
        aria-valuenow={from}
        aria-valuetext={`${whenWords(from)}, ${bar.words}`}
        aria-description="Arrow keys move it, with Shift by a day. Enter opens it, Delete takes it away."
        title={`${bar.name}: ${bar.words}`}
        onDoubleClick={() => props.onEdit(bar.key)}
        {...grip('start')}
      />
      <div
        className={s.barEnd}
        style={{ left: `calc(${(left + size) * 100}% - 12px)` }}
        role="slider"
        tabIndex={0}
        aria-label={`${bar.name}: ends`}
        aria-valuemin={0}
        aria-valuemax={hours}
        aria-valuenow={until}
        aria-valuetext={bar.open && !drag ? 'not before the end of the plan' : whenWords(until)}
        {...grip('end')}
      />
      <span
        className={s.barName}
        data-inside={side === 'inside' || undefined}
        style={nameAt(left, size, side)}
      >
        {bar.cause && <CauseSign cause={bar.cause} />} {bar.name}
        {drag && <em> {whenWords(drag.grip === 'end' ? until : from)}</em>}
      </span>
    </div>
  );
}

function nameAt(left: number, size: number, side: NameSide) {
  if (side === 'inside') return { left: `calc(${left * 100}% + 9px)` };
  return side === 'after'
    ? { left: `calc(${(left + size) * 100}% + 14px)` }
    : { right: `calc(${(1 - left) * 100}% + 6px)` };
}

interface GripProps extends BarProps {
  readonly which: Grip;
  readonly drag: Drag | undefined;
  readonly setDrag: (drag: Drag | undefined) => void;
  readonly drop: (grip: Grip, hour: number, replace: boolean) => void;
}

function gripHandlers(props: GripProps) {
  const { which, drag, setDrag, drop, bar, scale, width, hours } = props;
  const place = which === 'start' ? bar.from : bar.until;
  const hourAt = (event: PointerEvent, held: number) => {
    const moved = (event.clientX - held) / Math.max(1, width);
    return Math.min(hours, snapped(scale, scale.x(place) + moved, width));
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ grip: which, held: event.clientX, hour: place });
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag?.grip === which) setDrag({ ...drag, hour: hourAt(event, drag.held) });
    },
    onPointerUp: (event: PointerEvent) => {
      if (drag?.grip !== which) return;
      setDrag(undefined);
      // A click that moved nothing is no edit; it leaves the bar focused.
      if (Math.abs(event.clientX - drag.held) > 2) drop(which, hourAt(event, drag.held), false);
    },
    onPointerCancel: () => setDrag(undefined),
    onKeyDown: (event: KeyboardEvent) => onGripKey(event, place, props),
  };
}

const DAY = 24;

function onGripKey(event: KeyboardEvent, place: number, props: GripProps): void {
  const { which, drop, bar, hours } = props;
  const by = event.shiftKey ? DAY : 1;
  const moves: Record<string, number> = {
    ArrowLeft: place - by,
    ArrowDown: place - by,
    ArrowRight: place + by,
    ArrowUp: place + by,
    PageDown: place - 7 * DAY,
    PageUp: place + 7 * DAY,
    Home: which === 'start' ? 0 : bar.from + 1,
    End: which === 'start' ? hours - 1 : hours,
  };
  const to = moves[event.key];
  if (to !== undefined) drop(which, Math.min(Math.max(0, Math.round(to)), hours), event.repeat);
  else if (event.key === 'Enter' || event.key === ' ') props.onEdit(bar.key);
  else if (event.key === 'Delete' || event.key === 'Backspace') props.onRemove(bar.key);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
