import type { MeasuresResult, Mitigation, Scenario, SimulationAnswer } from '@msp-impact/contract';
import { useState } from 'react';
import { useJob } from '../../api/plans.ts';
import { plansApi } from '../../api/simulate.ts';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import type { MeasureDraft } from '../../url/measures-codec.ts';
import { AddMeasure } from './AddMeasure.tsx';
import { MeasureResult } from './MeasureResult.tsx';
import s from './measures.module.css';
import { measureName } from './words.ts';

interface MeasuresProps {
  readonly plan: Scenario;
  /** Plan B, where there is one: measures are held against both, each counted alike. */
  readonly planB: Scenario | undefined;
  readonly answer: SimulationAnswer;
  readonly measures: readonly MeasureDraft[];
  readonly budget: number | undefined;
  readonly ideas: readonly MeasureDraft[];
  readonly zones: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly onMeasures: (measures: readonly MeasureDraft[]) => void;
  readonly onBudget: (budget: number | undefined) => void;
}

/** What would have helped: each measure alone, and the best set that a budget buys. */
export function Measures(props: MeasuresProps) {
  const { plan, planB, measures, nameOf, onMeasures } = props;
  const named = measures.map((one, i) => ({
    ...one,
    id: `m${i + 1}`,
    name: measureName(one, nameOf),
  }));
  const budget = props.budget ?? measures.reduce((sum, one) => sum + one.cost, 0);
  const scenarios = [plan, ...(planB ? [planB] : [])].map((scenario) => ({ scenario }));
  const request = { measures: named as Mitigation[], scenarios, budget };
  const search = useJob(JSON.stringify([request, props.answer.revision]));
  const { job } = search;
  const running = job?.state === 'running' || job?.state === 'queued';
  return (
    <>
      <h2 className={s.title}>What would have helped?</h2>
      <p className={s.quiet}>
        Name what could be done and what it costs. Each is tried on{' '}
        {planB ? 'both plans' : 'this plan'} alone, then the best set within the budget is sought.
      </p>
      <Named measures={measures} nameOf={nameOf} onMeasures={onMeasures} />
      <div className={s.row}>
        <AddMeasure zones={props.zones} onAdd={(one) => onMeasures([...measures, one])} />
        {measures.length === 0 && props.ideas.length > 0 && (
          <button type="button" className={controls.button} onClick={() => onMeasures(props.ideas)}>
            Suggest {props.ideas.length}
          </button>
        )}
      </div>
      {measures.length > 0 && (
        <div className={s.row}>
          <span>
            Budget <Cost label="Budget" value={budget} onChange={props.onBudget} />
          </span>
          <button
            type="button"
            className={controls.primary}
            disabled={running || search.starting}
            onClick={() => search.start(() => plansApi.startMeasures(request))}
          >
            Find what helps most
          </button>
        </div>
      )}
      {running && job && (
        <div className={s.progress}>
          <progress value={job.progress} max={1} aria-label="Measures tried" />
          <button type="button" className={controls.button} onClick={search.cancel}>
            Cancel
          </button>
        </div>
      )}
      {search.error && <ErrorState error={search.error} title="Not tried." />}
      {job?.state === 'failed' && <ErrorState error={new Error(job.error ?? 'It ended early.')} />}
      {job?.state === 'done' && (
        <Section title="What it comes to">
          <MeasureResult result={job.result as MeasuresResult} named={named} nameOf={nameOf} />
        </Section>
      )}
    </>
  );
}

function Named(props: Pick<MeasuresProps, 'measures' | 'nameOf' | 'onMeasures'>) {
  const { measures, nameOf, onMeasures } = props;
  return (
    <ul className={s.list}>
      {measures.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two equal measures are told apart by their place alone
        <li key={i}>
          <span>{measureName(one, nameOf)}</span>
          <span>
            cost{' '}
            <Cost
              label={`Cost of: ${measureName(one, nameOf)}`}
              value={one.cost}
              onChange={(cost) =>
                onMeasures(measures.map((m, at) => (at === i ? { ...m, cost } : m)))
              }
            />
          </span>
          <button
            type="button"
            className={controls.link}
            aria-label={`Take away: ${measureName(one, nameOf)}`}
            onClick={() => onMeasures(measures.filter((_, at) => at !== i))}
          >
            Take away
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A number that may be empty while it is typed. */
function Cost(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      className={s.cost}
      aria-label={props.label}
      inputMode="decimal"
      value={typed ?? String(props.value)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const value = Number(typed);
        if (typed !== undefined && typed.trim() !== '' && value >= 0 && Number.isFinite(value)) {
          props.onChange(value);
        }
        setTyped(undefined);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
