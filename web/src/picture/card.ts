/** Cards of single nodes: sign, name, what is left in words, and a bar with its range under the name. */
import type { Cause, ViewNode } from '@msp-impact/contract';
import { fitName, fitText, type Measure } from './measure.ts';
import { rect, text } from './shapes.ts';
import { causeSign, checkedSign, crossSign, STATE_INKS, stateSign } from './signs.ts';
import { CARD } from './tokens.ts';
import type { Shape } from './types.ts';
import { CAUSE_SHORT, CAUSE_WORDS, percent, shorterName, valueWords } from './words.ts';

export interface CardSize {
  readonly w: number;
  readonly h: number;
}

const NAME = { size: 12.5, weight: 600, fill: 'text' } as const;
const PAD = 9.5;
const TEXT_X = 28;
const DASHED = { degraded: [4, 2.5], unknown: [2.5, 2.5] } as const;

export function nodeCard(node: ViewNode, size: CardSize, measure: Measure): Shape[] {
  if (node.marked === 'down') return markedCard(node, size, measure);
  const inks = STATE_INKS[node.state];
  const observed = node.marked === 'observed';
  const bar = node.state === 'degraded' || (observed && node.level < 1);
  const baseline = bar ? size.h / 2 + 1.5 : size.h / 2 + 4.5;
  const words = observed ? observedWords(node) : valueWords(node);
  const value = { size: 12, weight: 600, fill: observed ? ('checked' as const) : inks.text };
  const room = size.w - TEXT_X - PAD - (words ? measure(words, 12, 600) + 5 : 0);
  const shapes: Shape[] = [frameOf(node, size)];
  const top = size.h / 2 - (bar ? 9 : 6);
  shapes.push(...(observed ? checkedSign(PAD, top) : stateSign(node.state, node.level, PAD, top)));
  shapes.push(text(TEXT_X, baseline, cardName(node.name, room, measure), NAME));
  if (words) shapes.push(text(size.w - PAD, baseline, words, value, 'end'));
  if (bar) shapes.push(...levelBar(node, TEXT_X, size.h - 6, size.w - TEXT_X - PAD));
  return shapes;
}

const cardName = (name: string, room: number, measure: Measure) =>
  fitName([name, shorterName(name)], room, 12.5, 600, measure);

const observedWords = (node: ViewNode) =>
  `Checked: ${node.level < 1 ? percent(node.level) : 'works'}`;

function frameOf(node: ViewNode, { w, h }: CardSize): Shape {
  const inks = STATE_INKS[node.state];
  const state = node.state;
  const dash = state === 'degraded' || state === 'unknown' ? DASHED[state] : undefined;
  return rect([0, 0, w, h], CARD.radius, {
    fill: inks.fill,
    stroke: node.marked === 'observed' ? 'checked' : inks.line,
    sw: state === 'up' ? 1.1 : 1.3,
    ...(dash ? { dash } : {}),
    ...(state === 'unknown' ? { hatch: 'hatch' as const } : {}),
  });
}

/** What is left as 3 px, its range as 5 px paler, on a track; y is the middle. */
export function levelBar(
  node: Pick<ViewNode, 'level' | 'range' | 'state'>,
  x: number,
  y: number,
  w: number,
): Shape[] {
  const fill = STATE_INKS[node.state].line;
  const shapes: Shape[] = [rect([x, y - 1.5, w, 3], 1.5, { fill: 'track' })];
  const { range, level } = node;
  if (range && range.high > range.low) {
    const span = [x + w * range.low, y - 2.5, w * (range.high - range.low), 5] as const;
    shapes.push(rect(span, 2, { fill: 'range' }));
  }
  if (level > 0) shapes.push(rect([x, y - 1.5, w * level, 3], 1.5, { fill }));
  return shapes;
}

/** What the question stops: inverted, with a cross and the sign and words of its cause. */
function markedCard(node: ViewNode, { w, h }: CardSize, measure: Measure): Shape[] {
  const cause = node.cause ?? 'failed';
  const room = w - TEXT_X - 1 - PAD;
  const words = markedWords(node, cause, room, measure);
  const sub = { size: 11.5, weight: 450, fill: 'markedText' } as const;
  const name = { size: 14, weight: 650, fill: 'markedText' } as const;
  const sign = cause === 'failed' ? [] : [causeSign(cause, 11.5, 28, 'markedText')];
  return [
    rect([0, 0, w, h], CARD.radius, { fill: 'markedFill', stroke: 'markedFill', sw: 1.3 }),
    crossSign(11.5, 8.5, 'markedText'),
    text(TEXT_X + 1, 19.5, fitText(node.name, room, 14, 650, measure), name),
    ...sign,
    text(TEXT_X + 1, 37.5, words, sub),
  ];
}

/** What is left of it, else its cause, in short where the card is narrow. */
function markedWords(node: ViewNode, cause: Cause, room: number, measure: Measure): string {
  if (node.level > 0) return `${percent(node.level)} left`;
  const fits = (words: string) => measure(words, 11.5, 450) <= room;
  return fits(CAUSE_WORDS[cause]) ? CAUSE_WORDS[cause] : CAUSE_SHORT[cause];
}
