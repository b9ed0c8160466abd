/** Width of text without a DOM, from Inter's advance widths; the canvas and the export use the same. */
import { ADVANCES, FALLBACK_ADVANCE, HEAVY, LIGHT } from './advances.ts';

/** Width in CSS pixels of a text of that size and weight. */
export type Measure = (text: string, size: number, weight: number) => number;

function advance(char: string, share: number): number {
  const pair = ADVANCES.get(char);
  if (!pair) return FALLBACK_ADVANCE;
  return pair[0] + (pair[1] - pair[0]) * share;
}

/** Kerning is left out: the error is under 1 % of a name's width. */
export const measureInter: Measure = (text, size, weight) => {
  const share = (weight - LIGHT) / (HEAVY - LIGHT);
  let sum = 0;
  for (const char of text) sum += advance(char, share);
  return (sum * size) / 1000;
};

/** Of the room a tail after a comma may take, when the head is cut instead of it. */
const MOST_TAIL = 0.6;

/**
 * A name, or the first of its shorter forms that fits, else cut: "GP out-of…, Wales" keeps what tells it
 * apart from its neighbours where that is short.
 */
export function fitName(
  forms: readonly string[],
  max: number,
  size: number,
  weight: number,
  measure: Measure,
): string {
  const whole = forms.find((words) => measure(words, size, weight) <= max);
  if (whole !== undefined) return whole;
  const name = forms.at(-1) ?? '';
  const comma = name.lastIndexOf(', ');
  const tail = comma > 0 ? name.slice(comma) : '';
  const width = measure(tail, size, weight);
  if (!tail || width > max * MOST_TAIL) return fitText(name, max, size, weight, measure);
  const head = fitText(name.slice(0, comma), max - width, size, weight, measure);
  return head.length > 3 ? head + tail : fitText(name, max, size, weight, measure);
}

/** The text, or as much of it as fits the width with an ellipsis. Never longer than `max` pixels. */
export function fitText(
  text: string,
  max: number,
  size: number,
  weight: number,
  measure: Measure = measureInter,
): string {
  if (measure(text, size, weight) <= max) return text;
  const chars = [...text];
  let low = 0;
  let high = chars.length;
  // Invariant: the first `low` characters fit (or low is 0), the first `high + 1` do not.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const candidate = `${chars.slice(0, middle).join('').trimEnd()}…`;
    if (measure(candidate, size, weight) <= max) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${chars.slice(0, low).join('').trimEnd()}…`;
}
