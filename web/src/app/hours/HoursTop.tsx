import { useHourNow } from '../../features/hours/clock.ts';
import { levelAt } from '../../features/hours/series.ts';
import { PlanBar } from '../../features/scenario/PlanBar.tsx';
import controls from '../../ui/controls.module.css';
import { hourAndDay, planText } from '../../ui/hour-words.ts';
import { Sign } from '../../ui/Sign.tsx';
import { errorSentence, NOT_CALCULATED } from '../../ui/States.tsx';
import { people } from '../../ui/words.ts';
import s from './hours-screen.module.css';
import type { WithPlan } from './shared.ts';

interface HoursTopProps extends WithPlan {
  readonly onEdit: (key: string) => void;
}

/** The plan as a sentence, its answer as another, and the numbers of the hour that is looked at. */
export function HoursTop(props: HoursTopProps) {
  const { plan, plans, edits, graph } = props;
  const zones = [...new Set(graph?.nodes.flatMap((node) => node.zones ?? []))].sort();
  const { error, comparison, answer } = plans;
  const sentence = comparison ? comparison.sentence : answer?.sentence;
  return (
    <div className={s.top}>
      <div className={s.sentences}>
        <PlanBar
          plan={plan}
          events={props.events}
          nameOf={props.nameOf}
          zones={zones}
          onEdit={props.onEdit}
          onRemove={edits.remove}
          onAdd={edits.add}
          onWays={edits.ways}
          onHours={edits.hours}
        />
        {error ? (
          <div role="alert">
            <h1>{NOT_CALCULATED}</h1>
            <p className={s.reason}>
              {planText(errorSentence(error))}{' '}
              {props.undo && (
                <button type="button" className={controls.link} onClick={props.undo}>
                  Undo
                </button>
              )}
            </p>
          </div>
        ) : (
          <h1 data-late={plans.loading || undefined}>
            {sentence ? planText(sentence) : 'Working it out …'}
          </h1>
        )}
        <Moved {...props} />
      </div>
      <Now {...props} />
    </div>
  );
}

/** The data has moved on since the plan was saved: say so, and what no longer fits. */
function Moved({ plans, view, edits, plan }: HoursTopProps) {
  const { saved } = plans.a;
  if (!saved?.changedSince || view.a.draft) return null;
  return (
    <p className={s.reason}>
      Saved on version {saved.graphRevision} of the data; this is its answer on version{' '}
      {saved.currentRevision}.{' '}
      {saved.faults.map((fault) => planText(`${fault.path} ${fault.reason}`)).join('; ')}{' '}
      <button type="button" className={controls.link} onClick={() => edits.rename(plan.name)}>
        Go on with it on the data of now
      </button>
    </p>
  );
}

/** Counted at the hour: services that are stopped or reduced, people, limits missed until then. */
function Now({ plans, view }: HoursTopProps) {
  const now = useHourNow(view.at);
  const { answer, error } = plans;
  if (!answer) return null;
  const services = answer.nodes.filter((node) => node.kind === 'service');
  let [stopped, reduced] = [0, 0];
  for (const node of services) {
    const level = levelAt(node.steps, now);
    if (level <= node.downAt + 1e-9) stopped++;
    else if (level < 1) reduced++;
  }
  const missed = answer.breaches.filter((one) => one.hour !== undefined && one.hour <= now).length;
  const lost = levelAt(answer.harm.lost, now);
  return (
    <dl className={s.figures} data-failed={error ? true : undefined} aria-label={hourAndDay(now)}>
      <Figure value={stopped} word="services stopped" state="down" />
      <Figure value={reduced} word="services reduced" state="degraded" />
      <Figure value={missed} word="limits missed so far" />
      {answer.harm.known && (
        <Figure
          value={people(answer.harm.lost.length ? lost : 0)}
          word="as if so many people had none"
        />
      )}
    </dl>
  );
}

function Figure(props: {
  readonly value: string | number;
  readonly word: string;
  readonly state?: 'down' | 'degraded';
}) {
  return (
    <div>
      <dt>{props.word}</dt>
      <dd>
        {props.state && <Sign state={props.state} level={0.4} size={14} />} {props.value}
      </dd>
    </div>
  );
}
