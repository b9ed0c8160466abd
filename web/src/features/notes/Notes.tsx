import { Button } from '@mantine/core';
import type { ItemType, Note } from '@msp-impact/contract';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { count, moment } from '../../ui/words.ts';
import { NoteForm } from './NoteForm.tsx';
import css from './notes.module.css';
import { type About, useNotes, useRemoveNote } from './use-notes.ts';

interface NotesProps {
  readonly type: ItemType;
  readonly id: string;
}

/** "Question this": what people doubt about an entry, a link or a contract, and a form to add to it. */
export function Notes({ type, id }: NotesProps) {
  const about = { type, id };
  const notes = useNotes(about);
  const all = notes.data?.notes ?? [];
  return (
    <Section
      title={all.length ? `Question this (${count(all.length, 'question')})` : 'Question this'}
    >
      {notes.isPending && <p className={css.quiet}>Loading what others asked …</p>}
      {notes.isError && <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />}
      {notes.isSuccess && all.length === 0 && (
        <p className={css.quiet}>Nobody has questioned this.</p>
      )}
      <NoteList about={about} notes={all} />
      <NoteForm key={`${type} ${id}`} about={about} />
    </Section>
  );
}

function NoteList(props: { readonly about: About; readonly notes: readonly Note[] }) {
  const [asked, setAsked] = useState<Note>();
  const remove = useRemoveNote(props.about);
  if (props.notes.length === 0) return null;
  return (
    <>
      <ul className={css.list}>
        {props.notes.map((note) => (
          <li key={note.id} className={css.note}>
            <p className={css.text}>{note.text}</p>
            <div className={css.foot}>
              <span>
                {note.author || 'no name'}, <time dateTime={note.at}>{moment(note.at)}</time>
              </span>
              <Button size="compact-sm" variant="subtle" onClick={() => setAsked(note)}>
                Remove
                <span className="only-heard"> the question of {note.author || 'no name'}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asked !== undefined}
        title="Remove this question?"
        action="Remove"
        danger
        busy={remove.isPending}
        onClose={() => setAsked(undefined)}
        onConfirm={() => asked && remove.mutate(asked.id, { onSettled: () => setAsked(undefined) })}
      >
        It is gone for everyone, and this cannot be undone.
      </ConfirmDialog>
    </>
  );
}
