import type { FourthPartiesAnswer } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useFourthParties } from '../../api/reliance.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import tableCss from '../../ui/data-table.module.css';
import { lossWords } from '../../ui/reliance-words.ts';
import { Figure, ScreenTop, Words } from '../../ui/Screen.tsx';
import { EmptyState, NotCalculated } from '../../ui/States.tsx';
import { count, people } from '../../ui/words.ts';
import { Names } from './Names.tsx';
import s from './reliance.module.css';

export interface PartProps {
  readonly hrefOf: (id: string) => string;
  readonly stopHref: (id: string) => string;
  readonly bar: ReactNode;
}
type Row = FourthPartiesAnswer['rows'][number];

/** Who stands behind our suppliers: what is lost if one of them stops, and where each hides. */
export function Behind(props: PartProps) {
  const { data, error, refetch } = useFourthParties();
  return (
    <>
      <ScreenTop
        question={<Words>Who stands behind our suppliers, unseen in any contract?</Words>}
        answer={data ? behindSentence(data) : error ? 'Not calculated.' : 'Working it out …'}
      >
        {data && data.total > 0 && (
          <Figure value={data.total.toLocaleString('en-GB')} word="suppliers' suppliers" />
        )}
      </ScreenTop>
      {props.bar}
      <div className={s.pad}>
        <NotCalculated error={error} onRetry={refetch} />
        {data && data.total === 0 && <NobodyBehind />}
        {data && data.total > 0 && (
          <DataTable
            label="Suppliers' suppliers"
            columns={columnsOf(props)}
            rows={data.rows}
            idOf={(row) => row.id}
            file="suppliers' suppliers"
            note={`${
              data.total > data.rows.length ? `${data.rows.length} of ${data.total} rows. ` : ''
            }These losses overlap: one service can be lost with several. They are no shares and do not add up.`}
          />
        )}
      </div>
    </>
  );
}

function NobodyBehind() {
  return (
    <EmptyState title="No supplier's supplier is on record.">
      <p>
        That does not mean there is none: ask each supplier on whom it relies, and add those links
        under Data, or with “Add what it relies on” in Explore.
      </p>
    </EmptyState>
  );
}

function behindSentence({ rows, total }: FourthPartiesAnswer): string {
  const [worst] = rows;
  if (!worst) return 'Nobody recorded on whom our suppliers rely.';
  const hides = worst.hides.length + (worst.hides.length >= 100 ? worst.more : 0);
  const products = hides > 0 ? ` behind ${count(hides, 'product')}` : '';
  return total === 1
    ? `${worst.name} stands${products}. If it stops: ${lossWords(worst.loss)}.`
    : `Of ${total.toLocaleString('en-GB')}, ${worst.name} would hurt most: it stands${products}. ${lossWords(worst.loss)}.`;
}

function columnsOf({ hrefOf, stopHref }: PartProps): Column<Row>[] {
  return [
    {
      title: "Supplier's supplier",
      cell: (row) => (
        <Link href={hrefOf(row.id)} className={tableCss.nameLink}>
          {row.name}
        </Link>
      ),
      value: (row) => row.name,
      width: '18%',
    },
    {
      title: 'Services lost if it stops',
      cell: (row) => Number(row.loss.services.toFixed(1)),
      value: (row) => row.loss.services,
      number: true,
    },
    {
      title: 'As if so many people had none',
      cell: (row) =>
        row.loss.people === undefined ? (
          <em className={s.notKnown}>not known</em>
        ) : (
          people(row.loss.people)
        ),
      value: (row) => row.loss.people,
      number: true,
    },
    {
      title: 'Hides behind',
      cell: (row) => <Names of={row.hides} more={row.more} hrefOf={hrefOf} />,
      value: (row) => row.hides.map((one) => one.name).join('; '),
      width: '32%',
    },
    {
      title: 'Through suppliers',
      cell: (row) => <Names of={row.through} more={0} hrefOf={hrefOf} />,
      value: (row) => row.through.map((one) => one.name).join('; '),
    },
    {
      title: 'Own contracts',
      cell: (row) => row.contracts.toLocaleString('en-GB'),
      value: (row) => row.contracts,
      number: true,
    },
    {
      title: 'See who is hit',
      cell: (row) => (
        <Link href={stopHref(row.id)} aria-label={`Stop ${row.name} and see who is hit`}>
          Stop it
        </Link>
      ),
      value: () => undefined,
    },
  ];
}
