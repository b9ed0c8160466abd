import type { ReplayAnswer, ReplayRow } from '@msp-impact/contract';
import controls from '../../ui/controls.module.css';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { planText } from '../../ui/hour-words.ts';
import { Sign } from '../../ui/Sign.tsx';
import { count, day } from '../../ui/words.ts';
import s from './replay.module.css';
import { AGREES_WORDS, agreeingWords, assumptionOf, modelWords, sourceOf } from './replay-words.ts';

interface ReplayProps {
  readonly replay: ReplayAnswer;
  /** The plan on screen is the one that the table was made with. */
  readonly same: boolean;
  readonly at: number;
  readonly selection: string | undefined;
  readonly onHour: (hour: number, id: string) => void;
  readonly onOpenPlan: () => void;
}

/** An incident of the past: what the model says of each date beside what was published. */
export function Replay(props: ReplayProps) {
  const { replay } = props;
  return (
    <div className={s.replay}>
      <h2>{replay.title}: held against what was published</h2>
      <p>
        <strong>{agreeingWords(replay)}</strong> Nothing was tuned to agree: each number was known
        before its date, or is marked as assumed. A date shows that hour.
      </p>
      {!props.same && (
        <p className={s.note}>
          The table is about the incident as it was; the plan above is another one.{' '}
          <button type="button" className={controls.link} onClick={props.onOpenPlan}>
            Open the incident as it was
          </button>
        </p>
      )}
      <DataTable
        label="Said by the model, said by the source"
        columns={columnsOf(props)}
        rows={replay.rows}
        idOf={idOf}
        file={`${replay.title} against sources`}
      />
      <SetAside statements={replay.notComparable ?? []} />
      <Assumptions assumptions={replay.assumptions} />
    </div>
  );
}

const idOf = (row: ReplayRow) => `${row.hour} ${row.subject} ${row.statement}`;

function columnsOf(props: ReplayProps): Column<ReplayRow>[] {
  return [
    {
      title: 'Date',
      width: '136px',
      value: (row) => row.date,
      cell: (row) => (
        <button
          type="button"
          className={s.date}
          aria-current={(row.hour === props.at && row.subject === props.selection) || undefined}
          aria-label={`${row.name}, ${day(row.date)}: show hour ${row.hour}`}
          onClick={() => props.onHour(row.hour, row.subject)}
        >
          {day(row.date)}
          <small>hour {row.hour.toLocaleString('en-GB')}</small>
        </button>
      ),
    },
    {
      title: 'Who',
      width: '170px',
      value: (row) => row.name,
      cell: (row) => <strong>{row.name}</strong>,
    },
    {
      title: 'Said by the source',
      value: (row) => `${row.statement} (${row.source})`,
      cell: (row) => (
        <>
          {row.statement} <Source source={row.source} />
          <small className={s.quiet}>Read as: {row.reading}.</small>
        </>
      ),
    },
    { title: 'Said by the model', width: '176px', value: modelWords, cell: modelCell },
    {
      title: 'Agrees?',
      width: '210px',
      value: (row) => [AGREES_WORDS[row.agrees], row.why].filter(Boolean).join(': '),
      cell: (row) => (
        <span className={s.agrees} data-agrees={row.agrees}>
          {AGREES_WORDS[row.agrees]}
          {row.why && <small className={s.quiet}>{row.why}</small>}
        </span>
      ),
    },
  ];
}

const modelCell = (row: ReplayRow) => (
  <span className={s.model}>
    <Sign state={row.model.state} level={row.model.level} /> {modelWords(row)}
  </span>
);

function Source({ source }: { readonly source: string }) {
  const { href, words } = sourceOf(source);
  if (!href) return <span className={s.quiet}>{words}</span>;
  return (
    <a className={s.source} href={href} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}

/** Whoever counts what agrees has to see what was left out of the count. */
function SetAside(props: { readonly statements: NonNullable<ReplayAnswer['notComparable']> }) {
  const { statements } = props;
  if (statements.length === 0) return null;
  return (
    <details className={s.assumptions}>
      <summary>
        Published too, but no level at an hour ({count(statements.length, 'statement')})
      </summary>
      <ul>
        {statements.map((one) => (
          <li key={`${one.date} ${one.statement}`}>
            {one.date && `${day(one.date)}: `}
            {one.statement} <Source source={one.source} />
            <small className={s.quiet}>Left out: {planText(one.reason)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Assumptions({ assumptions }: { readonly assumptions: readonly string[] }) {
  if (assumptions.length === 0) return null;
  return (
    <details className={s.assumptions}>
      <summary>
        Where each number of the plan comes from ({count(assumptions.length, 'number')})
      </summary>
      <ul>
        {assumptions.map((text) => {
          const { place, basis, reason } = assumptionOf(text);
          return (
            <li key={text}>
              {reason}{' '}
              {basis && (
                <small className={s.quiet}>
                  {basis}, {place}
                </small>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
