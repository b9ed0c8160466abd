import type { Scenario, SimulationAnswer } from '@msp-impact/contract';
import { useMemo } from 'react';
import { useMeasureList } from '../../api/measure-lists.ts';
import { useSavedPlansOf } from '../../api/plans.ts';
import { Measures, type Tried } from '../../features/measures/Measures.tsx';
import { suggested } from '../../features/measures/suggest.ts';
import { compact } from '../../url/compact.ts';
import type { HoursView, SavedRef } from '../../url/hours-view.ts';
import type { MeasureDraft } from '../../url/measures-codec.ts';
import type { WithPlan } from './shared.ts';

/** Measures of the view or of the saved list that it names, with first ideas from the answer. */
export function Helps(props: WithPlan) {
  const { answer } = props.plans;
  return answer ? <WithAnswer {...props} answer={answer} /> : null;
}

function WithAnswer(props: WithPlan & { readonly answer: SimulationAnswer }) {
  const { view, change, plan, answer, nameOf, graph } = props;
  const saved = useMeasureList(view.list);
  const tried = useTried(props);
  const ideas = useMemo(() => suggested(plan, answer, graph), [plan, answer, graph]);
  const zones = useMemo(
    () => [...new Set(graph?.nodes.flatMap((node) => node.zones ?? []))].sort(),
    [graph],
  );
  const kept = view.list ? saved.data : undefined;
  const changed = view.measures.length > 0;
  const measures = changed ? view.measures : ((kept?.list.measures ?? []) as MeasureDraft[]);
  const budget = view.budget ?? kept?.list.budget;
  return (
    <Measures
      tried={tried}
      over={view.over}
      answer={answer}
      measures={measures}
      budget={budget}
      saved={kept}
      changed={changed || (view.budget !== undefined && view.budget !== kept?.list.budget)}
      error={view.list ? saved.error : null}
      ideas={ideas}
      zones={zones}
      nameOf={nameOf}
      onMeasures={(next) => change((old) => withMeasures(old, next))}
      onBudget={(next) => change((old) => compact({ ...old, budget: next }))}
      onOver={(over) => change((old) => ({ ...old, over }))}
      onOpen={(list) => change((old) => opened(old, list))}
    />
  );
}

/** A list without measures is no longer the saved one: it would be read again. */
function withMeasures(old: HoursView, measures: readonly MeasureDraft[]): HoursView {
  const { list, ...rest } = old;
  return compact({ ...rest, measures, list: measures.length > 0 ? list : undefined });
}

function opened(old: HoursView, list: SavedRef | undefined): HoursView {
  const { budget: _own, ...rest } = old;
  return compact({ ...rest, measures: [], list });
}

/** The plans on screen, and saved ones that count too. */
function useTried({ view, change, plan, plans }: WithPlan): Tried[] {
  const others = useSavedPlansOf(view.over);
  const onScreen = (
    key: string,
    scenario: Scenario,
    weight: number,
    set: (weight: number) => Partial<HoursView>,
  ): Tried => ({
    key,
    name: plans.b.plan ? `${key}: ${scenario.name}` : scenario.name,
    scenario,
    weight,
    onWeight: (next) => change((old) => ({ ...old, ...set(next) })),
  });
  const put = (at: number, weight: number | undefined) =>
    change((old) => ({
      ...old,
      over: old.over.flatMap((one, i) => {
        if (i !== at) return [one];
        return weight === undefined ? [] : [{ ...one, weight }];
      }),
    }));
  return [
    onScreen('A', plan, view.weightA, (weightA) => ({ weightA })),
    ...(plans.b.plan
      ? [onScreen('B', plans.b.plan, view.weightB, (weightB) => ({ weightB }))]
      : []),
    ...view.over.map((one, at): Tried => {
      const found = others[at]?.data;
      const gone = others[at]?.error ? ' (not to be had)' : '';
      return {
        key: `${one.id} ${one.version ?? ''}`,
        name: `${found?.name ?? one.id}${gone}`,
        scenario: found?.scenario,
        weight: one.weight,
        onWeight: (weight) => put(at, weight),
        onRemove: () => put(at, undefined),
      };
    }),
  ];
}
