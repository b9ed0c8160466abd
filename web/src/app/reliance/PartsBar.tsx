import controls from '../../ui/controls.module.css';
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
      <Step name="Undo the last change of the view" sign="↶" act={undo} />
      <Step name="Redo" sign="↷" act={redo} />
    </div>
  );
}

function Step(props: {
  readonly name: string;
  readonly sign: string;
  readonly act: (() => void) | undefined;
}) {
  return (
    <button
      type="button"
      className={controls.icon}
      aria-label={props.name}
      title={props.name}
      disabled={!props.act}
      onClick={props.act}
    >
      {props.sign}
    </button>
  );
}
