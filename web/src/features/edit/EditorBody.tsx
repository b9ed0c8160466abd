import { Button } from '@mantine/core';
import type { Contract, Dependency, GraphNode, Item } from '@msp-impact/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ErrorState } from '../../ui/States.tsx';
import { fetchItem, type StoredItem } from './api-items.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { emptyContract } from './draft/contract-draft.ts';
import css from './edit.module.css';
import './edit-css.ts';
import { emptyLink } from './draft/link-draft.ts';
import { emptyNode } from './draft/node-draft.ts';
import type { FormKit } from './form-kit.ts';
import { ItemForm } from './ItemForm.tsx';
import { contractKit, linkKit, nodeKit } from './kits.ts';
import type { EditTarget } from './target.ts';

interface EditorBodyProps {
  readonly target: EditTarget;
  /** The stored item is here: its name, for the title. */
  readonly onNamed: (name: string) => void;
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: (item: Item) => void;
  readonly onDeleted: (id: string) => void;
  readonly onCancel: () => void;
  readonly onLeave: () => void;
}

/** Loads what is edited, and chooses the form. */
export function EditorBody(props: EditorBodyProps) {
  const { target } = props;
  return 'id' in target ? (
    <Stored {...props} target={target} />
  ) : (
    <New {...props} target={target} />
  );
}

type NewTarget = Exclude<EditTarget, { id: string }>;

function New(props: EditorBodyProps & { readonly target: NewTarget }) {
  const { target } = props;
  if (target.type === 'node') {
    return <Empty {...props} kit={nodeKit} make={() => emptyNode(target.kind)} />;
  }
  if (target.type === 'dependency') {
    return <Empty {...props} kit={linkKit} make={() => emptyLink(target)} />;
  }
  return <Empty {...props} kit={contractKit} make={() => emptyContract(target.supplier)} />;
}

interface EmptyProps<T extends Item, D> extends EditorBodyProps {
  readonly kit: FormKit<T, D>;
  readonly make: () => D;
}

function Empty<T extends Item, D>(props: EmptyProps<T, D>) {
  const { kit, make, onDirty, onSaved, onCancel, onLeave } = props;
  const [start] = useState(make);
  const events = { onDirty, onSaved, onCancel, onLeave };
  return <ItemForm kit={kit} start={start} stored={undefined} {...events} />;
}

type StoredTarget = Extract<EditTarget, { id: string }>;

function Stored(props: EditorBodyProps & { readonly target: StoredTarget }) {
  const { type, id } = props.target;
  const stored = useQuery({
    queryKey: ['edit', type, id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () => fetchItem(type, id),
  });
  if (stored.isError) {
    return <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />;
  }
  if (!stored.data) {
    return (
      <p className={css.busy} role="status">
        Loading …
      </p>
    );
  }
  if (type === 'node')
    return <Filled {...props} kit={nodeKit} stored={as<GraphNode>(stored.data)} />;
  if (type === 'dependency') {
    return <Filled {...props} kit={linkKit} stored={as<Dependency>(stored.data)} />;
  }
  return <Filled {...props} kit={contractKit} stored={as<Contract>(stored.data)} />;
}

/** The type that was asked for is the type that came. */
const as = <T extends Item>(stored: StoredItem) => stored as { item: T; revision: number };

interface FilledProps<T extends Item, D> extends EditorBodyProps {
  readonly target: StoredTarget;
  readonly kit: FormKit<T, D>;
  readonly stored: { readonly item: T; readonly revision: number };
}

function Filled<T extends Item, D>(props: FilledProps<T, D>) {
  const { kit, stored, target, onDirty, onSaved, onDeleted, onCancel, onLeave, onNamed } = props;
  const [start] = useState(() => kit.show(stored.item));
  const [deleting, setDeleting] = useState(false);
  const name = kit.nameOf(stored.item);
  useEffect(() => onNamed(name), [name, onNamed]);
  return (
    <>
      <ItemForm
        kit={kit}
        start={start}
        stored={stored}
        onDirty={onDirty}
        onSaved={onSaved}
        onCancel={onCancel}
        onLeave={onLeave}
        extra={
          <Button variant="subtle" className={css.delete} onClick={() => setDeleting(true)}>
            Delete
          </Button>
        }
      />
      {deleting && (
        <DeleteDialog
          type={target.type}
          id={target.id}
          onClose={() => setDeleting(false)}
          onDeleted={() => onDeleted(target.id)}
        />
      )}
    </>
  );
}
