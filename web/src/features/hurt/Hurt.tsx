import type { RankAnswer, RankRow } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import controls from '../../ui/controls.module.css';
import { ErrorState } from '../../ui/States.tsx';
import { capital, count, KIND_WORDS, people } from '../../ui/words.ts';
import s from './hurt.module.css';

interface HurtProps {
  readonly rank: RankAnswer | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** How many are listed; the rest on demand. */
  readonly top: number;
  readonly onAll: () => void;
  readonly onStop: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly children?: ReactNode;
}

/** Every supplier and product stopped alone, worst first. */
export function Hurt({ rank, error, onRetry, top, onAll, children, ...act }: HurtProps) {
  return (
    <aside className={s.hurt} aria-label="What would hurt most">
      <h2>What would hurt most</h2>
      {error ? (
        <ErrorState error={error} title="Not ranked. Do not take this as safe." onRetry={onRetry} />
      ) : null}
      {rank && (
        <p className={s.how}>
          If each stopped alone, no other ways of working.{' '}
          {rank.byPeople
            ? 'People: as if this many had no service.'
            : 'No populations on record: ranked by services and areas hit.'}
        </p>
      )}
      {!rank && !error && <p className={s.how}>Working it out …</p>}
      {rank && <Rows rank={rank} {...act} />}
      {rank && rank.total > top && (
        <button type="button" className={controls.link} onClick={onAll}>
          All {rank.total.toLocaleString('en-GB')} suppliers and products
        </button>
      )}
      {children}
    </aside>
  );
}

function Rows(props: Pick<HurtProps, 'onStop' | 'onSelect'> & { readonly rank: RankAnswer }) {
  const { rows, byPeople } = props.rank;
  const worst = Math.max(...rows.map((row) => row.score), Number.MIN_VALUE);
  if (rows.every((row) => row.score === 0))
    return <p>Nothing that is on record hits anything else.</p>;
  return (
    <ol className={s.list}>
      {rows.map((row, at) => (
        <li key={row.id}>
          <button type="button" className={s.name} onClick={() => props.onSelect(row.id)}>
            {at + 1}. {row.name} <span className={s.kind}>{capital(KIND_WORDS[row.kind].one)}</span>
          </button>
          <span className={s.score}>{scoreWords(row, byPeople)}</span>
          <span className={s.bar} aria-hidden="true">
            <span style={{ width: `${(row.score / worst) * 100}%` }} />
          </span>
          <span className={s.services}>{count(row.services, 'service')}</span>
          <button
            type="button"
            className={s.stop}
            aria-label={`Stop ${row.name}`}
            onClick={() => props.onStop(row.id)}
          >
            Stop
          </button>
        </li>
      ))}
    </ol>
  );
}

const scoreWords = (row: RankRow, byPeople: boolean) =>
  byPeople ? people(row.people) : count(row.down + row.degraded, 'hit', 'hit');

/** Other questions: those recorded with the sample, and where nothing is known. */
export function OtherQuestions(props: {
  readonly questions: readonly { readonly label: string; readonly ask: () => void }[];
}) {
  if (props.questions.length === 0) return null;
  return (
    <section className={s.other} aria-label="Other questions">
      <h3>Other questions</h3>
      <ul>
        {props.questions.map((one) => (
          <li key={one.label}>
            <button type="button" onClick={one.ask}>
              {one.label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
