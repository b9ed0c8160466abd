import { Popover, Textarea, TextInput } from '@mantine/core';
import type { WhatIfRequest } from '@msp-impact/contract';
import { useState } from 'react';
import { useWhatIfChanges } from '../../api/parties.ts';
import { rememberAuthor, rememberedAuthor } from '../../ui/author.ts';
import controls from '../../ui/controls.module.css';
import { errorSentence } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';
import s from './whatif.module.css';

interface SaveProps {
  readonly request: WhatIfRequest;
  /** Opens this view again. */
  readonly address: string;
}

/** Keeps the alternatives with their answer, a name, a note and who asked. */
export function SaveForm(props: SaveProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={330} position="top-start" trapFocus>
      <Popover.Target>
        <button type="button" className={controls.button} onClick={() => setOpened(!opened)}>
          Save these alternatives
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Save these alternatives">
        <Fields {...props} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields({ request, address, onDone }: SaveProps & { readonly onDone: () => void }) {
  const { save } = useWhatIfChanges();
  const [name, setName] = useState(request.alternatives.map((one) => one.name).join(' or '));
  const [note, setNote] = useState('');
  const [author, setAuthor] = useState(rememberedAuthor());
  return (
    <form
      className={s.form}
      onSubmit={(event) => {
        event.preventDefault();
        rememberAuthor(author.trim());
        const about = { ...(note.trim() && { note }), ...(author.trim() && { author }) };
        save.mutate(
          { name: name.trim(), ...about, request, address },
          {
            onSuccess: (head) => {
              sayDone(`${head.name} is saved.`);
              onDone();
            },
            onError: (error) => sayProblem(errorSentence(error)),
          },
        );
      }}
    >
      <TextInput
        label="Name"
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label="Note"
        rows={3}
        value={note}
        maxLength={20_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextInput
        label="Your name"
        value={author}
        maxLength={200}
        onChange={(event) => setAuthor(event.currentTarget.value)}
      />
      <button
        type="submit"
        className={controls.primary}
        disabled={name.trim() === '' || save.isPending}
      >
        Save
      </button>
    </form>
  );
}
