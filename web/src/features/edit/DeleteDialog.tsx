import { Button, Group, Modal } from '@mantine/core';
import type { ItemType } from '@msp-impact/contract';
import { ApiProblem } from '../../api/client.ts';
import { reasonWords } from '../../ui/reason-words.ts';
import { ErrorState, errorSentence } from '../../ui/States.tsx';
import { sayChanged } from '../../ui/undo.ts';
import { capital, count } from '../../ui/words.ts';
import { DIALOG_PARTS } from './dialog-parts.ts';
import css from './edit.module.css';
import { type RemovalPlan, useRemovalPlan, useRemove } from './use-removal.ts';

interface DeleteDialogProps {
  readonly type: ItemType;
  readonly id: string;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

/** Says what else goes, before anything does. */
export function DeleteDialog({ type, id, onDeleted, onClose }: DeleteDialogProps) {
  const plan = useRemovalPlan(type, id);
  const remove = useRemove((receipt, { name }) => {
    sayChanged(receipt, `Deleted ${name}.`);
    onDeleted();
  });
  return (
    <Modal
      attributes={DIALOG_PARTS}
      opened
      onClose={onClose}
      title={`Delete ${plan.data?.name ?? 'this'}?`}
      centered
    >
      {plan.isError && <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isPending && <p className={css.quiet}>Looking up what uses it …</p>}
      {plan.data && <Along plan={plan.data} />}
      {remove.isError && <Refused error={remove.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          color="stopped"
          loading={remove.isPending}
          disabled={!plan.data || plan.data.tooMany}
          onClick={() => plan.data && remove.mutate(plan.data)}
        >
          Delete
        </Button>
      </Group>
    </Modal>
  );
}

function Along({ plan }: { readonly plan: RemovalPlan }) {
  if (plan.tooMany) {
    return (
      <p>
        More hangs on it than can be deleted here. Bring in a file without it, replacing what is
        here.
      </p>
    );
  }
  const lines = [
    plan.links.length && `${count(plan.links.length, 'link')} to and from it`,
    plan.contracts.length && count(plan.contracts.length, 'contract'),
  ].filter(Boolean);
  return (
    <>
      <p>
        {lines.length
          ? `With it ${plan.links.length + plan.contracts.length === 1 ? 'goes' : 'go'} ${lines.join(' and ')}.`
          : 'Nothing else goes with it.'}{' '}
        You can undo this.
      </p>
      {plan.links.length > 0 && (
        <ul style={{ marginTop: 8 }}>
          {plan.links.slice(0, 8).map(({ id, from, to }) => (
            <li key={id}>
              {plan.names.get(to) ?? to} relies on {plan.names.get(from) ?? from}
            </li>
          ))}
          {plan.links.length > 8 && <li>and {count(plan.links.length - 8, 'more link')}</li>}
        </ul>
      )}
      {plan.uncovered.length > 0 && (
        <p>{capital(count(plan.uncovered.length, 'contract'))} will no longer cover it.</p>
      )}
      {plan.adjusted.length > 0 && (
        <p>
          What shares a whole with it takes over its part: {count(plan.adjusted.length, 'part')}{' '}
          grow in proportion.
        </p>
      )}
    </>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const moved = error instanceof ApiProblem && error.problem.status === 412;
  return (
    <div className={css.summary} role="alert">
      <strong>Not deleted.</strong>{' '}
      {moved
        ? 'Someone changed this first. Close this and look again.'
        : faults.length === 0 && errorSentence(error)}
      {!moved && (
        <ul>
          {faults.slice(0, 5).map(({ path, reason }) => (
            <li key={`${path} ${reason}`}>{reasonWords(reason)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
