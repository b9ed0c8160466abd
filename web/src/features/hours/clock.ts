/**
 * The hour while it moves: during play and while the hand holds the scrubber. It rests in the address;
 * a step of the history for every pixel would be one too many.
 */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { nextEvent } from './series.ts';

interface Clock {
  readonly live: number | undefined;
  readonly playing: boolean;
}

export const useClock = create<Clock>(() => ({ live: undefined, playing: false }));

/** The hour that is shown: the one that moves, or else the one in the address. */
export const useHourNow = (at: number): number => useClock((clock) => clock.live ?? at);

export const holdHour = (live: number): void => useClock.setState({ live });
export const pause = (): void => useClock.setState({ playing: false });
export const restHour = (): void => useClock.setState({ live: undefined, playing: false });

export const calm = (): boolean =>
  typeof window.matchMedia === 'function' &&
  window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** With reduced motion nothing glides: each change stands still for so long. */
const STEP_MS = 1400;

interface Play {
  readonly at: number;
  readonly hours: number;
  readonly events: readonly number[];
  /** Hours of the incident to a second. */
  readonly speed: number;
  /** Where it stopped: to be written to the address. */
  readonly onRest: (hour: number) => void;
}

/** Runs the clock while `playing`; with reduced motion it goes from change to change. */
export function usePlayer(play: Play): void {
  const playing = useClock((clock) => clock.playing);
  const latest = useRef(play);
  latest.current = play;
  useEffect(() => {
    if (!playing) return;
    const from = useClock.getState().live ?? latest.current.at;
    holdHour(from >= latest.current.hours ? 0 : from);
    const stop = calm() ? stepping(latest) : gliding(latest);
    return () => {
      stop();
      const { live } = useClock.getState();
      if (live !== undefined) latest.current.onRest(live);
    };
  }, [playing]);
}

type Latest = { readonly current: Play };

function gliding(latest: Latest): () => void {
  let last = performance.now();
  let frame = requestAnimationFrame(tick);
  function tick(now: number) {
    const { speed, hours } = latest.current;
    const hour = (useClock.getState().live ?? 0) + ((now - last) / 1000) * speed;
    last = now;
    holdHour(Math.min(hour, hours));
    if (hour >= hours) pause();
    else frame = requestAnimationFrame(tick);
  }
  return () => cancelAnimationFrame(frame);
}

function stepping(latest: Latest): () => void {
  const timer = setInterval(() => {
    const { events } = latest.current;
    const next = nextEvent(events, useClock.getState().live ?? 0, 1);
    if (next === undefined) pause();
    else holdHour(next);
  }, STEP_MS);
  return () => clearInterval(timer);
}
