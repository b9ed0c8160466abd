import {
  type ColumnDef,
  getCoreRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { MAIN_VIEW } from '../../ui/ids.ts';
import { LevelBar } from '../../ui/Level.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { capital } from '../../ui/words.ts';
import { COLUMN_KEYS, COLUMN_TITLES } from './csv.ts';
import { type Cells, type Row, type ShownRow, shownRow } from './rows.ts';
import s from './table.module.css';

interface ResultTableProps {
  /** Filtered already, in the order of the answer. */
  readonly rows: readonly Row[];
  readonly nameOf: (id: string) => string;
  readonly selection: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onOpen: () => void;
  /** The rows as they are shown now, sorted: for the CSV. */
  readonly onShown: (rows: readonly ShownRow[]) => void;
}

const ROW_PX = 34;
/** What a number column sorts by; words sort as words. */
const SORT_BY: Partial<Record<keyof Cells, (row: Row) => number>> = {
  left: (row) => row.level,
  range: (row) => row.range?.low ?? row.level,
  people: (row) => row.people ?? -1,
};

/** An equal view of the same result: sortable, drawn row by row as it scrolls, worked by keys. */
export function ResultTable(props: ResultTableProps) {
  const { rows, nameOf, onShown } = props;
  const [sorting, setSorting] = useState<SortingState>([]);
  const data = useMemo(() => rows.map((row) => shownRow(row, nameOf)), [rows, nameOf]);
  const table = useReactTable({
    data,
    columns: COLUMNS,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: (row) => row.id,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const shown = table.getRowModel().rows;
  useEffect(() => onShown(shown.map((row) => row.original)), [shown, onShown]);
  if (rows.length === 0) {
    return (
      <EmptyState title="No rows.">
        <p>Nothing matches the filters, or nothing is hit. Take a filter away to see more.</p>
      </EmptyState>
    );
  }
  return <Body {...props} table={table} />;
}

const COLUMNS: ColumnDef<ShownRow>[] = COLUMN_KEYS.map((key) => ({
  id: key,
  accessorFn: (row: ShownRow) => SORT_BY[key]?.(row) ?? row.cells[key],
  sortingFn: SORT_BY[key] ? 'basic' : 'alphanumeric',
  sortDescFirst: key === 'people',
}));

type Table = ReturnType<typeof useReactTable<ShownRow>>;

function Body(props: ResultTableProps & { readonly table: Table }) {
  const { table, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const at = rows.findIndex((row) => row.id === selection);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key];
    if (event.key === 'Enter' && selection) return props.onOpen();
    if (!step) return;
    event.preventDefault();
    const to = Math.min(rows.length - 1, Math.max(0, at + step));
    virtual.scrollToIndex(to);
    props.onSelect(rows[to]!.id);
  };
  return (
    <div className={s.scroller} ref={scroller}>
      <table
        id={MAIN_VIEW}
        className={s.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid takes the focus, arrows move in it
        role="grid"
        tabIndex={0}
        onKeyDown={onKeyDown}
        aria-rowcount={rows.length + 1}
        aria-label="Result"
      >
        <Head table={table} />
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]!;
            return (
              <tr
                key={row.id}
                aria-rowindex={item.index + 2}
                aria-selected={row.id === selection}
                style={{ transform: `translateY(${item.start}px)`, height: ROW_PX }}
                onClick={() => props.onSelect(row.id)}
                onDoubleClick={props.onOpen}
              >
                <RowCells row={row.original} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head({ table }: { readonly table: Table }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {table.getFlatHeaders().map((header) => {
          const sorted = header.column.getIsSorted();
          return (
            <th
              key={header.id}
              scope="col"
              data-column={header.id}
              aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : 'none'}
            >
              <button type="button" onClick={header.column.getToggleSortingHandler()}>
                {COLUMN_TITLES[header.id as keyof Cells]}
                <span aria-hidden="true">{sorted ? (sorted === 'asc' ? ' ↑' : ' ↓') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function RowCells({ row }: { readonly row: ShownRow }) {
  const { cells } = row;
  return COLUMN_KEYS.map((key) => (
    <td
      key={key}
      data-column={key}
      title={key === 'path' || key === 'name' ? cells[key] : undefined}
    >
      {key === 'state' && (
        <>
          <Sign state={row.state} level={row.level} />{' '}
        </>
      )}
      {key === 'left' && row.state !== 'unknown' && (
        <LevelBar level={row.level} range={row.range} state={row.state} />
      )}
      <span>{key === 'state' || key === 'kind' ? capital(cells[key]) : cells[key]}</span>
    </td>
  ));
}
