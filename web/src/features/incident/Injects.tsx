import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { Inject, NewInject } from '@msp-impact/contract';
import { type FormEvent, useState } from 'react';
import controls from '../../ui/controls.module.css';
import { whenWords } from '../../ui/hour-words.ts';
import { moment } from '../../ui/words.ts';
import { compact } from '../../url/compact.ts';
import s from './incident.module.css';

/** What players are told so far; whoever runs the exercise sees what is still to come as well. */
export function Injects(props: {
  readonly injects: readonly Inject[];
  readonly facilitator: boolean;
  readonly onRelease: (id: string) => void;
}) {
  const { injects, facilitator, onRelease } = props;
  if (injects.length === 0) {
    return <p className={s.quiet}>{facilitator ? 'No inject yet.' : 'Nothing has come in yet.'}</p>;
  }
  return (
    <ol className={s.log}>
      {injects.map((inject) => (
        <li key={inject.id} className={s.entry} data-standing={inject.open ? 'counts' : 'replaced'}>
          <span className={s.text}>{inject.text}</span>
          <small className={s.quiet}>{whenAndTo(inject)}</small>
          {facilitator && !inject.open && (
            <span>
              <button
                type="button"
                className={controls.button}
                onClick={() => onRelease(inject.id)}
              >
                Release now
              </button>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function whenAndTo({ atHour, released, to, open }: Inject): string {
  const when = released
    ? `released ${moment(released)}`
    : atHour === undefined
      ? 'waits to be released'
      : `${open ? 'came in' : 'comes in'}, ${whenWords(atHour)}`;
  return to ? `To ${to} · ${when}` : when;
}

/** A new inject: at its hour, or by hand where none is named. */
export function InjectForm(props: {
  readonly busy: boolean;
  readonly onAdd: (inject: NewInject, done: () => void) => void;
}) {
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const [atHour, setAtHour] = useState<number>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    const inject = compact({ text: text.trim(), to: to.trim() || undefined, atHour });
    props.onAdd(inject, () => {
      setText('');
      setTo('');
      setAtHour(undefined);
    });
  };
  return (
    <form className={s.form} onSubmit={submit} noValidate aria-label="Add an inject">
      <Textarea
        label="What are the players told?"
        rows={2}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={s.row}>
        <TextInput
          label="To"
          placeholder="everyone"
          className={s.half ?? ''}
          maxLength={200}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <NumberInput
          label="At hour"
          placeholder="by hand"
          className={s.half ?? ''}
          min={0}
          max={8760}
          value={atHour ?? ''}
          onChange={(value) => setAtHour(typeof value === 'number' ? value : undefined)}
        />
      </div>
      <div>
        <Button type="submit" variant="default" loading={props.busy} disabled={!text.trim()}>
          Add the inject
        </Button>
      </div>
    </form>
  );
}
