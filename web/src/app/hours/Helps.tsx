import { useMemo } from 'react';
import { Measures } from '../../features/measures/Measures.tsx';
import { suggested } from '../../features/measures/suggest.ts';
import { compact } from '../../url/compact.ts';
import type { WithPlan } from './shared.ts';

/** Measures of the view, with first ideas from the answer. */
export function Helps({ view, change, plan, plans, nameOf, graph }: WithPlan) {
  const { answer } = plans;
  const ideas = useMemo(
    () => (answer ? suggested(plan, answer, graph) : []),
    [plan, answer, graph],
  );
  const zones = useMemo(
    () => [...new Set(graph?.nodes.flatMap((node) => node.zones ?? []))].sort(),
    [graph],
  );
  if (!answer) return null;
  return (
    <Measures
      plan={plan}
      planB={plans.b.plan}
      answer={answer}
      measures={view.measures}
      budget={view.budget}
      ideas={ideas}
      zones={zones}
      nameOf={nameOf}
      onMeasures={(measures) => change((old) => ({ ...old, measures }))}
      onBudget={(budget) => change((old) => compact({ ...old, budget }))}
    />
  );
}
