import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { undoChange } from '../../ui/undo.ts';
import css from './parties.module.css';
import type { Done } from './use-merging.ts';

/** What was merged since this screen was opened, each with its way back. */
export function MergedNow(props: {
  readonly done: readonly Done[];
  readonly onUndone: (revision: number) => void;
}) {
  const [busy, setBusy] = useState(false);
  if (props.done.length === 0) return null;
  const undo = async (revision: number) => {
    setBusy(true);
    if (await undoChange(revision)) props.onUndone(revision);
    setBusy(false);
  };
  return (
    <section aria-label="Merged just now">
      <h2 className={css.part}>Merged just now</h2>
      <ul className={css.list}>
        {props.done.map(({ name, revision }) => (
          <li key={revision} className={css.member}>
            <span>{name}</span>
            <span className={css.quiet}>version {revision}</span>
            <button
              type="button"
              className={controls.button}
              disabled={busy}
              onClick={() => void undo(revision)}
            >
              Undo<span className="only-heard"> the merging into {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
