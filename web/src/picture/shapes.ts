/** Short makers of shapes, so that a card reads like a card. */
import type { Ink } from './tokens.ts';
import type { PathShape, RectShape, TextShape } from './types.ts';

type RectLooks = Pick<RectShape, 'fill' | 'stroke' | 'sw' | 'dash' | 'hatch'>;

export function rect(
  [x, y, w, h]: readonly [number, number, number, number],
  r: number,
  looks: RectLooks,
): RectShape {
  return { t: 'rect', x: tidy(x), y: tidy(y), w: tidy(w), h: tidy(h), r, ...looks };
}

export function line(x: number, y: number, d: string, stroke: Ink, sw: number): PathShape {
  return { t: 'path', x: tidy(x), y: tidy(y), d, stroke, sw };
}

export interface Type {
  readonly size: number;
  readonly weight: number;
  readonly fill: Ink;
}

export function text(
  x: number,
  y: number,
  words: string,
  { size, weight, fill }: Type,
  anchor: TextShape['anchor'] = 'start',
): TextShape {
  return { t: 'text', x: tidy(x), y: tidy(y), text: words, size, weight, fill, anchor };
}

const tidy = (value: number) => Math.round(value * 100) / 100;
