import type { Scenario, ScenarioAnswer } from '@msp-impact/contract';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { useComparison, useSavedPlan, useSimulation } from '../../api/plans.ts';
import { parseView } from '../../url/codec.ts';
import type { HoursView, PlanRef } from '../../url/hours-view.ts';
import { planOfQuestion } from '../../url/plan-of-question.ts';

/** The plan that a part of the address stands for: written out there, or saved. */
function usePlan(ref: PlanRef | undefined) {
  const saved = useSavedPlan(ref?.draft ? undefined : ref?.saved);
  return {
    plan: ref?.draft ?? saved.data?.scenario,
    saved: saved.data as ScenarioAnswer | undefined,
    error: ref?.draft ? null : saved.error,
    loading: ref?.draft === undefined && ref?.saved !== undefined && saved.isPending,
  };
}

/** What is stopped in Explore is the plan while the address holds no other. */
function useQuestionPlan(view: HoursView): Scenario | undefined {
  const search = useSearch();
  return useMemo(
    () => (view.a.draft || view.a.saved ? undefined : planOfQuestion(parseView(search))),
    [search, view.a],
  );
}

/** Both plans and what they come to. With two, one request answers both, on one version of the data. */
export function usePlans(view: HoursView) {
  const asked = useQuestionPlan(view);
  const a = usePlan(asked ? { draft: asked } : view.a);
  const b = usePlan(view.b);
  const both = view.b !== undefined && a.plan !== undefined && b.plan !== undefined;
  const alone = useSimulation(both ? undefined : a.plan);
  const pair = useComparison(both ? a.plan : undefined, both ? b.plan : undefined);
  const comparison = both ? pair.data : undefined;
  const query = both ? pair : alone;
  return {
    a,
    b,
    comparison,
    answer: both ? comparison?.a : alone.data,
    answerB: comparison?.b,
    error: a.error ?? b.error ?? query.error,
    loading: a.loading || b.loading || (a.plan !== undefined && query.isFetching),
    refetch: () => void query.refetch(),
  };
}

export type Plans = ReturnType<typeof usePlans>;
