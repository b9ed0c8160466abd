/** Small things that both the screen and the export draw in their own places. */
import { measureInter } from './measure.ts';
import { text } from './shapes.ts';
import { causeSign } from './signs.ts';
import type { Header, Shape } from './types.ts';

/** Baseline of the column headers. */
const HEADER_BASELINE = 26;
export const HEADER_HEIGHT = 40;

/** In world x, with y counted from the top of the picture. */
export function headerShapes(header: Header): Shape[] {
  const after = header.x + measureInter(header.title, 12, 650) + 5;
  return [
    text(header.x, HEADER_BASELINE, header.title, { size: 12, weight: 650, fill: 'text' }),
    text(after, HEADER_BASELINE, header.count, { size: 12, weight: 400, fill: 'secondary' }),
  ];
}

const DISC = 'M-9 0a9 9 0 1 1 18 0a9 9 0 1 1 -18 0z';

/** Scissors on a disc around 0, 0: cut off by its user. */
export function scissorsShapes(): Shape[] {
  return [
    { t: 'path', x: 0, y: 0, d: DISC, fill: 'surface', stroke: 'text', sw: 1.2 },
    causeSign('severed', -6, -6, 'text'),
  ];
}
