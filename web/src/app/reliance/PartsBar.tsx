import controls from '../../ui/controls.module.css';
import { PARTS, type Part } from '../../url/reliance.ts';
import type { RelianceControl } from '../../url/use-reliance.ts';
import s from './screen.module.css';

const PART_WORDS: Readonly<Record<Part, string>> = {
  shares: 'Shares',
  contracts: 'Contracts by date',
  matrix: 'Hard to replace',
  behind: "Suppliers' suppliers",
  single: 'On one supplier',
  award: 'What if we award to …',
  gaps: 'What we do not know',
};

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
