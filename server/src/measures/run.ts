/** The whole computation: each measure alone, pairs as far as there is time, the best set, simulated. */
import type { MeasuresResult, Mitigation } from '@msp-impact/contract';
import { bestSet, setsOf } from './best.ts';
import { Evaluator, type Outcome } from './evaluate.ts';
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
  const best = await bestSet(task, sets, base.harm, (done) =>
    report(1 + measures.length + done, total),
  );
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
