import type { ImpactSummary, PeopleCount } from '@msp-impact/contract';
import { Sign } from '../../ui/Sign.tsx';
import { count, people, peopleRange, STATE_WORDS } from '../../ui/words.ts';
import { FILTER_STATES, type FilterState } from '../../url/view.ts';
import s from './answer.module.css';

interface CountersProps {
  readonly summary: ImpactSummary | undefined;
  /** The answer failed: numbers are struck, so that nobody reads them as safe. */
  readonly failed: boolean;
  readonly states: readonly FilterState[];
  readonly onlyAreas: boolean;
  readonly onState: (state: FilterState) => void;
  readonly onAreas: () => void;
}

/** Services by state: legend and filter at once; the people are the fifth. */
export function Counters(props: CountersProps) {
  const { summary, failed, states, onState } = props;
  const services = summary?.services;
  const counts: Record<FilterState, number | undefined> = {
    down: services?.stopped,
    degraded: services?.reduced,
    'at-risk': services?.lastOption,
    unknown: services?.notKnown,
  };
  return (
    <fieldset className={s.counters}>
      <legend className="only-heard">
        Services by what is left of them; choose one to see only those
      </legend>
      {FILTER_STATES.map((state) => (
        <button
          key={state}
          type="button"
          className={s.counter}
          aria-pressed={states.includes(state)}
          disabled={failed || counts[state] === undefined}
          onClick={() => onState(state)}
          title={`Show only what is ${STATE_WORDS[state]}`}
        >
          <span className={s.number} data-failed={failed || undefined}>
            <Sign state={state} level={0.3} size={15} /> {failed ? '–' : (counts[state] ?? '…')}
          </span>
          <span className={s.word}>{STATE_WORDS[state]}</span>
        </button>
      ))}
      <PeopleCounter {...props} />
    </fieldset>
  );
}

function PeopleCounter({ summary, failed, onlyAreas, onAreas }: CountersProps) {
  const of = failed ? undefined : summary?.people;
  return (
    <button
      type="button"
      className={`${s.counter} ${s.people}`}
      aria-pressed={onlyAreas}
      disabled={!of}
      onClick={onAreas}
      title="Show only areas"
    >
      <span className={s.number} data-failed={failed || undefined}>
        {of ? (nobodyKnown(of) ? '?' : people(of.touched)) : '–'}
      </span>
      <span className={s.word}>{of ? peopleWords(of) : 'people'}</span>
    </button>
  );
}

/** Nobody counted is not nobody hit: then no number stands there, least of all 0. */
const nobodyKnown = (of: PeopleCount) => !of.known || (of.touched === 0 && of.unknownRegions > 0);

/** "live where a service is hit, as if 31 M (26–38) had none". */
export function peopleWords(of: PeopleCount): string {
  if (!of.known) return 'people: no populations on record';
  if (nobodyKnown(of))
    return `people: not known; ${count(of.unknownRegions, 'area')} hit, no population on record`;
  const rest = of.unknownRegions > 0 ? `; ${count(of.unknownRegions, 'area')} not counted` : '';
  if (of.touched === 0) return `live where a service is hit${rest}`;
  return `live where a service is hit, as if ${peopleRange(of.lost, of.lostRange)} had none${rest}`;
}
