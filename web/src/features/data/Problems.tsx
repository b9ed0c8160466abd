import { Button, TextInput } from '@mantine/core';
import type { Correction, Fault, Rejected, SheetReading } from '@msp-impact/contract';
import { useEffect, useState } from 'react';
import { toCsv } from '../../ui/csv.ts';
import { saveFile } from '../../ui/download.ts';
import { reasonWords } from '../../ui/reason-words.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { count } from '../../ui/words.ts';
import css from './data.module.css';
import { rejectedCsv } from './rejected.ts';

/** A file of a million bad rows must not become a million table rows: the CSV holds them all. */
const SHOWN = 100;

interface RejectedProps {
  readonly rejected: readonly Rejected[];
  /** The tables they are in, where those can be put right. */
  readonly sheets?: readonly SheetReading[];
  readonly onCorrect?: (corrections: Correction[]) => void;
  /** Corrections that were typed and are not checked yet. */
  readonly onPending?: (corrections: number) => void;
}

/** Rows that were left out, place by place: put right here, or taken away. */
export function RejectedRows({ rejected, sheets = [], onCorrect, onPending }: RejectedProps) {
  const [edits, setEdits] = useState<ReadonlyMap<string, Correction>>(new Map());
  // With this list go the corrections that were typed into it.
  useEffect(() => () => onPending?.(0), [onPending]);
  if (rejected.length === 0) return null;
  const save = () => saveFile('problems.csv', rejectedCsv(rejected), 'text/csv');
  const edit = (one: Correction) => {
    const next = new Map(edits).set(placeOf(one), one);
    setEdits(next);
    onPending?.(next.size);
  };
  const check = () => {
    if (edits.size > 0) onCorrect?.([...edits.values()]);
  };
  return (
    <section className={css.stack} aria-label="Problems">
      <div className={`${css.row} ${css.spread}`}>
        <p>
          <strong>{count(rejected.length, 'problem')}.</strong> {leftOutWords(rejected)}
        </p>
        <div className={css.row}>
          {sheets.map((sheet) => (
            <SaveRows key={sheet.file} sheet={sheet} />
          ))}
          <Button variant="default" onClick={save}>
            Download the problems as CSV
          </Button>
        </div>
      </div>
      <Scroll className={css.scroll} label="Rows that are left out">
        <table className={css.table}>
          <caption>{shownOf(rejected.length)}</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, SHOWN).map((one) => (
              <tr key={`${one.file} ${one.row} ${one.column} ${one.reason}`}>
                <td>{one.file}</td>
                <td>{one.row}</td>
                <td>{one.column}</td>
                <td>
                  <Value
                    one={one}
                    sheets={sheets}
                    edits={edits}
                    onEdit={onCorrect && edit}
                    onEnter={check}
                  />
                </td>
                <td>{reasonWords(one.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {edits.size > 0 && (
        <div>
          <Button onClick={check}>Check again with {count(edits.size, 'correction')}</Button>
        </div>
      )}
    </section>
  );
}

/** Whole rows and single cells are told apart: a row may be kept without what its cell says. */
export function leftOutWords(rejected: readonly Rejected[]): string {
  const isKept = ({ reason }: Rejected) => / is kept without /.test(reason);
  const rows = new Set(
    rejected.filter((one) => !isKept(one)).map((one) => `${one.file} ${one.row}`),
  );
  const cells = rejected.filter(isKept).length;
  const left = [
    ...(rows.size > 0 ? [`${count(rows.size, 'row')} with what is named here`] : []),
    ...(cells > 0 ? [`${count(cells, 'cell')} of rows that are kept`] : []),
  ];
  return `Left out: ${left.join(', and ')}. The rest can be loaded.`;
}

const placeOf = ({ file, row, column }: Pick<Rejected, 'file' | 'row' | 'column'>) =>
  `${file} ${row} ${column}`;

interface ValueProps {
  readonly one: Rejected;
  readonly sheets: readonly SheetReading[];
  readonly edits: ReadonlyMap<string, Correction>;
  readonly onEdit: ((correction: Correction) => void) | undefined;
  /** Enter checks all corrections. */
  readonly onEnter: () => void;
}

/** A cell that can be put right: its whole text stands in the rows that were left out. */
function Value({ one, sheets, edits, onEdit, onEnter }: ValueProps) {
  const { file, row, column } = one;
  const sheet = sheets.find((each) => each.file === file);
  const at = sheet?.columns.findIndex(({ header }) => header === column) ?? -1;
  const cell = sheet?.rejectedRows.find((each) => each.row === row)?.cells[at];
  const [editing, setEditing] = useState(false);
  if (!onEdit || cell === undefined) return one.value;
  if (!editing && !edits.has(placeOf(one))) {
    return (
      <button
        type="button"
        className={css.correct}
        title={`Put ${column} of row ${row} right`}
        onClick={() => setEditing(true)}
      >
        {cell === '' ? 'empty' : cell}
      </button>
    );
  }
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={`${column} of row ${row}`}
      value={edits.get(placeOf(one))?.value ?? cell}
      onChange={(event) => onEdit({ file, row, column, value: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter();
      }}
    />
  );
}

/** As they are in the file, to be put right in a spreadsheet and brought in again. */
function SaveRows({ sheet }: { readonly sheet: SheetReading }) {
  const { columns, rejectedRows } = sheet;
  if (rejectedRows.length === 0) return null;
  const save = () => {
    const headers = columns.map(({ header }) => header);
    const text = toCsv(
      headers,
      rejectedRows.map(({ cells }) => cells),
    );
    saveFile(`${sheet.sheet}-left-out.csv`, text, 'text/csv');
  };
  return (
    <Button variant="default" onClick={save}>
      Download {count(rejectedRows.length, 'row')} of {sheet.sheet}
    </Button>
  );
}

/** Faults of a graph document: it is loaded whole or not at all. */
export function DocumentFaults(props: {
  readonly faults: readonly Fault[];
  readonly isTable?: boolean;
}) {
  const { faults, isTable } = props;
  if (faults.length === 0) return null;
  return (
    <section className={css.stack} aria-label="Problems">
      <p className={css.problem}>
        <strong>{count(faults.length, 'problem')}.</strong>{' '}
        {isTable
          ? 'Nothing can be loaded before it is solved.'
          : 'A graph document is loaded whole or not at all. Correct these places and bring it in again.'}
      </p>
      <Scroll className={css.scroll} label="Places to correct">
        <table className={css.table}>
          <caption>{shownOf(faults.length)}</caption>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Value</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN).map((fault) => (
              <tr key={`${fault.path} ${fault.reason}`}>
                <td>{fault.path}</td>
                <td>{fault.value === undefined ? '' : valueText(fault.value)}</td>
                <td>{reasonWords(fault.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

const shownOf = (all: number) =>
  all > SHOWN ? `The first ${SHOWN} of ${all.toLocaleString('en-GB')}` : 'All of them';

const valueText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
