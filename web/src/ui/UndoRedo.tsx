import controls from './controls.module.css';

type Act = (() => void) | undefined;

/** Both ways through what was shown; undefined: there is nothing that way. */
export function UndoRedo({ undo, redo }: { readonly undo: Act; readonly redo: Act }) {
  return (
    <span className={controls.pair}>
      <Step name="Undo the last change of the view" sign="↶" act={undo} />
      <Step name="Redo" sign="↷" act={redo} />
    </span>
  );
}

function Step(props: { readonly name: string; readonly sign: string; readonly act: Act }) {
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
