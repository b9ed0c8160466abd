import type { Scenario } from '@msp-impact/contract';
import { useReplay, useSamplePlan } from '../../api/plans.ts';
import { Replay } from '../../features/replay/Replay.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { formatPlan, normalPlan } from '../../url/scenario-codec.ts';
import s from './hours-screen.module.css';
import type { WithPlan } from './shared.ts';

/** The incident of the sample held against what was published; a row leads to its hour. */
export function ReplayAt({ view, change, plan, graph, onOpen }: WithPlan) {
  const replay = useReplay(graph?.sample);
  const own = useSamplePlan(graph?.sample).data;
  if (replay.error) {
    return (
      <ErrorState
        error={replay.error}
        title="No published statements are on record for this data."
        onRetry={() => void replay.refetch()}
      />
    );
  }
  if (!replay.data) return <p className={s.waiting}>Loading …</p>;
  const text = (one: Scenario) => formatPlan(normalPlan(one), '').join('&');
  return (
    <Replay
      replay={replay.data}
      same={own !== undefined && text(own) === text(plan)}
      at={view.at}
      selection={view.select}
      onHour={(at, select) => change((old) => ({ ...old, at, select }))}
      onOpenPlan={() => own && onOpen({ draft: normalPlan(own) })}
    />
  );
}
