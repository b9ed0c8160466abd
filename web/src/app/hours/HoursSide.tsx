import type { ScenarioAnswer } from '@msp-impact/contract';
import { Compare } from '../../features/compare/Compare.tsx';
import { useHourNow } from '../../features/hours/clock.ts';
import { Missed } from '../../features/hours/Missed.tsx';
import { Sure } from '../../features/hours/Sure.tsx';
import { leftAt } from '../../features/hours/series.ts';
import { Demands } from '../../features/scenario/Demands.tsx';
import { type EventList, eventsOf } from '../../features/scenario/events.ts';
import { Plans as PlansPanel } from '../../features/scenario/Plans.tsx';
import { Templates } from '../../features/scenario/Templates.tsx';
import { eventName } from '../../features/scenario/words.ts';
import controls from '../../ui/controls.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { setName } from '../../ui/set-name.ts';
import { compact } from '../../url/compact.ts';
import { hasPlan, type PlanRef, SIDES, type Side } from '../../url/hours-view.ts';
import { normalPlan } from '../../url/scenario-codec.ts';
import { Helps } from './Helps.tsx';
import s from './hours-screen.module.css';
import type { WithPlan } from './shared.ts';

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  limits: 'Limits',
  plans: 'Plans',
  helps: 'What helps',
  sure: 'How sure',
};

/** At the right: limits missed (or what differs), plans, what would help, how sure it is. */
export function HoursSide(props: WithPlan) {
  const { view, change } = props;
  return (
    <Panel label="Details of the plan">
      <div className={s.sides}>
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that switch the panel are no fieldset */}
        <div className={controls.segments} role="group" aria-label="Panel">
          {SIDES.map((side) => (
            <button
              key={side}
              type="button"
              aria-pressed={view.side === side}
              onClick={() => change((old) => ({ ...old, side }))}
            >
              {side === 'limits' && view.b ? 'A | B' : SIDE_WORDS[side]}
            </button>
          ))}
        </div>
      </div>
      <SideBody {...props} />
    </Panel>
  );
}

function SideBody(props: WithPlan) {
  const { view, change, plans, plan } = props;
  const { answer } = plans;
  if (view.side === 'plans') return <PlansSide {...props} />;
  if (!answer)
    return <p className={s.waiting}>{plans.error ? 'No answer to show.' : 'Working it out …'}</p>;
  if (view.side === 'sure') {
    return (
      <Sure
        plan={plan}
        answer={answer}
        seed={view.seed}
        onSeed={(seed) => change((old) => ({ ...old, seed }))}
      />
    );
  }
  if (view.side === 'helps') return <Helps {...props} />;
  if (plans.comparison) return <TwoPlans {...props} />;
  return (
    <Missed
      answer={answer}
      selection={view.select}
      onPick={(select, at) => change((old) => ({ ...old, select, at }))}
    >
      <PlanDemands {...props} />
    </Missed>
  );
}

const PlanDemands = ({ plan, nameOf, edits }: WithPlan) => (
  <Demands demands={plan.demands ?? []} nameOf={nameOf} onChange={edits.demands} />
);

function PlansSide({ view, change, plan, nameOf, graph, onOpen, edits }: WithPlan) {
  const shown: PlanRef = hasPlan(view.a) ? view.a : { draft: plan };
  return (
    <PlansPanel
      shown={shown}
      plan={plan}
      b={view.b}
      onOpen={onOpen}
      onPatch={edits.patch}
      onCompare={(b) =>
        change(({ b: _old, ...old }) => ({
          ...old,
          // A is written out where it came from Explore alone: it must outlive a change there.
          a: hasPlan(old.a) ? old.a : { draft: normalPlan(plan) },
          ...(b && { b, side: 'limits' as const }),
        }))
      }
    >
      <Templates nameOf={nameOf} sample={graph?.sample} onOpen={onOpen} />
    </PlansPanel>
  );
}

/** Two versions of one plan bear one name. */
function versionWords(ref: PlanRef | undefined, saved: ScenarioAnswer | undefined): string {
  if (!ref?.draft) return saved ? `version ${saved.version}` : 'as it was saved';
  if (!ref.saved) return 'not saved';
  const { version } = ref.saved;
  return version === undefined ? 'changed since it was saved' : `changed since version ${version}`;
}

function TwoPlans(props: WithPlan) {
  const { view, change, plans, nameOf } = props;
  const now = useHourNow(view.at);
  const { comparison, a, b } = plans;
  if (!comparison || !a.plan || !b.plan) return null;
  const levels = (answer: typeof comparison.a) => {
    const nodes = new Map(answer.nodes.map((node) => [node.id, node]));
    return (id: string) => leftAt(nodes.get(id), now);
  };
  const [inA, inB] = [levels(comparison.a), levels(comparison.b)];
  const lists = [a.plan, b.plan].map(eventsOf);
  const ownerOf = (list: string, index: number) => {
    const key = `${list as EventList}.${index}`;
    const event = lists.flat().find((one) => one.key === key);
    return event && eventName(event, nameOf, setName);
  };
  return (
    <Compare
      answer={comparison}
      names={{
        a: `${a.plan.name}, ${versionWords(view.a, a.saved)}`,
        b: `${b.plan.name}, ${versionWords(view.b, b.saved)}`,
      }}
      hour={now}
      leftOf={(id) => ({ a: inA(id), b: inB(id) })}
      ownerOf={ownerOf}
      all={view.all}
      selection={view.select}
      onAll={(all) => change((old) => ({ ...old, all }))}
      onSelect={(select) => change((old) => ({ ...old, select }))}
      onSwap={() => change((old) => ({ ...old, a: old.b ?? {}, b: old.a }))}
      onEnd={() => change(({ b: _gone, ...old }) => compact(old))}
    >
      <PlanDemands {...props} />
    </Compare>
  );
}
