export { type Range, SHAPES, type Shape, sample, shapeFault } from './distributions.ts';
export { drawParameters } from './draw-parameters.ts';
export { generator } from './random.ts';
export { sampleInto } from './sample-into.ts';
export { type Exceedance, exceedanceCurve, percentile, rankCorrelation } from './statistics.ts';
