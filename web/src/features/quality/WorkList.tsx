import type { WorkListAnswer, WorkListRow } from '@msp-impact/contract';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useWorkList } from '../../api/parties.ts';
import { toCsv } from '../../ui/csv.ts';
import { saveFile } from '../../ui/download.ts';
import { ScreenFoot, ScreenTop, Words } from '../../ui/Screen.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { capital, count, KIND_WORDS, people } from '../../ui/words.ts';
import { AskForm } from './AskForm.tsx';
import { ownerWords } from './ask-text.ts';
import css from './quality.module.css';

interface WorkListProps {
  readonly bar: ReactNode;
  /** The address on Explore at which one thing is selected. */
  readonly hrefOf: (id: string) => string;
}

/** What nobody knows, as a list of work. */
export function WorkList(props: WorkListProps) {
  const asked = useWorkList();
  const answer = asked.error ? undefined : asked.data;
  return (
    <>
      <ScreenTop
        question={<Words>What does nobody know?</Words>}
        answer={answer ? workSentence(answer) : asked.error ? 'Not counted.' : 'Looking …'}
        late={asked.isPlaceholderData}
      />
      {props.bar}
      <div className={css.pad}>
        {asked.error ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : null}
        {answer?.total === 0 && (
          <EmptyState title="Everything here has something on record that it relies on.">
            <p>Whether that is all, and still true, only those who run it can say.</p>
          </EmptyState>
        )}
        {answer && answer.total > 0 && <Rows answer={answer} hrefOf={props.hrefOf} />}
      </div>
    </>
  );
}

function workSentence({ total, asked }: WorkListAnswer): string {
  if (total === 0) return 'Nothing is not known.';
  const open = total - asked;
  return `Of ${count(total, 'thing')} nobody recorded what ${total === 1 ? 'it relies' : 'they rely'} on; ${
    open === 0 ? 'somebody was asked about all.' : `nobody was asked about ${open} yet.`
  }`;
}

function Rows({ answer, hrefOf }: { answer: WorkListAnswer; hrefOf: (id: string) => string }) {
  const [contacts, setContacts] = useState(false);
  const { rows, total } = answer;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys */}
      <section className={css.scroll} tabIndex={0} aria-label="The list">
        <table className={css.table} aria-label="Not known">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className={css.number}>
                Rely on it
              </th>
              <th scope="col" className={css.number}>
                People
              </th>
              <th scope="col">Owner</th>
              <th scope="col">Asked</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} href={hrefOf(row.id)} />
            ))}
          </tbody>
        </table>
      </section>
      <label className={css.row}>
        <input
          type="checkbox"
          checked={contacts}
          onChange={(event) => setContacts(event.currentTarget.checked)}
        />
        Contacts in the file as well
      </label>
      <ScreenFoot
        rows={rows.length}
        note={total > rows.length ? `The first ${rows.length} of ${total}.` : undefined}
        onCsv={() => saveFile('not-known.csv', workCsv(rows, contacts), 'text/csv')}
      />
    </>
  );
}

function Row({ row, href }: { readonly row: WorkListRow; readonly href: string }) {
  const { asked, owner } = row;
  return (
    <tr>
      <th scope="row">
        <Link href={href}>{row.name}</Link>
        <div className={css.quiet}>
          {capital(KIND_WORDS[row.kind].one)}
          {row.priority !== undefined && `, priority ${row.priority}`}
        </div>
      </th>
      <td className={css.number}>{row.reliedOnBy.toLocaleString('en-GB')}</td>
      <td className={css.number}>{row.people === undefined ? 'not known' : people(row.people)}</td>
      <td>
        {ownerWords(row) || 'not known'}
        {owner?.contact && <div className={css.quiet}>{owner.contact}</div>}
      </td>
      <td>
        {asked ? `${asked.of}, ${asked.on}` : 'nobody yet'}
        {asked && <div className={css.quiet}>noted by {asked.by}</div>}
      </td>
      <td>
        <AskForm row={row} href={href} />
      </td>
    </tr>
  );
}

export function workCsv(rows: readonly WorkListRow[], contacts: boolean): string {
  const header = ['What', 'Kind', 'Rely on it', 'People', 'Owner', 'Asked', 'On'];
  return toCsv(
    contacts ? [...header, 'Contact'] : header,
    rows.map((row) => [
      row.name,
      KIND_WORDS[row.kind].one,
      row.reliedOnBy,
      row.people,
      ownerWords(row),
      row.asked?.of,
      row.asked?.on,
      ...(contacts ? [row.owner?.contact] : []),
    ]),
  );
}
