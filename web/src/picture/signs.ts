/** The signs of 12 px: state and cause are told by shape first, colour comes second. */
import type { Cause, State } from '@msp-impact/contract';
import type { Ink } from './tokens.ts';
import type { PathShape, Shape } from './types.ts';

export interface StateInks {
  readonly text: Ink;
  readonly fill: Ink;
  readonly line: Ink;
}

export const STATE_INKS: Readonly<Record<State, StateInks>> = {
  up: { text: 'secondary', fill: 'surface', line: 'border' },
  'at-risk': { text: 'lastOptionText', fill: 'lastOptionFill', line: 'lastOptionLine' },
  degraded: { text: 'reducedText', fill: 'reducedFill', line: 'reducedLine' },
  down: { text: 'stoppedText', fill: 'stoppedFill', line: 'stoppedLine' },
  unknown: { text: 'unknownText', fill: 'unknownFill', line: 'unknownLine' },
};

const BOLT = 'M7.3 .4 1.9 7.1h3.4L4.2 11.8l5.9-6.9H6.5z';
const POWER = 'M6 .9v5M3.5 2.7a4.6 4.6 0 1 0 5 0';
const SCISSORS =
  'M3.9 4.1 10.8 9.3M3.9 7.9 10.8 2.7M4.3 3A1.7 1.7 0 1 1 .9 3a1.7 1.7 0 1 1 3.4 0M4.3 9A1.7 1.7 0 1 1 .9 9a1.7 1.7 0 1 1 3.4 0';
const CROSS = 'M2.2 2.2 9.8 9.8M9.8 2.2 2.2 9.8';
const DIAMOND = 'M6 .1 11.9 6 6 11.9 .1 6z';
const ONE = 'M4.9 4.7 6.3 3.7V8.4';
const QUESTION = 'M4.3 4.7a1.75 1.75 0 1 1 2.7 1.5C6.3 6.6 6 6.9 6 7.5M6 9.05v.25';
const CHECK = 'M3.2 6.3 5.2 8.3 8.9 4';
const SQUARE =
  'M2.6.8h6.8a1.8 1.8 0 0 1 1.8 1.8v6.8a1.8 1.8 0 0 1-1.8 1.8H2.6A1.8 1.8 0 0 1 .8 9.4V2.6A1.8 1.8 0 0 1 2.6.8z';
const RING = circle(4.9);

export const CHEVRON_RIGHT = 'M0 0 4 4 0 8';
export const CHEVRON_DOWN = 'M0 0 4 4 8 0';

function circle(r: number): string {
  return `M${6 - r} 6a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}

/** A sector of what is left, clockwise from the top. share 0..1, both ends excluded by the caller. */
function pie(share: number): string {
  const r = 4.4;
  const angle = 2 * Math.PI * Math.min(0.97, Math.max(0.06, share));
  const x = (6 + r * Math.sin(angle)).toFixed(2);
  const y = (6 - r * Math.cos(angle)).toFixed(2);
  return `M6 6V${6 - r}A${r} ${r} 0 ${angle > Math.PI ? 1 : 0} 1 ${x} ${y}z`;
}

const path = (x: number, y: number, d: string, more: Partial<PathShape>): PathShape => ({
  t: 'path',
  x,
  y,
  d,
  ...more,
});

/** The sign of a state at x, y (its top left corner). level 0..1 is what is left. */
export function stateSign(state: State, level: number, x: number, y: number, ink?: Ink): Shape[] {
  const line = ink ?? (state === 'down' ? 'stoppedLine' : STATE_INKS[state].line);
  switch (state) {
    case 'down':
      return [path(x, y, SQUARE, { fill: line })];
    case 'degraded':
      return [
        path(x, y, circle(5.1), { stroke: line, sw: 1.5 }),
        path(x, y, pie(level), { fill: line }),
      ];
    case 'at-risk':
      return [
        path(x, y, DIAMOND, { stroke: line, sw: 1.5 }),
        path(x, y, ONE, { stroke: line, sw: 1.3 }),
      ];
    case 'unknown':
      return [
        path(x, y, circle(5.4), { stroke: line, sw: 1.2, dash: [2.1, 1.5] }),
        path(x, y, QUESTION, { stroke: 'unknownText', sw: 1.2 }),
      ];
    case 'up':
      return [path(x, y, RING, { stroke: line, sw: 1.3 })];
  }
}

/** The sign of a cause: bolt broken into, power switched off, scissors cut off, cross stopped working. */
export function causeSign(cause: Cause, x: number, y: number, ink: Ink): Shape {
  switch (cause) {
    case 'compromised':
      return path(x, y, BOLT, { fill: ink });
    case 'isolated':
      return path(x, y, POWER, { stroke: ink, sw: 1.6 });
    case 'severed':
      return path(x, y, SCISSORS, { stroke: ink, sw: 1.2 });
    case 'failed':
      return path(x, y, CROSS, { stroke: ink, sw: 2 });
  }
}

export function crossSign(x: number, y: number, ink: Ink): Shape {
  return path(x, y, CROSS, { stroke: ink, sw: 2 });
}

/** "Somebody has looked": a tick in a ring. */
export function checkedSign(x: number, y: number): Shape[] {
  return [
    path(x, y, circle(5.2), { stroke: 'checked', sw: 1.3 }),
    path(x, y, CHECK, { stroke: 'checked', sw: 1.6 }),
  ];
}
