import type { ConcentrationAnswer, ConcentrationShare } from '@msp-impact/contract';
import { Link } from 'wouter';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import tableCss from '../../ui/data-table.module.css';
import { amountExact, index, ROLL_UP_WORDS } from '../../ui/reliance-words.ts';
import { capital, sharePercent } from '../../ui/words.ts';
import s from './reliance.module.css';

interface ShareTableProps {
  readonly answer: ConcentrationAnswer;
  readonly hrefOf: (id: string) => string;
  /** The answer with every row. */
  readonly all: () => Promise<ConcentrationAnswer>;
}

const AMOUNT = { value: 'Value', count: 'Contracts', people: 'People' } as const;

/** Every share with what it adds to the whole; those of whom nothing is known stand last. */
export function ShareTable({ answer, hrefOf, all }: ShareTableProps) {
  return (
    <DataTable
      label="Shares"
      columns={columnsOf(answer, hrefOf)}
      rows={rowsOf(answer)}
      idOf={(row) => row.id}
      file={`reliance by ${ROLL_UP_WORDS[answer.by].one}`}
      all={async () => rowsOf(await all())}
      total={answer.suppliers + answer.notKnown.length}
      note={answer.more > 0 && `${answer.more.toLocaleString('en-GB')} smaller ones are in the CSV`}
    />
  );
}

type Row = Pick<ConcentrationShare, 'id' | 'name' | 'unknown'> &
  Partial<Pick<ConcentrationShare, 'share' | 'amount' | 'hhi'>>;

const rowsOf = (answer: ConcentrationAnswer): Row[] => [...answer.shares, ...answer.notKnown];

function columnsOf(answer: ConcentrationAnswer, hrefOf: (id: string) => string): Column<Row>[] {
  const { share: measure, currency, by } = answer;
  const columns: Column<Row>[] = [
    {
      title: capital(ROLL_UP_WORDS[by].one),
      cell: (row) => (
        <Link href={hrefOf(row.id)} className={tableCss.nameLink}>
          {row.name}
        </Link>
      ),
      value: (row) => row.name,
    },
    {
      title: 'Share',
      cell: (row) =>
        row.share === undefined ? (
          <em className={s.notKnown}>not known</em>
        ) : (
          sharePercent(row.share)
        ),
      value: (row) => row.share,
      number: true,
    },
    {
      title: measure === 'value' && currency ? `Value, ${currency}` : AMOUNT[measure],
      cell: (row) => (row.amount === undefined ? '' : amountExact(row.amount, measure, currency)),
      value: (row) => row.amount,
      number: true,
    },
    {
      title: 'Adds to how concentrated',
      cell: (row) => (row.hhi === undefined ? '' : index(row.hhi)),
      value: (row) => row.hhi,
      number: true,
    },
    {
      title: measure === 'people' ? 'Parts without people' : 'Without a value',
      cell: (row) => (row.unknown > 0 ? row.unknown.toLocaleString('en-GB') : ''),
      value: (row) => row.unknown,
      number: true,
    },
  ];
  // A contract is one contract: nothing of the number is ever not known.
  return measure === 'count' ? columns.slice(0, -1) : columns;
}
