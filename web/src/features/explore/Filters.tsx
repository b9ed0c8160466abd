import controls from '../../ui/controls.module.css';
import { Dropdown } from '../../ui/Dropdown.tsx';
import { count, STATE_WORDS } from '../../ui/words.ts';
import { stopLookingAround, toggleState } from '../../url/actions.ts';
import { DIRECTIONS, type View } from '../../url/view.ts';
import { DEPTH_CHOICES, DIRECTION_WORDS, depthWords } from './around.ts';
import s from './explore.module.css';

/** Every filter that is on, in words, each with a way to take it away. Nothing is left out silently. */
export function Filters(props: {
  readonly view: View;
  readonly change: (next: (view: View) => View) => void;
  readonly nameOf: (id: string) => string;
  /** How many assumed links there are, where no answer stands that says it. */
  readonly assumed: number | undefined;
}) {
  const { view, change, nameOf } = props;
  const assumed = view.hideAssumed && props.assumed;
  if (!view.around && view.states.length === 0 && !assumed) return null;
  return (
    <section className={s.filters} aria-label="Filters">
      {view.around && (
        <span className={s.filter}>
          <strong>{nameOf(view.around)}</strong>:
          <Dropdown
            label="Which way"
            value={view.direction}
            choices={DIRECTIONS.map((value) => ({ value, label: DIRECTION_WORDS[value] }))}
            onChoose={(direction) => change((old) => ({ ...old, direction }))}
          />
          <Dropdown
            label="How far"
            value={`${view.depth ?? 0}`}
            shown={depthWords(view.depth)}
            choices={DEPTH_CHOICES}
            onChoose={(value) => change((old) => withDepth(old, Number(value)))}
          />
          <button type="button" className={controls.link} onClick={() => change(stopLookingAround)}>
            Show the rest again
          </button>
        </span>
      )}
      {view.states.map((state) => (
        <span className={s.filter} key={state}>
          Only what is {STATE_WORDS[state]}
          <button
            type="button"
            className={controls.link}
            onClick={() => change((old) => toggleState(old, state))}
          >
            Take away
          </button>
        </span>
      ))}
      {assumed && (
        <span className={s.filter}>
          {count(assumed, 'assumed link')} not drawn
          <button
            type="button"
            className={controls.link}
            onClick={() => change((old) => ({ ...old, hideAssumed: false }))}
          >
            Show
          </button>
        </span>
      )}
    </section>
  );
}

function withDepth(view: View, depth: number): View {
  const { depth: _, ...rest } = view;
  return depth > 0 ? { ...rest, depth } : rest;
}
