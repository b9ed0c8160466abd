import controls from '../../ui/controls.module.css';
import { UndoRedo } from '../../ui/UndoRedo.tsx';
import { PARTS } from '../../url/reliance.ts';
import type { RelianceControl } from '../../url/use-reliance.ts';
import { PART_WORDS } from './part-words.ts';
import s from './screen.module.css';

/** The questions about reliance, side by side. */
export function PartsBar({ control }: { readonly control: RelianceControl }) {
  const { view, change, undo, redo } = control;
  return (
    <div className={s.bar} role="toolbar" aria-label="Questions about reliance">
      <span className={`${controls.segments} ${s.parts}`}>
        {PARTS.map((part) => (
          <button
            key={part}
            type="button"
            aria-pressed={part === view.part}
            onClick={() => change((old) => ({ ...old, part }))}
          >
            {PART_WORDS[part]}
          </button>
        ))}
      </span>
      <UndoRedo undo={undo} redo={redo} />
    </div>
  );
}
