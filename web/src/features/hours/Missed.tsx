import type { Breach, SimulationAnswer } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import { hourRange, manyRange, manyWords, planText, whenWords } from '../../ui/hour-words.ts';
import { Section } from '../../ui/Panel.tsx';
import { count, hours, percent } from '../../ui/words.ts';
import s from './hours.module.css';
import { clearedWords } from './WaitingCharts.tsx';

const CERTAINTY: Readonly<Record<Breach['certainty'], string>> = {
  certain: 'in every case',
  likely: 'most likely',
  possible: 'only if things go badly',
};

/** Limits that are missed, first ones first; people; and what is worth saying. */
export function Missed(props: {
  readonly answer: SimulationAnswer;
  readonly selection: string | undefined;
  readonly onPick: (id: string, hour: number) => void;
  /** What services have to do: behind the cases that wait. */
  readonly children: ReactNode;
}) {
  const { answer } = props;
  const certain = answer.breaches.filter((one) => one.hour !== undefined).length;
  const possible = answer.breaches.length - certain;
  return (
    <>
      <h2 className={s.title}>
        {certain > 0 ? `${count(certain, 'limit')} missed` : 'No limit is missed'}
      </h2>
      <p className={s.quiet}>
        {possible > 0
          ? `${count(possible, 'more limit', 'more limits')} if things go badly. `
          : answer.breaches.length === 0
            ? 'Only what has a limit on record can miss one. '
            : ''}
        First ones first; a click shows the hour.
      </p>
      <div className={s.missed}>
        {answer.breaches.map((one) => (
          <button
            key={one.id}
            type="button"
            aria-current={one.id === props.selection}
            onClick={() => props.onPick(one.id, one.hour ?? one.earliest ?? 0)}
          >
            <b>{one.name}</b>
            <em data-certainty={one.certainty}>
              hour {hourRange(one.hour, one.earliest, one.latest)}
            </em>
            <small>
              under {percent(one.minimumLevel)} for longer than {hours(one.maxHours)} ·{' '}
              {CERTAINTY[one.certainty]}
            </small>
          </button>
        ))}
      </div>
      <Waiting backlogs={answer.backlogs} />
      {props.children}
      <People answer={answer} />
      {answer.notes.length > 0 && (
        <Section title="Worth knowing">
          <ul>
            {answer.notes.map((note) => (
              <li key={note}>{planText(note)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Cases that wait because a service could not keep up. */
function Waiting({ backlogs }: { readonly backlogs: SimulationAnswer['backlogs'] }) {
  if (backlogs.length === 0) return null;
  return (
    <Section title="Cases that wait">
      <ul>
        {backlogs.slice(0, NAMED).map((one) => (
          <li key={one.id}>
            {one.name}: up to <strong>{manyRange(one.peak, one.range)}</strong> at{' '}
            {whenWords(one.peakHour)}, {clearedWords(one)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const NAMED = 5;

function People({ answer }: { readonly answer: SimulationAnswer }) {
  const { harm } = answer;
  if (!harm.known) {
    return (
      <Section title="People">
        <p className={s.quiet}>No number of people is on record, so none can be counted.</p>
      </Section>
    );
  }
  return (
    <Section title="Hours lost, times people">
      <p>
        <strong>{manyRange(harm.personHours, harm.range)}</strong> hours of normal work, summed over
        the people of all areas
        {harm.unknownRegions > 0 &&
          `; ${count(harm.unknownRegions, 'area')} without people on record`}
        .
      </p>
      <ul>
        {harm.regions.slice(0, NAMED).map((one) => (
          <li key={one.id}>
            {one.name}: {manyRange(one.personHours, one.range)}
          </li>
        ))}
        {harm.regions.length > NAMED && (
          <li className={s.quiet}>
            and {count(harm.regions.length - NAMED, 'other area')} with{' '}
            {manyWords(harm.regions.slice(NAMED).reduce((sum, one) => sum + one.personHours, 0))} in
            all
          </li>
        )}
      </ul>
    </Section>
  );
}
