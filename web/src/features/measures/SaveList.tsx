import { TextInput } from '@mantine/core';
import type { MeasureList, MeasureListAnswer } from '@msp-impact/contract';
import { useState } from 'react';
import { ApiProblem } from '../../api/client.ts';
import { useMeasureListChanges } from '../../api/measure-lists.ts';
import { rememberAuthor, rememberedAuthor } from '../../ui/author.ts';
import controls from '../../ui/controls.module.css';
import { ErrorState } from '../../ui/States.tsx';
import { sayDone } from '../../ui/toasts.ts';
import type { SavedRef } from '../../url/hours-view.ts';
import s from './measures.module.css';

interface SaveListProps {
  /** What would be saved, but for its name. */
  readonly list: Omit<MeasureList, 'name' | 'format'>;
  /** The saved list that it came from, and whether it was changed since. */
  readonly saved: MeasureListAnswer | undefined;
  readonly changed: boolean;
  readonly onOpen: (list: SavedRef) => void;
}

/** Keeps a list under a name. Nobody's version is written over unseen. */
export function SaveList({ list, saved, changed, onOpen }: SaveListProps) {
  const { save } = useMeasureListChanges();
  const [name, setName] = useState(saved?.name ?? '');
  const [currency, setCurrency] = useState(list.currency ?? '');
  const [author, setAuthor] = useState(rememberedAuthor);
  const problem = save.error instanceof ApiProblem ? save.error.problem : undefined;
  const first = problem?.status === 412 ? saved : undefined;
  const store = (over: MeasureListAnswer | undefined) => {
    rememberAuthor(author.trim());
    const { currency: _old, ...rest } = list;
    save.mutate(
      {
        list: {
          format: 'msp-impact-measures/1',
          name: name.trim(),
          ...rest,
          ...(currency && { currency }),
        },
        author: author.trim(),
        ...(over && { over: { id: over.id, version: over.version } }),
      },
      {
        onSuccess: (head) => {
          sayDone(`${head.name} is saved as version ${head.version}.`);
          onOpen({ id: head.id });
        },
      },
    );
  };
  const wanting = name.trim() === '' || (currency !== '' && !/^[A-Z]{3}$/.test(currency));
  return (
    <form
      className={s.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wanting) store(first ? undefined : saved);
      }}
    >
      <p className={s.quiet}>{whereKept(saved, changed)}</p>
      <div className={s.three}>
        <TextInput
          label="Name of the list"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Currency"
          placeholder="GBP"
          value={currency}
          maxLength={3}
          onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
        />
        <TextInput
          label="Your name"
          value={author}
          maxLength={200}
          onChange={(event) => setAuthor(event.currentTarget.value)}
        />
      </div>
      {save.error && (
        <ErrorState
          error={save.error}
          title={first ? 'Not saved: someone changed this list first.' : 'Not saved.'}
        />
      )}
      <Buttons
        saved={saved}
        first={first}
        disabled={wanting || save.isPending}
        same={!changed && name.trim() === saved?.name && currency === (list.currency ?? '')}
        onCopy={() => store(undefined)}
        onTheirs={(id) => {
          save.reset();
          onOpen({ id });
        }}
      />
    </form>
  );
}

/** What submits the form is a new version where there is one to go on from, else a list of its own. */
function Buttons(props: {
  readonly saved: MeasureListAnswer | undefined;
  /** The list that someone else saved first. */
  readonly first: MeasureListAnswer | undefined;
  readonly disabled: boolean;
  /** As it is saved already. */
  readonly same: boolean;
  readonly onCopy: () => void;
  readonly onTheirs: (id: string) => void;
}) {
  const { saved, first, disabled } = props;
  const further = saved !== undefined && !first;
  return (
    <div className={s.row}>
      {further && (
        <button type="submit" className={controls.primary} disabled={disabled || props.same}>
          Save a new version
        </button>
      )}
      {first && (
        <button type="button" className={controls.button} onClick={() => props.onTheirs(first.id)}>
          Show theirs
        </button>
      )}
      <button
        type={further ? 'button' : 'submit'}
        className={further ? controls.button : controls.primary}
        disabled={disabled}
        onClick={further ? props.onCopy : undefined}
      >
        {saved ? 'Save as a copy' : 'Save this list'}
      </button>
    </div>
  );
}

function whereKept(saved: MeasureListAnswer | undefined, changed: boolean): string {
  if (!saved) return 'Not saved yet: it lives in the address alone.';
  const kept = `Version ${saved.version} of ${saved.name} is saved.`;
  return changed ? `${kept} What you changed since is not.` : kept;
}
