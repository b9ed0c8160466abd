import { Button } from '@mantine/core';
import type { ChangeSummary } from '@msp-impact/contract';
import { useId, useState } from 'react';
import { ErrorState } from '../../ui/States.tsx';
import { count, moment } from '../../ui/words.ts';
import css from './history.module.css';
import { ItemChangeView } from './ItemChangeView.tsx';
import { useChange, useUndo } from './use-history.ts';

/** One change: who, when, what; opens to its fields; can be undone. */
export function ChangeEntry(props: {
  readonly change: ChangeSummary;
  /** The version that took it back, where one did. */
  readonly takenBack: number | undefined;
}) {
  const { change, takenBack } = props;
  const [opened, setOpened] = useState(false);
  const undo = useUndo();
  const id = useId();
  const redo = change.undoes !== undefined;
  return (
    <li className={css.change}>
      <div className={css.head}>
        <div>
          <p className={css.what}>{change.summary}</p>
          <p className={css.quiet}>
            {change.actor}, <time dateTime={change.at}>{moment(change.at)}</time>, version{' '}
            {change.revision}
            {redo && `, takes back version ${change.undoes}`}
          </p>
          <button
            type="button"
            className={css.toggle}
            aria-expanded={opened}
            aria-controls={id}
            onClick={() => setOpened(!opened)}
          >
            <span aria-hidden="true">{opened ? '▾' : '▸'}</span>
            {count(change.items, 'item')}
            <span className="only-heard"> of version {change.revision}</span>
          </button>
        </div>
        {takenBack === undefined ? (
          <Button
            variant="default"
            loading={undo.isPending}
            onClick={() => undo.mutate({ revision: change.revision, redo })}
          >
            {redo ? 'Redo' : 'Undo'}
            <span className="only-heard"> {change.summary}</span>
          </Button>
        ) : (
          <span className={css.quiet}>Taken back by version {takenBack}</span>
        )}
      </div>
      <div id={id}>{opened && <Items revision={change.revision} />}</div>
    </li>
  );
}

function Items({ revision }: { readonly revision: number }) {
  const change = useChange(revision, true);
  if (change.isError)
    return <ErrorState error={change.error} onRetry={() => void change.refetch()} />;
  if (!change.data) return <p className={css.quiet}>Loading …</p>;
  const { changes, more } = change.data;
  return (
    <div className={css.items}>
      {changes.map((one) => (
        <ItemChangeView key={`${one.type} ${one.id}`} change={one} />
      ))}
      {more > 0 && <p className={css.quiet}>And {count(more, 'more item')}, not listed.</p>}
    </div>
  );
}
