import type {
  Job,
  MeasureListAnswer,
  MeasuresResult,
  Mitigation,
  Scenario,
  SimulationAnswer,
} from '@msp-impact/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useJob } from '../../api/plans.ts';
import { plansApi } from '../../api/simulate.ts';
import controls from '../../ui/controls.module.css';
import { planText } from '../../ui/hour-words.ts';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import type { SavedRef, Weighted } from '../../url/hours-view.ts';
import type { MeasureDraft } from '../../url/measures-codec.ts';
import { AddMeasure } from './AddMeasure.tsx';
import { CostField, Unread } from './CostField.tsx';
import { MeasureResult } from './MeasureResult.tsx';
import s from './measures.module.css';
import { NamedMeasures } from './NamedMeasures.tsx';
import { SavedLists } from './SavedLists.tsx';
import { SaveList } from './SaveList.tsx';
import { TriedOn, type TriedPlan } from './TriedOn.tsx';
import { measureName } from './words.ts';

/** A plan that counts; its scenario is missing while it is read, or where it is gone. */
export type Tried = TriedPlan & { readonly scenario: Scenario | undefined };

interface MeasuresProps {
  readonly tried: readonly Tried[];
  readonly over: readonly Weighted[];
  readonly answer: SimulationAnswer;
  readonly measures: readonly MeasureDraft[];
  readonly budget: number | undefined;
  /** The saved list that they are of, and whether they were changed since. */
  readonly saved: MeasureListAnswer | undefined;
  readonly changed: boolean;
  readonly error: unknown;
  readonly ideas: readonly MeasureDraft[];
  readonly zones: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly onMeasures: (measures: readonly MeasureDraft[]) => void;
  readonly onBudget: (budget: number | undefined) => void;
  readonly onOver: (over: readonly Weighted[]) => void;
  readonly onOpen: (list: SavedRef | undefined) => void;
}

/** What would have helped: each measure alone, and the best set that a budget buys. */
export function Measures(props: MeasuresProps) {
  const { measures, nameOf, onMeasures, saved } = props;
  const named = numbered(measures, nameOf);
  const budget = props.budget ?? measures.reduce((sum, one) => sum + one.cost, 0);
  const currency = saved?.list.currency;
  const unread = useUnread();
  return (
    <Unread value={unread.tell}>
      <h2 className={s.title}>
        {isPast(props.tried[0]?.scenario) ? 'What would have helped?' : 'What would help?'}
      </h2>
      <p className={s.quiet}>
        Name what could be done and what it costs. Each is tried alone, then the best set within the
        budget is sought.
      </p>
      {props.error !== undefined && props.error !== null && (
        <ErrorState error={props.error} title="This list of measures cannot be shown." />
      )}
      <Misfits saved={saved} />
      <NamedMeasures measures={measures} nameOf={nameOf} onMeasures={onMeasures} />
      <div className={s.row}>
        <AddMeasure zones={props.zones} onAdd={(one) => onMeasures([...measures, one])} />
        {measures.length === 0 && props.ideas.length > 0 && (
          <button type="button" className={controls.button} onClick={() => onMeasures(props.ideas)}>
            Suggest {props.ideas.length}
          </button>
        )}
      </div>
      {measures.length > 0 && (
        <>
          <TriedOn plans={props.tried} over={props.over} onOver={props.onOver} />
          <Search
            {...props}
            named={named}
            budget={budget}
            currency={currency}
            unread={unread.any}
          />
          <Section title="Keep this list">
            <SaveList
              key={saved ? `${saved.id} ${saved.version}` : ''}
              list={{ measures: named, budget, ...(currency && { currency }) }}
              saved={saved}
              changed={props.changed}
              onOpen={props.onOpen}
            />
          </Section>
        </>
      )}
      <SavedLists shown={saved} onOpen={props.onOpen} />
    </Unread>
  );
}

/** Of what lies behind us one asks what would have helped. */
function isPast(plan: Scenario | undefined): boolean {
  return plan?.start !== undefined && Date.parse(plan.start) < Date.now();
}

/** Whether any field holds what is no number. */
function useUnread() {
  const [fields, setFields] = useState<readonly string[]>([]);
  const tell = useCallback(
    (field: string, unread: boolean) =>
      setFields((old) => {
        if (unread === old.includes(field)) return old;
        return unread ? [...old, field] : old.filter((one) => one !== field);
      }),
    [],
  );
  return { any: fields.length > 0, tell };
}

/** Each with an id of its own and a name. */
function numbered(measures: readonly MeasureDraft[], nameOf: (id: string) => string): Mitigation[] {
  const taken = new Set<string>();
  return measures.map((one, i) => {
    let id = one.id ?? `m${i + 1}`;
    for (let n = 2; taken.has(id); n++) id = `m${i + n}`;
    taken.add(id);
    return { ...one, id, name: one.name ?? measureName(one, nameOf) } as Mitigation;
  });
}

/** What the saved list names and the data no longer has. */
function Misfits({ saved }: { readonly saved: MeasureListAnswer | undefined }) {
  if (!saved || saved.faults.length === 0) return null;
  return (
    <p className={s.misfit}>
      Saved on version {saved.graphRevision} of the data; on version {saved.currentRevision} some of
      it no longer fits:{' '}
      {saved.faults.map(({ value, reason }) => planText(`${value ?? ''} ${reason}`)).join('; ')}.
    </p>
  );
}

/** Below the fold an answer goes unseen: it is brought into sight once, when it is there. */
function InSight() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => mark.current?.scrollIntoView?.({ block: 'center' }), []);
  return <span ref={mark} />;
}

/** The last step is the search for the best set, whose time is limited: no more is foretold of it. */
function searchWords({ done, secondsLeft }: Job, measures: number): string {
  if (done > measures) return 'Looking for the best set …';
  const left =
    secondsLeft === undefined ? '' : `, about ${Math.max(1, Math.round(secondsLeft))} s left`;
  return `${Math.max(0, done - 1)} of ${measures} tried alone${left}`;
}

interface SearchProps extends MeasuresProps {
  readonly named: Mitigation[];
  readonly budget: number;
  readonly currency: string | undefined;
  /** A number cannot be read: the search would be on an old one. */
  readonly unread: boolean;
}

/** The budget, the search for the best set, its progress and what it comes to. */
function Search(props: SearchProps) {
  const { named, budget, tried, nameOf } = props;
  const scenarios = tried.flatMap(({ scenario, weight }) =>
    scenario && weight > 0 ? [{ scenario, weight }] : [],
  );
  const request = { measures: named, scenarios, budget };
  const search = useJob(JSON.stringify([request, props.answer.revision]));
  const { job } = search;
  const running = job?.state === 'running' || job?.state === 'queued';
  const waiting = tried.some((one) => !one.scenario);
  return (
    <>
      <div className={s.row}>
        <span>
          Budget <CostField label="Budget" value={budget} onChange={props.onBudget} />{' '}
          {props.currency}
        </span>
        <button
          type="button"
          className={controls.primary}
          disabled={props.unread || running || search.starting || waiting || scenarios.length === 0}
          onClick={() => search.start(() => plansApi.startMeasures(request))}
        >
          Find what helps most
        </button>
      </div>
      {waiting && (
        <p className={s.quiet}>A plan is still being read, or not to be had: then leave it out.</p>
      )}
      {scenarios.length === 0 && !waiting && (
        <p className={s.quiet}>No plan counts: give one of them a number above 0.</p>
      )}
      {running && job && (
        <div className={s.progress}>
          <progress value={job.progress} max={1} aria-label="Measures tried" />
          <span>{searchWords(job, named.length)}</span>
          <button type="button" className={controls.button} onClick={search.cancel}>
            Cancel
          </button>
        </div>
      )}
      {search.error && <ErrorState error={search.error} title="Not tried." />}
      {job?.state === 'failed' && <ErrorState error={new Error(job.error ?? 'It ended early.')} />}
      {job?.state === 'cancelled' && <p>Cancelled.</p>}
      {job?.state === 'done' && (
        <Section title="What it comes to">
          <InSight />
          <MeasureResult
            result={job.result as MeasuresResult}
            named={named}
            plans={scenarios.length}
            nameOf={nameOf}
          />
        </Section>
      )}
    </>
  );
}
