import { Button, Group, Modal } from '@mantine/core';
import type { Item, ItemType } from '@msp-impact/contract';
import { useMemo, useState } from 'react';
import { fieldWord } from '../../ui/field-words.ts';
import { valueWords } from '../../ui/value-words.ts';
import { DIALOG_PARTS } from './dialog-parts.ts';
import { conflicts, type FieldConflict, merge, proposeSides, type Side } from './draft/merge.ts';
import css from './edit.module.css';

export interface Clash {
  /** As I opened it. */
  readonly base: Item;
  readonly mine: Item;
  /** As it is stored now; null when someone deleted it. */
  readonly theirs: Item | null;
}

interface ConflictDialogProps {
  readonly type: ItemType;
  readonly clash: Clash;
  readonly busy: boolean;
  /** Saves this over theirs. */
  readonly onSave: (item: Item) => void;
  /** Drops mine. */
  readonly onKeepTheirs: () => void;
  /** Back to the form, nothing decided. */
  readonly onClose: () => void;
}

/** "Someone changed this first": mine beside theirs, field by field. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { clash, onClose } = props;
  const { theirs } = clash;
  return (
    <Modal
      opened
      attributes={DIALOG_PARTS}
      onClose={onClose}
      size="xl"
      title={theirs ? 'Someone changed this first' : 'Someone deleted this first'}
    >
      {theirs ? <Changed {...props} theirs={theirs} /> : <Deleted {...props} />}
    </Modal>
  );
}

function Deleted({ clash, busy, onSave, onKeepTheirs }: ConflictDialogProps) {
  return (
    <>
      <p>It is no longer there. You can add it again with what you typed, or leave it deleted.</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onKeepTheirs}>
          Leave it deleted
        </Button>
        <Button loading={busy} onClick={() => onSave(clash.mine)} data-autofocus>
          Add it again
        </Button>
      </Group>
    </>
  );
}

function Changed(props: ConflictDialogProps & { readonly theirs: Item }) {
  const { type, clash, theirs, busy, onSave, onKeepTheirs } = props;
  const list = useMemo(() => conflicts(clash.base, clash.mine, theirs), [clash, theirs]);
  const [sides, setSides] = useState(() => proposeSides(list));
  return (
    <>
      <p>
        {list.length
          ? 'Choose field by field what to keep. Fields that only one of you changed are chosen already.'
          : 'Someone saved the same as you. There is nothing left to save.'}
      </p>
      {list.length > 0 && (
        <table className={css.table} style={{ marginTop: 12 }}>
          <caption className="only-heard">Where your version and the stored one differ</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Mine</th>
              <th scope="col">Theirs, stored now</th>
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <Row
                key={one.field}
                type={type}
                conflict={one}
                side={sides[one.field] ?? 'mine'}
                onSide={(side) => setSides({ ...sides, [one.field]: side })}
              />
            ))}
          </tbody>
        </table>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onKeepTheirs}>
          Keep all of theirs
        </Button>
        {list.length > 0 && (
          <Button loading={busy} onClick={() => onSave(merge(list, theirs, sides))} data-autofocus>
            Save what is chosen
          </Button>
        )}
      </Group>
    </>
  );
}

function Row(props: {
  readonly type: ItemType;
  readonly conflict: FieldConflict;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
}) {
  const { type, conflict, side, onSide } = props;
  const { field, changedBy } = conflict;
  const word = fieldWord(type, field);
  const cell = (own: Side) => (
    <td>
      <label className={css.choice}>
        <input
          type="radio"
          name={`keep-${field}`}
          checked={side === own}
          onChange={() => onSide(own)}
          aria-label={`${word}: ${own}`}
        />
        <span>{valueWords(field, conflict[own])}</span>
      </label>
    </td>
  );
  return (
    <tr>
      <th scope="row">
        {word}
        {changedBy === 'both' && <span className={css.danger}>{'\n'}changed by both</span>}
      </th>
      {cell('mine')}
      {cell('theirs')}
    </tr>
  );
}
