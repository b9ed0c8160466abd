/** Column headers, brackets, and the key to the drawing. */
import type { PlacedFrame } from './layout.ts';
import { fitText, type Measure } from './measure.ts';
import { rect, text } from './shapes.ts';
import { causeSign, stateSign } from './signs.ts';
import type { Bracket, Legend, Shape } from './types.ts';
import { ZONE_WORDS } from './words.ts';

export function bracketOf(frame: PlacedFrame, measure: Measure): Bracket {
  const { id, x, y, w, h, type, active } = frame;
  if (type === 'nation') {
    const shapes = [rect([0, 0, w, h], 9, { fill: 'bracketFill', stroke: 'border', sw: 1.1 })];
    return { id, x, y, w, h, label: '', shapes };
  }
  const words = fitText(ZONE_WORDS, w - 44, 11.5, 600, measure);
  const fill = active ? 'text' : 'secondary';
  const shapes: Shape[] = [
    rect([0, 0, w, h], 10, { fill: 'bracketFill', stroke: fill, sw: 1.3, dash: [6, 4] }),
    causeSign('isolated', 15, 8, fill),
    text(33, 18, words, { size: 11.5, weight: 600, fill }),
  ];
  return { id, x, y, w, h, label: ZONE_WORDS, shapes };
}

const WORDS = { size: 11.5, weight: 400, fill: 'secondary' } as const;
const LINE = 22;
const GAP = 18;

interface Entry {
  readonly w: number;
  readonly shapes: Shape[];
}

/** The key, flowing in rows of at most `width` pixels. */
export function legendOf(idle: boolean, x: number, width: number, measure: Measure): Legend {
  const entries = idle ? quietEntries(measure) : hitEntries(measure);
  const shapes: Shape[] = [];
  let left = 0;
  let y = 0;
  let widest = 0;
  for (const entry of entries) {
    if (left > 0 && left + entry.w > width) {
      left = 0;
      y += LINE;
    }
    for (const shape of entry.shapes) shapes.push({ ...shape, x: shape.x + left, y: shape.y + y });
    left += entry.w + GAP;
    widest = Math.max(widest, left - GAP);
  }
  return { x, y: 0, w: widest, h: y + LINE, shapes };
}

function quietEntries(measure: Measure): Entry[] {
  return [
    stroke('link', 'quiet', 1.2, [], measure),
    stroke('assumed link', 'quiet', 1.4, [2.5, 2.5], measure),
    sign('working', stateSign('up', 1, 0, 4), measure),
    sign('not known', stateSign('unknown', 1, 0, 4), measure),
  ];
}

function hitEntries(measure: Measure): Entry[] {
  return [
    stroke('selected path', 'stoppedLine', 3.6, [], measure),
    stroke('assumed link', 'stoppedLine', 1.4, [2.5, 2.5], measure),
    stroke('not affected', 'quiet', 1.2, [], measure),
    barEntry(measure),
    sign('stopped', stateSign('down', 0, 0, 4), measure),
    sign('reduced', stateSign('degraded', 0.3, 0, 4), measure),
    sign('last option', stateSign('at-risk', 1, 0, 4), measure),
    sign('not known', stateSign('unknown', 1, 0, 4), measure),
    sign('working', stateSign('up', 1, 0, 4), measure),
    lostEntry(measure),
  ];
}

function stroke(
  words: string,
  ink: 'quiet' | 'stoppedLine',
  sw: number,
  dash: readonly number[],
  measure: Measure,
): Entry {
  const line: Shape = { t: 'path', x: 0, y: 10, d: 'M0 0H22', stroke: ink, sw, dash };
  return { w: 29 + measure(words, 11.5, 400), shapes: [line, text(29, 14, words, WORDS)] };
}

function sign(words: string, shapes: Shape[], measure: Measure): Entry {
  return { w: 18 + measure(words, 11.5, 400), shapes: [...shapes, text(18, 14, words, WORDS)] };
}

function barEntry(measure: Measure): Entry {
  const words = 'left, with range';
  const bar = [
    rect([0, 8.5, 32, 3], 1.5, { fill: 'track' }),
    rect([12, 7.5, 14, 5], 2, { fill: 'range' }),
    rect([0, 8.5, 18, 3], 1.5, { fill: 'reducedLine' }),
  ];
  return { w: 40 + measure(words, 11.5, 400), shapes: [...bar, text(40, 14, words, WORDS)] };
}

function lostEntry(measure: Measure): Entry {
  const title = 'Share lost';
  const x = measure(title, 11.5, 400) + 8;
  const steps = (['lost1', 'lost2', 'lost3', 'lost4', 'lost5'] as const).map((fill, i) =>
    rect([x + i * 20, 2, 17, 15], 3, { fill, stroke: 'border', sw: 1 }),
  );
  const words = '1–20 · 20–40 · 40–60 · 60–80 · over 80 %';
  const after = x + 108;
  return {
    w: after + measure(words, 11.5, 400),
    shapes: [text(0, 14, title, WORDS), ...steps, text(after, 14, words, WORDS)],
  };
}
