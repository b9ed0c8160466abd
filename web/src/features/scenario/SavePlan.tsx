import type { Scenario } from '@msp-impact/contract';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../api/client.ts';
import { usePlanChanges, useSavedPlan } from '../../api/plans.ts';
import { rememberAuthor, rememberedAuthor } from '../../ui/author.ts';
import controls from '../../ui/controls.module.css';
import { ErrorState } from '../../ui/States.tsx';
import { sayDone } from '../../ui/toasts.ts';
import type { PlanRef } from '../../url/hours-view.ts';
import { PlanTimes } from './PlanTimes.tsx';
import s from './scenario.module.css';

/** What of a plan is no event: undefined takes it away. */
export interface PlanPatch {
  readonly name?: string;
  readonly note?: string | undefined;
  readonly start?: string | undefined;
  readonly declaredHour?: number;
}

interface SavePlanProps {
  readonly shown: PlanRef;
  readonly plan: Scenario;
  readonly onOpen: (plan: PlanRef) => void;
  readonly onPatch: (patch: PlanPatch) => void;
}

/** The name of the plan on screen, and where it is kept. Nobody's version is written over unseen. */
export function SavePlan(props: SavePlanProps) {
  const { shown, plan, onOpen, onPatch } = props;
  const { save } = usePlanChanges();
  const [author, setAuthor] = useState(rememberedAuthor);
  const base = useSavedPlan(shown.saved);
  const changed = shown.draft !== undefined;
  const version = shown.saved?.version ?? base.data?.version;
  const over = shown.saved && version !== undefined ? { id: shown.saved.id, version } : undefined;
  const store = (as: typeof over) => {
    rememberAuthor(author.trim());
    save.mutate(
      { scenario: plan, author: author.trim(), ...(as ? { over: as } : {}) },
      {
        onSuccess: (head) => {
          sayDone(`${head.name} is saved as version ${head.version}.`);
          onOpen({ saved: { id: head.id } });
        },
      },
    );
  };
  const first =
    save.error instanceof ApiProblem && save.error.problem.status === 412 ? shown.saved : undefined;
  return (
    <div className={s.stack}>
      <PlanName name={plan.name} onRename={(name) => onPatch({ name })} />
      <label className={s.field}>
        Your name
        <input value={author} maxLength={200} onChange={(event) => setAuthor(event.target.value)} />
      </label>
      <p className={s.words}>{whereKept(shown, version)}</p>
      {save.error && !first && <ErrorState error={save.error} title="Not saved." />}
      {first && (
        <ErrorState error={save.error} title="Not saved: someone changed this plan first." />
      )}
      <div className={s.saveRow}>
        {over && changed && !first && (
          <button
            type="button"
            className={controls.primary}
            disabled={save.isPending}
            onClick={() => store(over)}
          >
            Save a new version
          </button>
        )}
        {first && (
          <button
            type="button"
            className={controls.button}
            onClick={() => onOpen({ saved: { id: first.id } })}
          >
            Show theirs
          </button>
        )}
        <button
          type="button"
          className={over && !first ? controls.button : controls.primary}
          disabled={save.isPending}
          onClick={() => store(undefined)}
        >
          {over ? 'Save as a copy' : 'Save this plan'}
        </button>
      </div>
      <PlanTimes
        plan={plan}
        onStart={(start) => onPatch({ start })}
        onDeclared={(declaredHour) => onPatch({ declaredHour })}
      />
      <PlanNote note={plan.note ?? ''} onNote={(note) => onPatch({ note: note || undefined })} />
    </div>
  );
}

function whereKept(shown: PlanRef, version: number | undefined): string {
  if (!shown.saved) return 'Not saved yet: it lives in the address alone.';
  const kept = version === undefined ? 'Saved.' : `Version ${version} is saved.`;
  return shown.draft ? `${kept} What you changed since is not.` : kept;
}

function PlanName(props: { readonly name: string; readonly onRename: (name: string) => void }) {
  const [text, setText] = useState(props.name);
  useEffect(() => setText(props.name), [props.name]);
  const done = () => {
    const name = text.trim();
    if (name === '') setText(props.name);
    else if (name !== props.name) props.onRename(name);
  };
  return (
    <input
      className={s.name}
      aria-label="Name of the plan"
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}

/** Why there is this plan, what it assumes; kept with it. */
function PlanNote(props: { readonly note: string; readonly onNote: (note: string) => void }) {
  const [text, setText] = useState(props.note);
  useEffect(() => setText(props.note), [props.note]);
  return (
    <label className={s.field}>
      Note
      <textarea
        rows={3}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== props.note && props.onNote(text.trim())}
      />
    </label>
  );
}
