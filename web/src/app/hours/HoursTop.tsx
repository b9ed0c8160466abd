import type { SimulationAnswer } from '@msp-impact/contract';
import { useHourNow } from '../../features/hours/clock.ts';
import { type Counted, missedAt, peopleAt, servicesAt } from '../../features/hours/counted.ts';
import { PlanBar } from '../../features/scenario/PlanBar.tsx';
import controls from '../../ui/controls.module.css';
import { hourAndDay, planText } from '../../ui/hour-words.ts';
import { Sign } from '../../ui/Sign.tsx';
import { errorSentence, NOT_CALCULATED } from '../../ui/States.tsx';
import s from './hours-screen.module.css';
import { IncidentBack } from './IncidentBack.tsx';
import { NothingYet } from './NothingYet.tsx';
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
        {!error && <NothingYet {...props} />}
        <IncidentBack />
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
      <button
        type="button"
        className={controls.link}
        onClick={() => edits.patch({ name: plan.name })}
      >
        Go on with it on the data of now
      </button>
    </p>
  );
}

/** Counted at the hour: services by how they stand, limits missed until then, people; with what each may be. */
function Now({ plans, view }: HoursTopProps) {
  const now = useHourNow(view.at);
  const { answer, answerB, error } = plans;
  if (!answer) return null;
  const a = countedAt(answer, now);
  const b = answerB && countedAt(answerB, now);
  const edge = answer.totalAtRisk + (answerB?.totalAtRisk ?? 0) > 0;
  const shown = FIGURES.filter(
    ({ id }) => (id !== 'edge' || edge) && (id !== 'people' || answer.harm.known),
  );
  return (
    <dl className={s.figures} data-failed={error ? true : undefined} aria-label={hourAndDay(now)}>
      {shown.map(({ id, word, state }) => (
        <Figure key={id} a={a[id]} b={b?.[id]} word={word} {...(state && { state })} />
      ))}
    </dl>
  );
}

const FIGURES = [
  { id: 'stopped', word: 'services stopped', state: 'down' },
  { id: 'reduced', word: 'services reduced', state: 'degraded' },
  { id: 'edge', word: 'services on last option', state: 'at-risk' },
  { id: 'missed', word: 'limits missed so far', state: undefined },
  { id: 'people', word: 'as if so many people had none', state: undefined },
] as const;

const countedAt = (answer: SimulationAnswer, hour: number) => ({
  ...servicesAt(answer, hour),
  missed: missedAt(answer, hour),
  people: peopleAt(answer, hour),
});

interface FigureProps {
  readonly a: Counted;
  /** With two plans, what B comes to. */
  readonly b: Counted | undefined;
  readonly word: string;
  readonly state?: 'down' | 'degraded' | 'at-risk';
}

function Figure({ a, b, word, state }: FigureProps) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {state && <Sign state={state} level={0.4} size={14} />} {b ? `A ${a.value}` : a.value}
        {a.range && <small>{a.range}</small>}
        {b && (
          <small>
            <b>B {b.value}</b>
            {b.range && ` (${b.range})`}
          </small>
        )}
      </dd>
    </div>
  );
}
