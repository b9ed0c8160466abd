/** The whole computation: each measure alone, pairs as far as there is time, the best set, simulated. */
import type { Bounds, MeasuresResult, Mitigation } from '@msp-impact/contract';
import { bestSet, SAME, setsOf } from './best.ts';
import { Evaluator, type Outcome, removedBounds } from './evaluate.ts';
import { explanationOf } from './explain.ts';
import { type MeasuresTask, stepsOf } from './task.ts';

export type Report = (done: number, total: number) => void;

export async function runMeasures(task: MeasuresTask, report: Report): Promise<MeasuresResult> {
  const { measures, columns } = task;
  const evaluator = new Evaluator(task);
  const base = evaluator.outcome([]);
  const total = stepsOf(measures.length);
  report(1, total);
  const outcomes = measures.map((measure, i) => {
    const outcome = evaluator.outcome([measure]);
    report(2 + i, total);
    return outcome;
  });
  const sets = setsOf(task, evaluator, base.harm);
  const best = await bestSet(task, sets, base.harm);
  report(total, total);
  const chosen = measures.filter(({ id }) => best.best.measures.includes(id));
  return {
    revision: columns.revision,
    unit: evaluator.byPeople ? 'person-hours' : 'service-hours',
    harm: base.harm,
    ...rangeOf('harmRange', base.bounds),
    alone: measures
      .map((measure, i) => effectOf(evaluator, measure, base, outcomes[i] as Outcome))
      .sort((a, b) => b.removed - a.removed || (a.id < b.id ? -1 : 1)),
    ...best,
    best: { ...best.best, ...rangeOf('harmRange', evaluator.outcome(chosen).bounds) },
  };
}

/** Nothing where both ends are the same but for rounding. */
function rangeOf<K extends string>(key: K, { low, high }: Bounds): { [key in K]?: Bounds } {
  if (high - low <= SAME * Math.abs(high)) return {};
  return { [key]: { low, high } } as { [key in K]?: Bounds };
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
    ...rangeOf('removedRange', removedBounds(base, outcome)),
    ...(cost > 0 ? { perCost: removed / cost } : {}),
    explanation: explanationOf(evaluator, measure, base, outcome),
    breachesAvoided: avoided,
  };
}
