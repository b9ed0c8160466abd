import type { WhatIfHead } from '@msp-impact/contract';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useSavedWhatIfs, useThenAndNow, useWhatIfChanges } from '../../api/parties.ts';
import controls from '../../ui/controls.module.css';
import { ErrorState, errorSentence } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';
import { moment } from '../../ui/words.ts';
import { parseReliance, relianceAddress } from '../../url/reliance.ts';
import { differences } from './then-and-now.ts';
import s from './whatif.module.css';

/** What was saved: by whom, on which version of the data, and whether that has changed since. */
export function Saved() {
  const list = useSavedWhatIfs();
  if (list.isError) {
    return (
      <ErrorState
        error={list.error}
        title="What was saved cannot be listed."
        onRetry={() => void list.refetch()}
      />
    );
  }
  const { whatIfs = [], currentRevision } = list.data ?? {};
  if (whatIfs.length === 0) return null;
  return (
    <section aria-label="Saved" className={s.saved}>
      <h2>Saved</h2>
      <ul>
        {whatIfs.map((head) => (
          <Entry key={head.id} head={head} changed={head.graphRevision !== currentRevision} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ head, changed }: { readonly head: WhatIfHead; readonly changed: boolean }) {
  const [opened, setOpened] = useState(false);
  return (
    <li>
      <div className={s.entry}>
        <button
          type="button"
          className={controls.link}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {head.name}
        </button>
        <span className={s.quiet}>
          {head.author}, {moment(head.at)}, on version {head.graphRevision} of the data
        </span>
        {changed && <strong>the data has changed since</strong>}
      </div>
      {opened && <Opened head={head} />}
    </li>
  );
}

function Opened({ head }: { readonly head: WhatIfHead }) {
  const asked = useThenAndNow(head.id);
  const search = useSearch();
  const { again, remove } = useWhatIfChanges();
  const failed = (error: unknown) => sayProblem(errorSentence(error));
  if (asked.isError) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <p className={s.quiet}>Running it again …</p>;
  const { saved, now } = asked.data;
  const changes = differences(saved.outcomes, now.outcomes);
  return (
    <div className={s.opened}>
      {saved.note && <p className={s.words}>{saved.note}</p>}
      {saved.changedSince && (
        <p>
          {changes.length === 0
            ? 'Run again on the data as it is now: the answer is the same.'
            : 'Run again on the data as it is now, the answer is another:'}
        </p>
      )}
      {changes.length > 0 && (
        <table className={s.table} aria-label={`${head.name}: then and now`}>
          <thead>
            <tr>
              <td />
              <th scope="col">Then, version {saved.graphRevision}</th>
              <th scope="col">Now, version {now.revision}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ alternative, title, before, now: is }) => (
              <tr key={`${alternative} ${title}`}>
                <th scope="row">
                  {alternative}: {title}
                </th>
                <td className={s.words}>{before ?? <em>not known</em>}</td>
                <td className={s.words}>{is ?? <em>not known</em>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={s.entry}>
        {saved.address && (
          <Link
            className={controls.button}
            href={relianceAddress(parseReliance(saved.address), search)}
          >
            Open it
          </Link>
        )}
        {saved.changedSince && (
          <button
            type="button"
            className={controls.button}
            disabled={again.isPending}
            onClick={() =>
              again.mutate(saved, {
                onSuccess: () => sayDone(`${head.name} is saved as it is now.`),
                onError: failed,
              })
            }
          >
            Save as it is now
          </button>
        )}
        <button
          type="button"
          className={controls.link}
          disabled={remove.isPending}
          onClick={() =>
            remove.mutate(head, {
              onSuccess: () => sayDone(`${head.name} was taken off the list.`),
              onError: failed,
            })
          }
        >
          Take it off the list
        </button>
      </div>
    </div>
  );
}
