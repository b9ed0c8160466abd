import { Popover, Textarea, TextInput } from '@mantine/core';
import type { WorkListRow } from '@msp-impact/contract';
import { useState } from 'react';
import { useAsked } from '../../api/parties.ts';
import controls from '../../ui/controls.module.css';
import { copyText } from '../../ui/copy.ts';
import { errorSentence } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';
import { askText, ownerWords } from './ask-text.ts';
import css from './quality.module.css';

const today = () => new Date().toISOString().slice(0, 10);

/** The text to copy, and a note of whom it went to, and when. */
export function AskForm(props: { readonly row: WorkListRow; readonly href: string }) {
  const { row } = props;
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={420} position="bottom-end" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={controls.button}
          aria-label={`Ask about ${row.name}`}
          onClick={() => setOpened(!opened)}
        >
          {row.asked ? 'Ask again' : 'Ask'}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Ask about ${row.name}`}>
        <Form {...props} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Form(props: {
  readonly row: WorkListRow;
  readonly href: string;
  readonly onDone: () => void;
}) {
  const { row, href, onDone } = props;
  const { note, forget } = useAsked();
  const [of, setOf] = useState(row.asked?.of ?? ownerWords(row));
  const [on, setOn] = useState(today());
  const text = askText(row, new URL(href, window.location.href).toString());
  const failed = (error: unknown) => sayProblem(errorSentence(error));
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate(
          { about: row.id, of: of.trim(), on },
          {
            onSuccess: () => {
              sayDone(`Noted: ${of.trim()} was asked about ${row.name}`);
              onDone();
            },
            onError: failed,
          },
        );
      }}
    >
      <Textarea label="Text to copy" readOnly rows={9} value={text} />
      <button
        type="button"
        className={controls.button}
        onClick={() => void copyText(text, 'Text copied')}
      >
        Copy the text
      </button>
      <TextInput
        label="Whom you asked"
        value={of}
        maxLength={500}
        onChange={(event) => setOf(event.currentTarget.value)}
      />
      <TextInput
        label="When"
        type="date"
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <div className={css.row}>
        <button
          type="submit"
          className={controls.primary}
          disabled={of.trim() === '' || on === '' || note.isPending}
        >
          Note that I asked
        </button>
        {row.asked && (
          <button
            type="button"
            className={controls.link}
            onClick={() => forget.mutate(row.id, { onSuccess: onDone, onError: failed })}
          >
            Take the note back
          </button>
        )}
      </div>
    </form>
  );
}
