import { NumberInput } from '@mantine/core';
import type { ConcentrationChoices, DecideByAnswer, DecideByQuery } from '@msp-impact/contract';
import { type ReactNode, useState } from 'react';
import { useDecideBy } from '../../api/reliance.ts';
import { toCsv } from '../../ui/csv.ts';
import { Dropdown } from '../../ui/Dropdown.tsx';
import { saveFile } from '../../ui/download.ts';
import { Figure, ScreenFoot, ScreenTop, Words } from '../../ui/Screen.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { exitWords } from '../../ui/way-out-words.ts';
import type { RelianceView } from '../../url/reliance.ts';
import { scopeRequest } from '../../url/reliance-request.ts';
import type { ChangeReliance } from '../../url/use-reliance.ts';
import s from './contracts.module.css';
import { contractName, DECIDE_STATES, DECIDE_WORDS, decideSentence } from './decide-words.ts';
import { NoEnd } from './NoEnd.tsx';
import { Timeline } from './Timeline.tsx';

interface ContractsProps {
  readonly view: RelianceView;
  readonly change: ChangeReliance;
  readonly choices: ConcentrationChoices | undefined;
  readonly hrefOf: (id: string) => string;
  readonly onEdit: (id: string) => void;
  /** Which part is looked at, as a word of the question. */
  readonly scope: ReactNode;
  readonly bar: ReactNode;
  readonly empty: ReactNode;
}

/** Which contract comes next: end, less notice, less the months that buying anew takes. */
export function Contracts(props: ContractsProps) {
  const { view, choices } = props;
  const asked = useDecideBy(choices && requestOf(view, choices));
  const answer = asked.error ? undefined : asked.data;
  const nothing = choices?.contracts === 0;
  return (
    <>
      <ScreenTop
        question={<Question {...props} />}
        answer={
          answer ? decideSentence(answer) : asked.error ? 'Not calculated.' : 'Working it out …'
        }
        late={asked.isPlaceholderData}
      >
        {answer && answer.total > 0 && <Figures answer={answer} />}
      </ScreenTop>
      {props.bar}
      <div className={s.pad}>
        <h2 className="only-heard">Contracts by date</h2>
        {asked.error ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : null}
        {nothing && props.empty}
        {answer && answer.total > 0 && <Listed {...props} answer={answer} />}
        {answer && !nothing && (
          <NoEnd
            withoutEnd={answer.withoutEnd}
            partly={view.scope !== undefined || view.on !== undefined}
            hrefOf={props.hrefOf}
            onEdit={props.onEdit}
          />
        )}
      </div>
    </>
  );
}

/** Without a measure the server takes value where it is known, else the number of contracts. */
function requestOf(view: RelianceView, choices: ConcentrationChoices): DecideByQuery {
  const { share, ...scope } = scopeRequest(view, choices);
  return {
    ...scope,
    ...(share && share !== 'value' ? { share } : {}),
    months: view.months,
    concentratedShare: view.much / 100,
    ...(view.onlyMuch ? { onlyConcentrated: true } : {}),
  };
}

function Question({ view, change, scope }: ContractsProps) {
  return (
    <>
      <Words>Which contract must be decided next, if buying anew takes</Words>
      <Whole
        label="Months that buying anew takes"
        value={view.months}
        min={0}
        max={120}
        onChange={(months) => change((old) => ({ ...old, months }))}
      />
      <Words>months, of</Words>
      <Dropdown
        label="Which suppliers"
        value={view.onlyMuch ? 'much' : 'all'}
        choices={[
          { value: 'all', label: 'all suppliers' },
          { value: 'much', label: `suppliers that hold ${view.much} % or more` },
        ]}
        onChoose={(value) => change((old) => ({ ...old, onlyMuch: value === 'much' }))}
      />
      {view.onlyMuch && (
        <>
          <Whole
            label="Percent from which a supplier holds much"
            value={view.much}
            min={1}
            max={100}
            onChange={(much) => change((old) => ({ ...old, much }))}
          />
          <Words>%</Words>
        </>
      )}
      <Words>in</Words>
      {scope}
    </>
  );
}

/** A whole number inside the question. It may be empty while it is typed. */
function Whole(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, min, max, onChange } = props;
  const [typed, setTyped] = useState<number | string>();
  return (
    <NumberInput
      aria-label={label}
      className={s.months ?? ''}
      value={typed ?? value}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      onChange={(next) => {
        setTyped(next);
        if (typeof next === 'number' && next !== value) onChange(next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function Figures({ answer }: { readonly answer: DecideByAnswer }) {
  const of = (state: string) => answer.states[state] ?? 0;
  return (
    <>
      {DECIDE_STATES.map((state) => (
        <Figure
          key={state}
          value={of(state).toLocaleString('en-GB')}
          word={state === 'ended' ? 'have ended' : state === 'late' ? 'late' : DECIDE_WORDS[state]}
        />
      ))}
      {answer.withoutEnd > 0 && (
        <Figure value={`? ${answer.withoutEnd.toLocaleString('en-GB')}`} word="end not known" />
      )}
    </>
  );
}

function Listed(props: ContractsProps & { readonly answer: DecideByAnswer }) {
  const { answer } = props;
  const { rows, total, noticeAssumed } = answer;
  const part = total > rows.length ? `The first ${rows.length} of ${total}. ` : '';
  const notice =
    noticeAssumed > 0
      ? `${noticeAssumed.toLocaleString('en-GB')} without a notice period on record: counted as 0 days.`
      : '';
  return (
    <>
      <Timeline rows={rows} today={answer.today} hrefOf={props.hrefOf} onEdit={props.onEdit} />
      <ScreenFoot
        rows={rows.length}
        note={`${part}Decide by: end, less notice, less ${answer.months} months. ${notice} ${MUCH_SOURCE}`}
        onCsv={() => saveFile('contracts-by-date.csv', csvOf(answer), 'text/csv')}
      />
    </>
  );
}

/** Whose word the usual share is. */
const MUCH_SOURCE =
  '25 %: the share of supply from which the UK may look at a merger (Enterprise Act 2002, section 23).';

function csvOf({ rows }: DecideByAnswer): string {
  const header = [
    'Decide by',
    'State',
    'Contract',
    'Supplier',
    'Buyer',
    'Start',
    'End',
    'Longest end',
    'Notice, days',
    'Value',
    'Currency',
    'Value is',
    'Share of the supplier',
    'Exit plan',
    'Alternatives',
  ];
  return toCsv(
    header,
    rows.map((row) => [
      row.decideBy,
      DECIDE_WORDS[row.state],
      contractName(row),
      row.supplier.name,
      row.buyer,
      row.start,
      row.end,
      row.maxEnd,
      row.noticeDays,
      row.value,
      row.currency,
      row.valueBasis,
      row.share,
      exitWords(row.exitPlan),
      row.alternatives?.map((one) => one.name).join('; ') ?? 'not known',
    ]),
  );
}
