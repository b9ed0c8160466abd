import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { IncidentHead, NewIncident, Scenario } from '@msp-impact/contract';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import controls from '../../ui/controls.module.css';
import { ErrorState } from '../../ui/States.tsx';
import { count, moment } from '../../ui/words.ts';
import { compact } from '../../url/compact.ts';
import s from './incident.module.css';

interface BeginProps {
  /** What is assumed to go on: the plan of the address. */
  readonly plan: Scenario | undefined;
  readonly author: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onAuthor: (name: string) => void;
  readonly onBegin: (incident: NewIncident) => void;
}

/** What is stopped on Explore is named as a question; an incident is none. */
const QUESTION = /^If this stops: /;

/** Opens an incident, or an exercise, on the plan that is at hand. */
export function Begin(props: BeginProps) {
  const { plan } = props;
  const [name, setName] = useState<string>();
  const [ago, setAgo] = useState(0);
  const [stale, setStale] = useState<number>();
  const [exercise, setExercise] = useState(false);
  if (!plan) {
    return (
      <p className={s.quiet}>
        To open one,{' '}
        <Link className={controls.link} href="/">
          stop something under Explore
        </Link>{' '}
        or{' '}
        <Link className={controls.link} href="/hours">
          open a plan under Hour by hour
        </Link>{' '}
        first, where saved plans and typical ones are, and come back: it is what you assume to go
        on, and you can change it as you learn more.
      </p>
    );
  }
  const title = name ?? plan.name.replace(QUESTION, '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    props.onBegin(
      compact({
        name: title.trim(),
        scenario: plan,
        began: new Date(Date.now() - ago * 3.6e6).toISOString(),
        exercise,
        staleAfterHours: stale,
        author: props.author.trim() || undefined,
      }),
    );
  };
  return (
    <form className={s.form} onSubmit={submit} noValidate aria-label="Open an incident">
      <TextInput
        label="Name"
        maxLength={200}
        value={title}
        error={title.trim() ? undefined : 'Give it a name'}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={s.row}>
        <NumberInput
          label="Began, hours ago"
          className={s.half ?? ''}
          min={0}
          max={8760}
          value={ago}
          onChange={(value) => setAgo(Math.max(0, Number(value) || 0))}
        />
        <NumberInput
          label="A check goes stale after hours"
          placeholder="4"
          className={s.half ?? ''}
          min={0.5}
          max={720}
          value={stale ?? ''}
          onChange={(value) => setStale(Number(value) > 0 ? Number(value) : undefined)}
        />
      </div>
      <TextInput
        label="Your name"
        maxLength={200}
        value={props.author}
        onChange={(event) => props.onAuthor(event.currentTarget.value)}
      />
      <Checkbox
        label="This is an exercise"
        description="Results are hidden from players, who are told what you release."
        checked={exercise}
        onChange={(event) => setExercise(event.currentTarget.checked)}
      />
      {props.error !== null && props.error !== undefined && <ErrorState error={props.error} />}
      <div>
        <Button type="submit" loading={props.busy}>
          {exercise ? 'Open the exercise' : 'Open the incident'}
        </Button>
      </div>
    </form>
  );
}

/** Those that go on first. */
export function IncidentList(props: {
  readonly incidents: readonly IncidentHead[];
  readonly onOpen: (head: IncidentHead) => void;
}) {
  if (props.incidents.length === 0) return null;
  return (
    <section aria-label="Incidents and exercises">
      <h2 className={s.listTitle}>Incidents and exercises</h2>
      <ul className={s.log}>
        {props.incidents.map((head) => (
          <li key={head.id} className={s.entry}>
            <button type="button" className={s.name} onClick={() => props.onOpen(head)}>
              {head.exercise ? `Exercise: ${head.name}` : head.name}
            </button>
            <small className={s.quiet}>
              {head.closed ? `ended ${moment(head.closed)}` : 'goes on'} · began{' '}
              {moment(head.began)} · {count(head.checks, 'check')} · {head.author}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
