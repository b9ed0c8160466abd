export { type Backlog, backlog } from './backlog.ts';
export { type Breach, breaches, type Tolerances } from './breaches.ts';
export { type Harm, harm } from './harm.ts';
export { levelAt } from './level-at.ts';
export * from './montecarlo/index.ts';
export { type Simulation, simulate } from './simulate.ts';
export { timeToRecover } from './time-to-recover.ts';
export type { End, Parameters, Timeline } from './timeline.ts';
