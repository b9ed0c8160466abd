import { Button } from '@mantine/core';
import type { Fault, Rejected } from '@msp-impact/contract';
import { saveFile } from '../../ui/download.ts';
import { reasonWords } from '../../ui/reason-words.ts';
import { count } from '../../ui/words.ts';
import css from './data.module.css';
import { rejectedCsv } from './rejected.ts';

/** A file of a million bad rows must not become a million table rows: the CSV holds them all. */
const SHOWN = 100;

/** Rows that were left out, place by place. */
export function RejectedRows({ rejected }: { readonly rejected: readonly Rejected[] }) {
  if (rejected.length === 0) return null;
  const save = () => saveFile('rejected-rows.csv', rejectedCsv(rejected), 'text/csv');
  return (
    <section className={css.stack} aria-label="Problems">
      <div className={`${css.row} ${css.spread}`}>
        <p>
          <strong>{count(rejected.length, 'problem')}.</strong> These rows are left out; the others
          can be loaded.
        </p>
        <Button variant="default" onClick={save}>
          Download the problems as CSV
        </Button>
      </div>
      <div className={css.scroll}>
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
                <td>{one.value}</td>
                <td>{reasonWords(one.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Faults of a graph document: it is loaded whole or not at all. */
export function DocumentFaults({ faults }: { readonly faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <section className={css.stack} aria-label="Problems">
      <p className={css.problem}>
        <strong>{count(faults.length, 'problem')}.</strong> A graph document is loaded whole or not
        at all. Correct these places and bring it in again.
      </p>
      <div className={css.scroll}>
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
      </div>
    </section>
  );
}

const shownOf = (all: number) =>
  all > SHOWN ? `The first ${SHOWN} of ${all.toLocaleString('en-GB')}` : 'All of them';

const valueText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
