import type { SingleSourceAnswer } from '@msp-impact/contract';
import { Link } from 'wouter';
import { useSingleSource } from '../../api/reliance.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import tableCss from '../../ui/data-table.module.css';
import { Figure, ScreenTop, Words } from '../../ui/Screen.tsx';
import { EmptyState, NotCalculated } from '../../ui/States.tsx';
import { count, people } from '../../ui/words.ts';
import type { PartProps } from './Behind.tsx';
import { Names } from './Names.tsx';
import s from './reliance.module.css';

type Row = SingleSourceAnswer['rows'][number];

/** Services that one supplier holds, or one supplier alone stops. */
export function Single(props: PartProps) {
  const { data, error, refetch } = useSingleSource();
  return (
    <>
      <ScreenTop
        question={<Words>Which services rest on one supplier?</Words>}
        answer={data ? singleSentence(data) : error ? 'Not calculated.' : 'Working it out …'}
      >
        {data && data.services > 0 && <Figures data={data} />}
      </ScreenTop>
      {props.bar}
      <div className={s.pad}>
        <NotCalculated error={error} onRetry={refetch} />
        {data && data.total === 0 && <None data={data} />}
        {data && data.total > 0 && (
          <DataTable
            label="Services that rest on one supplier"
            columns={columnsOf(props)}
            rows={data.rows}
            idOf={(row) => row.id}
            file="services on one supplier"
            note={footNote(data)}
          />
        )}
      </div>
    </>
  );
}

function Figures({ data }: { readonly data: SingleSourceAnswer }) {
  const { stopped: alone, oneSource: one } = data;
  return (
    <>
      <Figure value={one.toLocaleString('en-GB')} word="with one supplier on record" />
      <Figure
        value={`${alone.toLocaleString('en-GB')}${data.complete ? '' : '+'}`}
        word="that one supplier alone stops"
      />
      {data.notKnown > 0 && (
        <Figure
          value={`? ${data.notKnown.toLocaleString('en-GB')}`}
          word="not known: no supplier on record"
        />
      )}
    </>
  );
}

function singleSentence({ services, total, notKnown, complete }: SingleSourceAnswer): string {
  if (services === 0) return 'No service is on record.';
  const most = complete ? '' : 'At least ';
  const rest = notKnown > 0 ? ` Of ${notKnown.toLocaleString('en-GB')} no supplier is known.` : '';
  return `${most}${total.toLocaleString('en-GB')} of ${count(services, 'service')} rest on one supplier, or are stopped by one alone.${rest}`;
}

function footNote({ rows, total, complete }: SingleSourceAnswer): string {
  const part = total > rows.length ? `${rows.length} of ${total} rows. ` : '';
  const tried = complete ? '' : ' Not every service could be tried in time: there may be more.';
  return `${part}Suppliers count through their products.${tried}`;
}

function None({ data }: { readonly data: SingleSourceAnswer }) {
  if (data.services === 0) {
    return (
      <EmptyState title="No service is on record.">
        <p>
          Add services and what they rely on under Data: then this list shows which have no second
          supplier.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No service rests on one supplier.">
      <p>
        {data.notKnown > 0
          ? `Of ${count(data.notKnown, 'service')} nobody recorded a supplier: those are not known, not safe.`
          : 'Each has at least two on record, and none alone stops one.'}
      </p>
    </EmptyState>
  );
}

function columnsOf({ hrefOf, stopHref }: PartProps): Column<Row>[] {
  return [
    {
      title: 'Service',
      cell: (row) => (
        <Link href={hrefOf(row.id)} className={tableCss.nameLink}>
          {row.name}
        </Link>
      ),
      value: (row) => row.name,
      width: '28%',
    },
    {
      title: 'Priority',
      cell: (row) => row.priority ?? '',
      value: (row) => row.priority,
      number: true,
    },
    {
      title: 'People served',
      cell: (row) => (row.people === undefined ? '' : people(row.people)),
      value: (row) => row.people,
      number: true,
    },
    {
      title: 'Suppliers on record',
      cell: (row) => <Names of={row.sources} more={0} hrefOf={hrefOf} />,
      value: (row) => row.sources.map((one) => one.name).join('; '),
    },
    {
      title: 'Stopped by one alone',
      cell: (row) => <Names of={row.stoppedBy} more={0} hrefOf={stopHref} />,
      value: (row) => row.stoppedBy.map((one) => one.name).join('; '),
    },
  ];
}
