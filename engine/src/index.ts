export { buildGraph } from './build/build-graph.ts';
export {
  CAUSES,
  type Cause,
  KINDS,
  type Kind,
  RULES,
  type Rule,
  STATES,
  type State,
} from './codes.ts';
export {
  type Figures,
  figures,
  type HhiRange,
  hhiRange,
  largestFirst,
  rollUp,
  type Tally,
  tally,
  ultimateParents,
} from './concentration/index.ts';
export { type CutSetOptions, type CutSets, cutSets } from './cut-sets.ts';
export { type Counterfactual, counterfactuals } from './explain/counterfactuals.ts';
export { evaluateExplanation } from './explain/evaluate-explanation.ts';
export {
  type ExplainedGroup,
  type ExplainedLink,
  type ExplainedNode,
  type ExplainedWorkaround,
  type Explanation,
  explain,
} from './explain/explain.ts';
export { bindingPath } from './explain/path.ts';
export type { Ends, Graph, GraphInput } from './graph.ts';
export { type Paths, simplePaths } from './paths.ts';
export type { Outage, Question } from './question.ts';
export { type Ranking, rank } from './rank.ts';
export { type Reach, reach } from './reach.ts';
export * from './simulate/index.ts';
export type { People } from './solve/people.ts';
export { type Impact, prepare, solve } from './solve/solve.ts';
