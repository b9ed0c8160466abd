/** The whole computation: each measure alone, pairs as far as there is time, the best set, simulated. */
import type { MeasureSet, MeasuresResult, Mitigation } from '@msp-impact/contract';
import { choose, isAffordable, type Knapsack } from './choose.ts';
import { Evaluator, type Outcome } from './evaluate.ts';
import { explanationOf } from './explain.ts';
import type { MeasuresTask } from './task.ts';

/** Share of the harm under which two results are the same. */
const SAME = 1e-9;

export type Report = (done: number, total: number) => void;

export async function runMeasures(task: MeasuresTask, report: Report): Promise<MeasuresResult> {
  const { measures, columns } = task;
  const evaluator = new Evaluator(task);
  const base = evaluator.outcome([]);
  const total = 1 + measures.length + (measures.length * (measures.length - 1)) / 2;
  report(1, total);
  const outcomes = measures.map((measure, i) => {
    const outcome = evaluator.outcome([measure]);
    report(2 + i, total);
    return outcome;
  });
  const alone = outcomes.map(({ harm }) => base.harm - harm);
  const { pairs, complete } = pairsOf(task, evaluator, base, alone, (done) =>
    report(1 + measures.length + done, total),
  );
  const knapsack = { costs: measures.map(({ cost }) => cost), budget: task.budget, alone, pairs };
  const best = await bestSet(task, evaluator, base, knapsack, complete);
  report(total, total);
  return {
    revision: columns.revision,
    unit: evaluator.byPeople ? 'person-hours' : 'service-hours',
    harm: base.harm,
    alone: measures
      .map((measure, i) => effectOf(evaluator, measure, base, outcomes[i] as Outcome))
      .sort((a, b) => b.removed - a.removed || (a.id < b.id ? -1 : 1)),
    ...best,
  };
}

/** Gains of pairs beyond the sum of their parts, until half of the time is used. */
function pairsOf(
  { measures, timeLimit }: MeasuresTask,
  evaluator: Evaluator,
  base: Outcome,
  alone: readonly number[],
  report: (done: number) => void,
): { pairs: Knapsack['pairs'][number][]; complete: boolean } {
  const until = performance.now() + timeLimit * 500;
  const pairs: Knapsack['pairs'][number][] = [];
  let done = 0;
  for (let i = 0; i < measures.length; i++) {
    for (let j = i + 1; j < measures.length; j++) {
      if (performance.now() > until) return { pairs, complete: false };
      const both = [measures[i], measures[j]] as Mitigation[];
      const removed = base.harm - evaluator.harm(both);
      const gain = removed - (alone[i] as number) - (alone[j] as number);
      if (Math.abs(gain) > SAME * base.harm) pairs.push({ i, j, gain });
      report(++done);
    }
  }
  return { pairs, complete: true };
}

type Best = Pick<MeasuresResult, 'best' | 'method' | 'gap' | 'note'>;

/** What HiGHS chose, or the greedy set where that turns out better when simulated. */
async function bestSet(
  task: MeasuresTask,
  evaluator: Evaluator,
  base: Outcome,
  knapsack: Knapsack,
  complete: boolean,
): Promise<Best> {
  const asSet = (set: readonly number[]) => setOf(task, evaluator, base, set);
  const byGreed = asSet(greedy(task, evaluator, base, knapsack));
  const chosen = await choose(knapsack, task.timeLimit / 2);
  const byModel = chosen && asSet(chosen.set);
  if (!chosen || !byModel || byGreed.removed > byModel.removed * (1 + SAME)) {
    const why = chosen
      ? 'Chosen one by one, each time what helps most for its cost: simulated as a whole it does better than the best set by effects alone and in pairs. It is not proven to be the best.'
      : 'Chosen one by one, each time what helps most for its cost: the exact search gave no set in time. It is not proven to be the best.';
    return {
      best: byGreed,
      method: 'greedy',
      gap: gapTo(evaluator, task, base, byGreed),
      note: why,
    };
  }
  const pairs = complete
    ? 'the effects of the measures alone and of every pair of them'
    : 'the effects of the measures alone and of those pairs for which there was time';
  const proven = chosen.gap === 0 ? 'Proven to be the best' : 'The best found in time';
  return {
    best: byModel,
    method: chosen.gap === 0 ? 'optimal' : 'within the gap',
    gap: chosen.gap,
    note: `${proven} by ${pairs}; what three and more do to each other shows only in the simulated harm of the whole set.`,
  };
}

/** All measures together remove no less than any set of them: what is missing to that. */
function gapTo(evaluator: Evaluator, task: MeasuresTask, base: Outcome, set: MeasureSet): number {
  const most = base.harm - evaluator.harm(task.measures);
  return most > 0 ? Math.max(0, (most - set.removed) / most) : 0;
}

/** Adds what removes most for its cost, simulated on top of what is chosen already. */
function greedy(
  { measures }: MeasuresTask,
  evaluator: Evaluator,
  base: Outcome,
  knapsack: Knapsack,
): number[] {
  const set: number[] = [];
  let harm = base.harm;
  for (;;) {
    let [best, worth, left] = [-1, 0, harm];
    for (let i = 0; i < measures.length; i++) {
      if (set.includes(i) || !isAffordable(knapsack, [...set, i])) continue;
      const next = evaluator.harm([...set, i].map((one) => measures[one] as Mitigation));
      const removed = harm - next;
      if (removed <= SAME * base.harm) continue;
      const perCost = removed / Math.max(knapsack.costs[i] as number, Number.MIN_VALUE);
      if (perCost > worth) [best, worth, left] = [i, perCost, next];
    }
    if (best < 0) return set;
    set.push(best);
    harm = left;
  }
}

function setOf(
  { measures }: MeasuresTask,
  evaluator: Evaluator,
  base: Outcome,
  set: readonly number[],
): MeasureSet {
  const chosen = [...set].sort((a, b) => a - b).map((i) => measures[i] as Mitigation);
  const harm = evaluator.harm(chosen);
  return {
    measures: chosen.map(({ id }) => id),
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    harm,
    removed: base.harm - harm,
  };
}

function effectOf(
  evaluator: Evaluator,
  measure: Mitigation,
  base: Outcome,
  outcome: Outcome,
): MeasuresResult['alone'][number] {
  const { id, name, cost } = measure;
  const removed = base.harm - outcome.harm;
  const avoided = [...base.breaches].filter((node) => !outcome.breaches.has(node)).sort();
  return {
    id,
    name,
    cost,
    removed,
    ...(cost > 0 ? { perCost: removed / cost } : {}),
    explanation: explanationOf(evaluator, measure, base, outcome),
    breachesAvoided: avoided,
  };
}
