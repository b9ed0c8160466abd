import { TextInput } from '@mantine/core';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';
import type { Winner } from '../../url/award.ts';
import { newId } from './step-draft.ts';

/** A supplier on record, or a bidder whom nobody recorded yet. */
export function WinnerField(props: {
  readonly label: string;
  readonly onChange: (winner: Winner | undefined) => void;
}) {
  const [isNew, setNew] = useState(false);
  const swap = () => {
    setNew(!isNew);
    props.onChange(undefined);
  };
  return (
    <div>
      {isNew ? (
        <TextInput
          label={props.label}
          placeholder="Name of the new supplier"
          maxLength={200}
          data-autofocus
          onChange={(event) => {
            const name = event.currentTarget.value.trim();
            props.onChange(name ? { id: newId(name), name } : undefined);
          }}
        />
      ) : (
        <NodePicker
          label={props.label}
          kinds={['supplier']}
          withinPortal={false}
          onPick={(node) => props.onChange({ id: node.id })}
        />
      )}
      <button type="button" className={controls.link} onClick={swap}>
        {isNew ? 'Choose one on record' : 'Someone new'}
      </button>
    </div>
  );
}
