import {
  type ColumnDef,
  getCoreRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { type ReactNode, useState } from 'react';
import controls from './controls.module.css';
import { toCsv } from './csv.ts';
import tableCss from './data-table.module.css';
import { fileName, saveFile } from './download.ts';
import { ScreenFoot } from './Screen.tsx';

export interface Column<R> {
  readonly title: string;
  /** As it stands in the cell; the CSV's own value where this is no plain text. */
  readonly cell: (row: R) => ReactNode;
  /** What the column sorts by and what the CSV holds. */
  readonly value: (row: R) => string | number | undefined;
  readonly number?: boolean;
  readonly width?: string;
}

interface DataTableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  /** In the order of the answer. */
  readonly rows: readonly R[];
  readonly idOf: (row: R) => string;
  readonly note?: ReactNode;
  /** The name of the file, before ".csv". */
  readonly file: string;
  /** Every row for the file, where more are on record than are here. */
  readonly all?: (() => Promise<readonly R[]>) | undefined;
  /** How many `all` gives. */
  readonly total?: number;
}

/** Rows drawn at first, and with each "Show more". */
const STEP = 100;

/** Sortable, drawn a hundred rows at a time, with the CSV of all of them in the order shown. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { rows, columns } = props;
  const [drawn, setDrawn] = useState(STEP);
  const table = useSorted(props);
  const sorted = table.getRowModel().rows;
  const left = sorted.length - drawn;
  return (
    <div>
      <div className={tableCss.scroller}>
        <table className={tableCss.table} aria-label={props.label}>
          <Head table={table} columns={columns} />
          <tbody>
            {sorted.slice(0, drawn).map((row) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <td key={column.title} data-number={column.number || undefined}>
                    {column.cell(row.original)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <button type="button" className={controls.button} onClick={() => setDrawn(drawn + STEP)}>
          Show {Math.min(STEP, left)} more of {left.toLocaleString('en-GB')}
        </button>
      )}
      <ScreenFoot
        rows={props.total ?? rows.length}
        note={props.note}
        onCsv={() =>
          void saveRows(
            props,
            sorted.map((row) => row.original),
          )
        }
      />
    </div>
  );
}

type Table<R> = ReturnType<typeof useReactTable<R>>;

function useSorted<R>({ rows, columns, idOf }: DataTableProps<R>): Table<R> {
  const [sorting, setSorting] = useState<SortingState>([]);
  const definitions: ColumnDef<R>[] = columns.map((column) => ({
    id: column.title,
    accessorFn: (row) => column.value(row) ?? (column.number ? -1 : ''),
    sortingFn: column.number ? 'basic' : 'text',
    sortDescFirst: column.number ?? false,
  }));
  return useReactTable({
    data: rows as R[],
    columns: definitions,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: idOf,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
}

function Head<R>(props: { readonly table: Table<R>; readonly columns: readonly Column<R>[] }) {
  return (
    <thead>
      <tr>
        {props.table.getFlatHeaders().map((header, at) => {
          const sorted = header.column.getIsSorted();
          const column = props.columns[at];
          return (
            <th
              key={header.id}
              scope="col"
              data-number={column?.number || undefined}
              style={{ width: column?.width }}
              aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : 'none'}
            >
              <button type="button" onClick={header.column.getToggleSortingHandler()}>
                {header.id}
                <span aria-hidden="true">{sorted ? (sorted === 'asc' ? ' ↑' : ' ↓') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** What is sorted on screen stays sorted; with rows that are not here all come as the server sorts them. */
async function saveRows<R>(props: DataTableProps<R>, shown: readonly R[]): Promise<void> {
  const whole = props.all && (props.total ?? 0) > shown.length ? await props.all() : shown;
  const header = props.columns.map((column) => column.title);
  const text = toCsv(
    header,
    whole.map((row) => props.columns.map((column) => column.value(row))),
  );
  saveFile(`${fileName(props.file)}.csv`, text, 'text/csv');
}
