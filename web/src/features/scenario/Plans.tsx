import type { Scenario, ScenarioHead } from '@msp-impact/contract';
import { type ReactNode, useState } from 'react';
import { usePlanChanges, usePlanVersions, useSavedPlans } from '../../api/plans.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { sayDone } from '../../ui/toasts.ts';
import { moment } from '../../ui/words.ts';
import type { PlanRef } from '../../url/hours-view.ts';
import { PlanFiles } from './PlanFiles.tsx';
import { type PlanPatch, SavePlan } from './SavePlan.tsx';
import s from './scenario.module.css';

export interface PlansProps {
  /** What is shown as A, and the plan that it stands for. */
  readonly shown: PlanRef;
  readonly plan: Scenario | undefined;
  readonly b: PlanRef | undefined;
  readonly onOpen: (plan: PlanRef) => void;
  readonly onCompare: (plan: PlanRef | undefined) => void;
  readonly onPatch: (patch: PlanPatch) => void;
  /** Templates and the sample's own plan. */
  readonly children: ReactNode;
}

/** The plan on screen, the saved ones with their versions, and what one can start from. */
export function Plans(props: PlansProps) {
  const { shown, plan } = props;
  const saved = useSavedPlans();
  return (
    <>
      <h2 className={s.title}>Plans</h2>
      {plan && <SavePlan shown={shown} plan={plan} onOpen={props.onOpen} onPatch={props.onPatch} />}
      {plan && (
        <div className={s.saveRow}>
          <button
            type="button"
            className={controls.button}
            onClick={() => props.onCompare({ draft: plan })}
            title="Keeps the plan as it is now as B; go on changing A"
          >
            Keep as B, go on with A
          </button>
          {props.b && (
            <button
              type="button"
              className={controls.button}
              onClick={() => props.onCompare(undefined)}
            >
              Compare no more
            </button>
          )}
        </div>
      )}
      <Section title="Saved plans">
        {saved.error && <ErrorState error={saved.error} onRetry={() => void saved.refetch()} />}
        {saved.data?.scenarios.length === 0 && (
          <p className={s.words}>
            {plan
              ? 'None yet. Save this one, or start anew below.'
              : 'None yet. Start from one below.'}
          </p>
        )}
        <ul className={s.list}>
          {saved.data?.scenarios.map((head) => (
            <SavedPlan key={head.id} head={head} {...props} />
          ))}
        </ul>
      </Section>
      <PlanFiles plan={plan} onOpen={props.onOpen} />
      {props.children}
    </>
  );
}

function SavedPlan(props: PlansProps & { readonly head: ScenarioHead }) {
  const { head, shown, b, onOpen, onCompare } = props;
  const [older, setOlder] = useState(false);
  const [asking, setAsking] = useState(false);
  const { remove } = usePlanChanges();
  const open = shown.saved?.id === head.id;
  const other = b?.saved?.id === head.id && !b.draft;
  return (
    <li className={s.plan} data-shown={open || undefined}>
      <button
        type="button"
        className={s.planName}
        aria-current={open || undefined}
        onClick={() => onOpen({ saved: { id: head.id } })}
      >
        {head.name}
      </button>
      <span className={s.planActs}>
        <button
          type="button"
          className={controls.link}
          aria-pressed={other}
          onClick={() => onCompare(other ? undefined : { saved: { id: head.id } })}
        >
          {other ? 'B' : 'as B'}
        </button>
      </span>
      <small>
        Version {head.version}, {head.author}, {moment(head.at)}
      </small>
      <span className={s.planActs}>
        {head.version > 1 && (
          <button
            type="button"
            className={controls.link}
            aria-expanded={older}
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
      {older && <Versions id={head.id} onOpen={onOpen} onCompare={onCompare} />}
      <ConfirmDialog
        opened={asking}
        title={`Remove ${head.name}?`}
        action="Remove the plan"
        danger
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(head, {
            onSuccess: () => {
              setAsking(false);
              sayDone(`${head.name} is removed from the list.`);
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

function Versions(props: {
  readonly id: string;
  readonly onOpen: (plan: PlanRef) => void;
  readonly onCompare: (plan: PlanRef) => void;
}) {
  const versions = usePlanVersions(props.id);
  if (versions.error) return <ErrorState error={versions.error} />;
  return (
    <ul>
      {versions.data?.versions.map(({ id, version, at, author }) => (
        <li key={version}>
          <button
            type="button"
            className={controls.link}
            onClick={() => props.onOpen({ saved: { id, version } })}
          >
            Version {version}
          </button>{' '}
          <small>
            {author}, {moment(at)}
          </small>{' '}
          <button
            type="button"
            className={controls.link}
            aria-label={`Version ${version} as B`}
            onClick={() => props.onCompare({ saved: { id, version } })}
          >
            as B
          </button>
        </li>
      ))}
    </ul>
  );
}
