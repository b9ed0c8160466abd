import type { MeasureListHead } from '@msp-impact/contract';
import { useState } from 'react';
import {
  useMeasureListChanges,
  useMeasureLists,
  useMeasureListVersions,
} from '../../api/measure-lists.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { sayDone } from '../../ui/toasts.ts';
import { moment } from '../../ui/words.ts';
import type { SavedRef } from '../../url/hours-view.ts';
import s from './measures.module.css';

interface SavedListsProps {
  readonly shown: SavedRef | undefined;
  readonly onOpen: (list: SavedRef | undefined) => void;
}

/** Lists that somebody saved, each with its versions. */
export function SavedLists(props: SavedListsProps) {
  const saved = useMeasureLists();
  return (
    <Section title="Saved lists of measures">
      {saved.error && <ErrorState error={saved.error} onRetry={() => void saved.refetch()} />}
      {saved.data?.lists.length === 0 && <p className={s.quiet}>None yet.</p>}
      <ul className={s.list}>
        {saved.data?.lists.map((head) => (
          <SavedList key={head.id} head={head} {...props} />
        ))}
      </ul>
    </Section>
  );
}

function SavedList({ head, shown, onOpen }: SavedListsProps & { readonly head: MeasureListHead }) {
  const [older, setOlder] = useState(false);
  const [asking, setAsking] = useState(false);
  const { remove } = useMeasureListChanges();
  return (
    <li data-shown={shown?.id === head.id || undefined}>
      <button
        type="button"
        className={controls.link}
        aria-current={shown?.id === head.id || undefined}
        onClick={() => onOpen({ id: head.id })}
      >
        {head.name}
      </button>
      <small>
        Version {head.version}, {head.author}, {moment(head.at)}
      </small>
      <span className={s.acts}>
        {head.version > 1 && (
          <button
            type="button"
            className={controls.link}
            aria-expanded={older}
            aria-label={`Older versions of ${head.name}`}
            onClick={() => setOlder(!older)}
          >
            Older
          </button>
        )}
        <button
          type="button"
          className={controls.link}
          aria-label={`Remove ${head.name}`}
          onClick={() => setAsking(true)}
        >
          Remove
        </button>
      </span>
      {older && <Versions id={head.id} onOpen={onOpen} />}
      <ConfirmDialog
        opened={asking}
        title={`Remove ${head.name}?`}
        action="Remove the list"
        danger
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(head, {
            onSuccess: () => {
              setAsking(false);
              sayDone(`${head.name} is removed.`);
              if (shown?.id === head.id) onOpen(undefined);
            },
          })
        }
      >
        <p>It leaves the list; links to its versions go on working.</p>
        {remove.error && <ErrorState error={remove.error} />}
      </ConfirmDialog>
    </li>
  );
}

function Versions(props: { readonly id: string; readonly onOpen: SavedListsProps['onOpen'] }) {
  const versions = useMeasureListVersions(props.id);
  if (versions.error) return <ErrorState error={versions.error} />;
  return (
    <ul>
      {versions.data?.versions.map(({ id, version, at, author }) => (
        <li key={version}>
          <button
            type="button"
            className={controls.link}
            onClick={() => props.onOpen({ id, version })}
          >
            Version {version}
          </button>{' '}
          <small>
            {author}, {moment(at)}
          </small>
        </li>
      ))}
    </ul>
  );
}
