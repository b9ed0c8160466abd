export { type Figures, figures, largestFirst } from './figures.ts';
export { type HhiRange, hhiRange } from './range.ts';
export { rollUp, type Tally, tally, ultimateParents } from './tally.ts';
