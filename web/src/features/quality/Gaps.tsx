import type { ConcentrationChoices, Contract, GraphCounts } from '@msp-impact/contract';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import {
  EVERY_ROW,
  useConcentration,
  useContracts,
  useReplaceMatrix,
  useSingleSource,
} from '../../api/reliance.ts';
import controls from '../../ui/controls.module.css';
import { copyText } from '../../ui/copy.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import tableCss from '../../ui/data-table.module.css';
import { Section } from '../../ui/Panel.tsx';
import { moneyExact } from '../../ui/reliance-words.ts';
import { ScreenTop, Words } from '../../ui/Screen.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { percent } from '../../ui/words.ts';
import { askingText, coverageOf, gapSentence, lacksOf, workList } from './coverage.ts';
import s from './quality.module.css';

interface GapsProps {
  readonly choices: ConcentrationChoices | undefined;
  /** What is on record at all. */
  readonly counts: GraphCounts | undefined;
  readonly hrefOf: (id: string) => string;
  readonly onEdit: (contract: string) => void;
  readonly bar: ReactNode;
  /** What to do while no contract is on record. */
  readonly empty: ReactNode;
}

/** What the answers about reliance lack, and a list to work off. */
export function Gaps(props: GapsProps) {
  const listed = useContracts(true);
  const { data, error } = listed;
  return (
    <>
      <ScreenTop
        question={<Words>What do we not know about those on whom we rely?</Words>}
        answer={
          data
            ? gapSentence(data.contracts, data.contracts.length)
            : error
              ? 'Not counted.'
              : 'Working it out …'
        }
      />
      {props.bar}
      <div className={s.pad}>
        {error ? <ErrorState error={error} onRetry={() => void listed.refetch()} /> : null}
        <h2 className="only-heard">What we do not know</h2>
        {data?.total === 0 && props.empty}
        <Known {...props} contracts={data?.contracts} />
        {data && data.total > 0 && (
          <WorkList {...props} contracts={data.contracts} total={data.total} />
        )}
      </div>
    </>
  );
}

function Known(props: GapsProps & { readonly contracts: readonly Contract[] | undefined }) {
  const rows = coverageOf({
    contracts: props.contracts,
    services: useSingleSource().data,
    servicesWithPeople: props.choices?.servicesWithPeople,
    matrix: useReplaceMatrix().data,
    counts: props.counts,
  });
  if (rows.length === 0) return null;
  return (
    <Section title="How much is on record">
      <ul className={s.coverage}>
        {rows.map((row) => (
          <li key={row.of}>
            <span>{row.of}</span>
            <span className={s.bar} aria-hidden="true">
              <span style={{ width: `${(row.known / row.all) * 100}%` }} />
            </span>
            <strong>{percent(row.known / row.all)}</strong>
            <span className={s.quiet}>
              {row.known === row.all
                ? `all ${row.all.toLocaleString('en-GB')}`
                : `${(row.all - row.known).toLocaleString('en-GB')} of ${row.all.toLocaleString('en-GB')} not: ${row.without}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** All who hold a contract, by name. */
const HOLDERS = { share: 'count', limit: EVERY_ROW } as const;

function WorkList(
  props: GapsProps & { readonly contracts: readonly Contract[]; readonly total: number },
) {
  const { contracts, total } = props;
  const holders = useConcentration(HOLDERS).data?.shares;
  const names = useMemo(() => new Map(holders?.map((one) => [one.id, one.name])), [holders]);
  const rows = useMemo(() => workList(contracts), [contracts]);
  if (rows.length === 0) return null;
  const nameOf = (one: Contract) => names.get(one.supplier) ?? one.supplier;
  const part =
    total > contracts.length
      ? ` Of the first ${contracts.length.toLocaleString('en-GB')} contracts.`
      : '';
  return (
    <Section title="To find out, what is worth most first">
      <DataTable
        label="Contracts that do not say all"
        columns={columnsOf(props, nameOf)}
        rows={rows}
        idOf={(one) => one.id}
        file="what we do not know of contracts"
        note={`Copy a question and send it to whoever holds the contract.${part}`}
      />
    </Section>
  );
}

function columnsOf(
  { hrefOf, onEdit }: GapsProps,
  nameOf: (contract: Contract) => string,
): Column<Contract>[] {
  const title = (one: Contract) => one.title ?? one.id;
  return [
    {
      title: 'Contract',
      cell: (one) => (
        <button
          type="button"
          className={`${controls.link} ${s.name}`}
          onClick={() => onEdit(one.id)}
        >
          {title(one)}
        </button>
      ),
      value: title,
      width: '26%',
    },
    {
      title: 'Supplier',
      cell: (one) => (
        <Link href={hrefOf(one.supplier)} className={tableCss.nameLink}>
          {nameOf(one)}
        </Link>
      ),
      value: nameOf,
    },
    {
      title: 'Value',
      cell: (one) =>
        one.value === undefined || one.currency === undefined
          ? ''
          : moneyExact(one.value, one.currency),
      value: (one) => one.value,
      number: true,
    },
    {
      title: 'Does not say',
      cell: (one) => lacksOf(one).join(', '),
      value: (one) => lacksOf(one).join('; '),
      width: '28%',
    },
    {
      title: 'To send',
      cell: (one) => (
        <button
          type="button"
          className={controls.link}
          aria-label={`Copy a question about ${title(one)}`}
          onClick={() => void copyText(askingText(one, nameOf(one)), 'Question copied.')}
        >
          Copy a question
        </button>
      ),
      value: (one) => askingText(one, nameOf(one)),
    },
  ];
}
