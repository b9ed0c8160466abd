import { useEffect } from 'react';
import { useSearch } from 'wouter';
import { useGraphView } from '../../api/questions.ts';
import { restHour } from '../../features/hours/clock.ts';
import { type HoursView, hasPlan, type PlanRef } from '../../url/hours-view.ts';
import { useHours } from '../../url/use-hours.ts';
import { useNames } from '../use-names.ts';
import { useShortcuts } from '../use-shortcuts.ts';
import s from './hours-screen.module.css';
import { NoPlan } from './NoPlan.tsx';
import { OnePlan } from './OnePlan.tsx';
import { withoutSelection } from './shared.ts';
import { type Plans, usePlans } from './use-plans.ts';

/** An incident hour by hour: one plan, or two side by side, or what to start from. */
export function HoursScreen() {
  const { view, change, undo, redo } = useHours();
  const plans = usePlans(view);
  const names = useGraphView({ show: 'all', budget: 1500 }).data;
  const nameOf = usePlanNames(plans, names);
  const search = useSearch();
  // Another address, another hour: a clock that still runs belongs to the old one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the trigger
  useEffect(() => restHour(), [search]);
  useShortcuts({
    'ctrl+z': undo,
    'ctrl+shift+z': redo,
    'ctrl+y': redo,
    Escape: view.select ? () => change(withoutSelection) : undefined,
  });
  const open = (a: PlanRef) => change((old) => opened(old, a));
  const shared = { view, change, plans, nameOf, graph: names, onOpen: open, undo, redo };
  return (
    <div className={s.screen}>
      {hasPlan(view.a) || plans.a.plan ? <OnePlan {...shared} /> : <NoPlan {...shared} />}
    </div>
  );
}

/** A plan is opened from its start; what it is held against stays. */
function opened(old: HoursView, a: PlanRef): HoursView {
  return { ...old, a, at: 0, opened: [], side: old.side === 'plans' ? 'plans' : 'limits' };
}

/** Names from the answers on screen first, then from the graph. */
function usePlanNames(plans: Plans, view: Parameters<typeof useNames>[0]['view']) {
  const fromGraph = useNames({
    view,
    impact: undefined,
    explanation: undefined,
    rank: undefined,
    paths: undefined,
  });
  const known = new Map(plans.answer?.nodes.map((node) => [node.id, node.name]));
  return (id: string) => known.get(id) ?? fromGraph(id);
}
