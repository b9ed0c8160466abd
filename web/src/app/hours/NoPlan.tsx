import { Plans } from '../../features/scenario/Plans.tsx';
import { Templates } from '../../features/scenario/Templates.tsx';
import { ErrorState } from '../../ui/States.tsx';
import s from './hours-screen.module.css';
import type { Shared } from './shared.ts';

/** Nothing is chosen yet: one sentence, and what to start from. */
export function NoPlan({ plans, nameOf, graph, onOpen }: Shared) {
  return (
    <div className={s.start}>
      <h1>Hour by hour: what misses its limit, when, and what would have helped?</h1>
      <p>
        Start from the incident as it was, from a typical one, or stop something under Explore and
        come back: it becomes a plan here. Then move what happens on the timeline.
      </p>
      {plans.error && <ErrorState error={plans.error} title="This plan cannot be shown." />}
      {graph?.counts.nodes === 0 && (
        <p>Nothing is on record yet. Bring in your own list, or load a sample under Data.</p>
      )}
      <div className={s.starts}>
        <Plans
          shown={{}}
          plan={undefined}
          b={undefined}
          onOpen={onOpen}
          onCompare={() => {}}
          onPatch={() => {}}
        >
          <Templates nameOf={nameOf} sample={graph?.sample} onOpen={onOpen} />
        </Plans>
      </div>
    </div>
  );
}
