import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { rememberAuthor, rememberedAuthor } from '../../ui/author.ts';
import { errorSentence } from '../../ui/States.tsx';
import css from './notes.module.css';
import { type About, useAddNote } from './use-notes.ts';

/** The most that a note holds (contract: NewNote). */
const MOST = 5000;

/** What is doubted and by whom. */
export function NoteForm({ about }: { readonly about: About }) {
  const [text, setText] = useState('');
  const [author, setAuthor] = useState(rememberedAuthor);
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const add = useAddNote(about, () => setText(''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = text.trim() === '';
    setMissing(empty);
    if (empty) {
      box.current?.focus();
      return;
    }
    rememberAuthor(author.trim());
    add.mutate({ text: text.trim(), ...(author.trim() ? { author: author.trim() } : {}) });
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Textarea
        ref={box}
        label="What do you question?"
        description="Say what you doubt, and what you know instead."
        rows={3}
        maxLength={MOST}
        value={text}
        error={missing ? 'Write what you question' : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        label="Your name"
        description="Remembered on this device."
        autoComplete="name"
        maxLength={200}
        value={author}
        onChange={(event) => setAuthor(event.currentTarget.value)}
      />
      {add.isError && (
        <p className={css.problem} role="alert">
          The question was not kept. {errorSentence(add.error)}
        </p>
      )}
      <div>
        <Button type="submit" loading={add.isPending}>
          Keep this question
        </Button>
      </div>
    </form>
  );
}
