import type { MonteCarloResult, Scenario, SimulationAnswer } from '@msp-impact/contract';
import { useState } from 'react';
import { useJob } from '../../api/plans.ts';
import { plansApi } from '../../api/simulate.ts';
import controls from '../../ui/controls.module.css';
import { manyWords, planText } from '../../ui/hour-words.ts';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { count, hours, percent } from '../../ui/words.ts';
import s from './hours.module.css';

const RUNS = 10_000;
const SHOWN = 8;

/** How sure the answer is: the plan run many times, each number drawn from its range. */
export function Sure(props: {
  readonly plan: Scenario;
  readonly answer: SimulationAnswer;
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
}) {
  const { plan, answer, seed } = props;
  const { job, error, start, starting, cancel } = useJob(
    JSON.stringify([plan, answer.revision, seed]),
  );
  const result = job?.result as MonteCarloResult | undefined;
  const running = job?.state === 'running' || job?.state === 'queued';
  return (
    <>
      <h2 className={s.title}>How sure is this?</h2>
      <p className={s.quiet}>
        {answer.ranged
          ? 'Some numbers are ranges. Run the plan many times, each time with numbers drawn from them; the same seed gives the same runs.'
          : 'No number in this plan or behind it is a range, so every run gives the same.'}
      </p>
      {answer.ranged && !running && (
        <p>
          <button
            type="button"
            className={controls.primary}
            disabled={starting}
            onClick={() => start(() => plansApi.startRuns({ scenario: plan, runs: RUNS, seed }))}
          >
            Run it {RUNS.toLocaleString('en-GB')} times
          </button>{' '}
          <Seed seed={seed} onSeed={props.onSeed} />
        </p>
      )}
      {running && job && (
        <div className={s.progress}>
          <progress value={job.progress} max={1} aria-label="Runs done" />
          <span>
            {job.done.toLocaleString('en-GB')} of {job.total.toLocaleString('en-GB')}
            {job.secondsLeft !== undefined &&
              `, about ${Math.max(1, Math.round(job.secondsLeft))} s left`}
          </span>
          <button type="button" className={controls.button} onClick={cancel}>
            Cancel
          </button>
        </div>
      )}
      {error && <ErrorState error={error} title="Not run." />}
      {job?.state === 'failed' && (
        <ErrorState error={new Error(job.error ?? 'The runs ended early.')} />
      )}
      {job?.state === 'cancelled' && <p>Cancelled after {count(job.done, 'run')}.</p>}
      {result && <Result result={result} />}
    </>
  );
}

const MOST_SEED = 4_294_967_295;

function Seed(props: { readonly seed: number; readonly onSeed: (seed: number) => void }) {
  const [typed, setTyped] = useState<string>();
  const take = () => {
    const value = Number(typed);
    if (typed?.trim() && Number.isInteger(value) && value >= 0 && value <= MOST_SEED) {
      props.onSeed(value);
    }
    setTyped(undefined);
  };
  return (
    <label className={s.seed}>
      Seed{' '}
      <input
        inputMode="numeric"
        value={typed ?? props.seed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </label>
  );
}

function Result({ result }: { readonly result: MonteCarloResult }) {
  const { harm, unit } = result;
  const inPeople = unit === 'person-hours';
  const amount = (n: number) => (inPeople ? manyWords(n) : hours(n));
  return (
    <>
      <Section title={inPeople ? 'Hours lost, times people' : 'Hours lost by services'}>
        <p>
          <strong>
            9 in 10 runs: {amount(harm.p5)} to {amount(harm.p95)}
          </strong>
          ; half of all runs lose more than {amount(harm.p50)}. Of {count(result.runs, 'run')}, seed{' '}
          {result.seed}.
        </p>
        <Exceedance result={result} words={amount} />
      </Section>
      {result.breaches.length > 0 && (
        <Section title="Chance to miss its limit">
          <ul>
            {result.breaches.slice(0, SHOWN).map((one) => (
              <li key={one.id}>
                {one.name}: <strong>{percent(one.probability)}</strong>
                {one.hour && `, in 9 of 10 such runs ${spanWords(one.hour)}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {result.drivers.length > 0 && (
        <Section title="What the spread hangs on most">
          <p className={s.quiet}>
            In brackets how closely the two go together: 1 or −1 as one, 0 not at all.
          </p>
          <ul>
            {result.drivers.slice(0, SHOWN).map((one) => (
              <li key={one.input}>
                {planText(one.label)}:{' '}
                {one.correlation > 0 ? 'more of it, more lost' : 'more of it, less lost'} (
                {one.correlation.toFixed(2)})
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function spanWords({ p5, p95 }: { readonly p5: number; readonly p95: number }): string {
  const [first, last] = [Math.round(p5), Math.round(p95)];
  return first === last ? `at hour ${first}` : `between hour ${first} and ${last}`;
}

/** How likely it is that more than so much is lost. */
function Exceedance(props: {
  readonly result: MonteCarloResult;
  readonly words: (n: number) => string;
}) {
  const points = props.result.exceedance;
  const most = points.at(-1)?.[0] ?? 0;
  if (points.length < 2 || most <= 0) return null;
  // Below the least of all runs more is lost for sure: the curve begins at 0, not in mid-air.
  const d = [[0, 1] as const, ...points]
    .map(
      ([harm, chance], i) =>
        `${i ? 'L' : 'M'}${((harm / most) * 1000).toFixed(1)} ${((1 - chance) * 100).toFixed(1)}`,
    )
    .join('');
  return (
    <figure>
      <div
        className={`${s.plot} ${s.tall}`}
        role="img"
        aria-label="Chance that more than so much is lost"
      >
        <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
          <line className={s.rule} x1="0" x2="1000" y1="50" y2="50" />
          <path className={s.leftB} d={d} />
        </svg>
        <span className={s.chances} aria-hidden="true">
          {[1, 0.5, 0].map((chance) => (
            <span key={chance}>{percent(chance)}</span>
          ))}
        </span>
      </div>
      <div className={s.amounts} aria-hidden="true">
        {[0, most / 2, most].map((amount) => (
          <span key={amount}>{amount === 0 ? '0' : props.words(amount)}</span>
        ))}
      </div>
      <figcaption className={s.quiet}>
        Chance (upwards) that more than so much is lost, from 0 to {props.words(most)}
      </figcaption>
    </figure>
  );
}
