import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker, type Picked } from '../../ui/NodePicker.tsx';
import css from './parties.module.css';

/** Two suppliers that no number and no name tells to be one, but somebody knows are. */
export function OwnMerge(props: {
  readonly busy: boolean;
  readonly onLook: (keep: Picked, other: Picked) => void;
}) {
  const [keep, setKeep] = useState<Picked>();
  const [other, setOther] = useState<Picked>();
  const isPair = keep !== undefined && other !== undefined && keep.id !== other.id;
  return (
    <section aria-label="Merge two of your choice">
      <h2 className={css.part}>Merge two of your choice</h2>
      <div className={css.actions}>
        <NodePicker label="This supplier stays" kinds={['supplier']} onPick={setKeep} />
        <NodePicker label="and takes in" kinds={['supplier']} onPick={setOther} />
        <button
          type="button"
          className={controls.button}
          disabled={!isPair || props.busy}
          onClick={() => isPair && props.onLook(keep, other)}
        >
          Show what moves
        </button>
      </div>
      {keep && keep.id === other?.id && <p className={css.warn}>Both are the same supplier.</p>}
    </section>
  );
}
