import { useElementSize } from '@mantine/hooks';
import type { LaneEvent } from '@msp-impact/contract';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { hourAndDay } from '../../ui/hour-words.ts';
import { count } from '../../ui/words.ts';
import { Bar, type BarActions } from './Bar.tsx';
import { BAR_LANES, namePixels, type PlanBar, rowsOf } from './bars.ts';
import { holdHour, pause, useClock, useHourNow } from './clock.ts';
import { type Mark, type MarkLane, markLanes, markWords } from './marks.ts';
import { EDGE, type HourScale, snapped } from './scale.ts';
import { nextEvent } from './series.ts';
import s from './timeline.module.css';

interface TimelineProps extends BarActions {
  readonly hours: number;
  readonly at: number;
  readonly scale: HourScale;
  readonly bars: readonly PlanBar[];
  readonly lanes: readonly LaneEvent[];
  /** Of plan B: the limits that it misses stand under A's. */
  readonly lanesB?: readonly LaneEvent[] | undefined;
  readonly events: readonly number[];
  /** Where the hour came to rest. */
  readonly onHour: (hour: number, how: { readonly replace: boolean }) => void;
  readonly onLook: (id: string) => void;
}

const MARK = 25;
const FIRST_WIDTH = 900;

/**
 * One clock, one lane for each sort of thing that happens, and the hour that is looked at. Limits that are
 * missed stay in sight under the clock, however many lanes there are to scroll through.
 */
export function Timeline(props: TimelineProps) {
  const { hours, scale, bars, lanes } = props;
  const { ref, width: measured } = useElementSize();
  const width = measured || FIRST_WIDTH;
  const marks = useMemo(
    () => markLanes(lanes, hours, scale.x, MARK / width),
    [lanes, hours, scale, width],
  );
  const missedB = useMemo(() => {
    const missed = props.lanesB?.filter((one) => one.lane === 'breach') ?? [];
    return markLanes(missed, hours, scale.x, MARK / width);
  }, [props.lanesB, hours, scale, width]);
  const root = useCursor(props.at, scale);
  const laneOf = (lane: MarkLane, plan = '') => (
    <LaneRow
      key={lane.id}
      id={lane.id}
      title={`${lane.title}${plan}`}
      label={`${lane.title}${plan}`}
    >
      <Marks lane={lane} onHour={props.onHour} onLook={props.onLook} />
    </LaneRow>
  );
  return (
    <div className={s.timeline} ref={root}>
      <span className={s.laneName} data-lane="axis" aria-hidden="true" />
      <Axis {...props} width={width} measure={ref} />
      {marks
        .filter((lane) => lane.id === 'breach')
        .map((lane) => laneOf(lane, props.lanesB ? ', A' : ''))}
      {missedB.map((lane) => (
        <LaneRow key="b" id="breach-b" title={`${lane.title}, B`} label={`${lane.title}, B`}>
          <Marks lane={lane} onHour={props.onHour} onLook={props.onLook} />
        </LaneRow>
      ))}
      {BAR_LANES.map(({ list, title }) => {
        const those = bars.filter((bar) => bar.list === list);
        if (those.length === 0) return null;
        const rows = rowsOf(those, scale.x, (letters) => namePixels(letters) / width);
        return (
          <LaneRow
            key={list}
            id={list}
            title={title}
            label={`${title}: ${count(those.length, 'entry', 'entries')}`}
          >
            {rows.map((row) => (
              <div key={row[0]?.key} className={s.laneRow}>
                {row.map((bar) => (
                  <Bar key={bar.key} {...props} bar={bar} width={width} />
                ))}
              </div>
            ))}
          </LaneRow>
        );
      })}
      {marks.filter((lane) => lane.id !== 'breach').map((lane) => laneOf(lane))}
      <span className={s.cursor} aria-hidden="true">
        <span data-now />
      </span>
    </div>
  );
}

function LaneRow(props: {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <span className={s.laneName} data-lane={props.id}>
        {props.title}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a lane is no fieldset of a form */}
      <div className={s.lane} data-lane={props.id} role="group" aria-label={props.label}>
        {props.children}
      </div>
    </>
  );
}

/**
 * The line of the hour follows without a render of React: it moves with every pixel. Each line is moved by
 * itself: a variable that they inherit would have every bar and every chart worked out anew.
 */
export function useCursor(at: number, scale: HourScale) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const put = (hour: number) => {
      const left = `${(scale.x(hour) * 100).toFixed(2)}%`;
      for (const line of root.current?.querySelectorAll<HTMLElement>('[data-now]') ?? []) {
        line.style.left = left;
      }
    };
    put(useClock.getState().live ?? at);
    return useClock.subscribe((clock) => put(clock.live ?? at));
  });
  return root;
}

interface AxisProps extends TimelineProps {
  readonly width: number;
  readonly measure: (element: HTMLElement | null) => void;
}

/** The clock's face and the hour's handle: click, drag, or the arrow keys. */
function Axis(props: AxisProps) {
  const { hours, scale, width, onHour } = props;
  const now = useHourNow(props.at);
  const held = useRef(false);
  const hourAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(hours, snapped(scale, (event.clientX - box.left) / box.width, width));
  };
  return (
    <div
      ref={props.measure}
      className={s.axis}
      role="slider"
      tabIndex={0}
      aria-label="Hour that is looked at"
      aria-description="Arrow keys move by an hour, with Shift by a day, Page keys to the next change."
      aria-valuemin={0}
      aria-valuemax={hours}
      aria-valuenow={Math.round(now * 10) / 10}
      aria-valuetext={hourAndDay(now)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = true;
        pause();
        holdHour(hourAt(event));
      }}
      onPointerMove={(event) => held.current && holdHour(hourAt(event))}
      onPointerUp={(event) => {
        if (!held.current) return;
        held.current = false;
        onHour(hourAt(event), { replace: false });
      }}
      onPointerCancel={() => {
        held.current = false;
      }}
      onKeyDown={(event) => {
        const to = keyHour(event, now, props);
        if (to === undefined) return;
        event.preventDefault();
        pause();
        onHour(Math.min(Math.max(0, to), hours), { replace: true });
      }}
    >
      {scale.ticks.map((tick) => (
        <span
          key={tick.hour}
          className={s.tick}
          data-last={scale.x(tick.hour) > EDGE || undefined}
          style={{ left: `${scale.x(tick.hour) * 100}%` }}
        >
          {tick.label}
        </span>
      ))}
    </div>
  );
}

const DAY = 24;

function keyHour(event: KeyboardEvent, now: number, { events, hours }: TimelineProps) {
  const by = event.shiftKey ? DAY : 1;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') return Math.ceil(now) - by;
  if (event.key === 'ArrowRight' || event.key === 'ArrowUp') return Math.floor(now) + by;
  if (event.key === 'PageUp') return nextEvent(events, now, 1) ?? hours;
  if (event.key === 'PageDown') return nextEvent(events, now, -1) ?? 0;
  if (event.key === 'Home') return 0;
  return event.key === 'End' ? hours : undefined;
}

const SIGNS: Readonly<Record<MarkLane['id'], string>> = {
  workaround: 'M2.5 6h7M6 2.5v7',
  'workaround-end': 'M2.5 6h7',
  recovery: 'M2 6.5 5 9.5 10 3',
  breach: 'M6 1.5v5.2M6 9.4v.6',
};

function Marks(props: {
  readonly lane: MarkLane;
  readonly onHour: TimelineProps['onHour'];
  readonly onLook: (id: string) => void;
}) {
  const { lane } = props;
  const go = (mark: Mark) => {
    props.onHour(mark.hour, { replace: false });
    if (mark.ids.length === 1 && mark.ids[0]) props.onLook(mark.ids[0]);
  };
  return (
    <div className={s.laneRow}>
      {lane.marks.map((mark) => (
        <button
          key={mark.key}
          type="button"
          className={s.mark}
          data-lane={lane.id}
          style={{ left: `${mark.x * 100}%` }}
          title={markWords(mark, lane.verb)}
          aria-label={markWords(mark, lane.verb)}
          onClick={() => go(mark)}
        >
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path
              d={SIGNS[lane.id]}
              stroke="currentColor"
              strokeWidth="1.7"
              fill="none"
              strokeLinecap="round"
            />
          </svg>
          {mark.labels.length > 1 && <b>{mark.labels.length}</b>}
        </button>
      ))}
    </div>
  );
}
