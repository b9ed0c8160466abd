/** Counted groups: nothing is left out silently. Not known is hatched and never among the not affected. */
import type { ViewGroup } from '@msp-impact/contract';
import { fitText, type Measure } from './measure.ts';
import { line, rect, text } from './shapes.ts';
import { CHEVRON_DOWN, stateSign } from './signs.ts';
import { CARD } from './tokens.ts';
import type { Shape } from './types.ts';
import { groupLine, groupWords } from './words.ts';

const STACK = 3;
const PAD = 10;

export function groupCard(
  group: ViewGroup,
  { w, h }: { readonly w: number; readonly h: number },
  idle: boolean,
  measure: Measure,
): Shape[] {
  const sign = signOf(group, h);
  const x = sign.length ? 28 : PAD;
  const oneLine = measure(groupLine(group, idle), 12.5, 600);
  // Words come before the chevron: the whole card opens all the same.
  const cramped = h <= CARD.height && oneLine > w - x - 22;
  const room = w - x - (cramped ? 8 : 22);
  const chevron = cramped ? [] : [line(w - 18, h / 2 - 2, CHEVRON_DOWN, 'text', 1.5)];
  const words = wordsOf(group, x, h, room, idle, measure);
  return [...frames(group, w, h), ...sign, ...words, ...chevron];
}

function frames(group: ViewGroup, w: number, h: number): Shape[] {
  if (group.status === 'not-known') {
    const edge = { stroke: 'unknownLine', sw: 1.2, dash: [3.5, 2.5], hatch: 'hatch' } as const;
    return [rect([0, 0, w, h], CARD.radius, { fill: 'unknownFill', ...edge })];
  }
  const stroke = group.status === 'hit' ? 'stoppedLine' : 'border';
  return [
    rect([STACK, STACK, w, h], CARD.radius, { fill: 'surface', stroke: 'hairline', sw: 1.1 }),
    rect([0, 0, w, h], CARD.radius, { fill: 'surface', stroke, sw: 1.1 }),
  ];
}

function signOf(group: ViewGroup, h: number): Shape[] {
  const y = h / 2 - 6;
  if (group.status === 'not-known') return stateSign('unknown', 1, PAD, y);
  if (group.status === 'last-option') return stateSign('at-risk', 1, PAD, y);
  if (group.status === 'hit') return stateSign('down', 0, PAD, y);
  return [];
}

function wordsOf(
  group: ViewGroup,
  x: number,
  h: number,
  room: number,
  idle: boolean,
  measure: Measure,
): Shape[] {
  if (h <= CARD.height) {
    const quiet = group.status === 'not-affected';
    const weight = quiet ? 450 : 600;
    const words = fitText(groupLine(group, idle), room, 12.5, weight, measure);
    return [
      text(x, h / 2 + 4.5, words, { size: 12.5, weight, fill: quiet ? 'secondary' : 'text' }),
    ];
  }
  const { title, detail } = groupWords(group, idle);
  const small = { size: 11.5, weight: 400, fill: 'secondary' } as const;
  return [
    text(x, 17, fitText(title, room, 12.5, 600, measure), {
      size: 12.5,
      weight: 600,
      fill: 'text',
    }),
    text(x, 32, fitText(detail, room, 11.5, 400, measure), small),
  ];
}
