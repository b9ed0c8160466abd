import type { PathsAnswer } from '@msp-impact/contract';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { count } from '../../ui/words.ts';
import s from './paths.module.css';

interface PathPanelProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly nameOf: (id: string) => string;
  readonly answer: PathsAnswer | undefined;
  readonly loading: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onChange: (from: string | undefined, to: string | undefined) => void;
  /** Which of the paths is drawn strongly. */
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
  readonly onClose: () => void;
}

/** Every way that supply takes from one thing to another, as a list; the chosen one is drawn. */
export function PathPanel(props: PathPanelProps) {
  const { from, to, nameOf, onChange } = props;
  return (
    <section className={s.paths} aria-label="Find a path">
      <div className={s.ends}>
        <NodePicker
          key={`from ${from && nameOf(from)}`}
          label="Supply from"
          initial={from ? nameOf(from) : ''}
          onPick={(node) => onChange(node.id, to)}
        />
        <button
          type="button"
          className={controls.button}
          aria-label="Swap the two ends"
          title="Swap the two ends"
          onClick={() => onChange(to, from)}
        >
          ⇄
        </button>
        <NodePicker
          key={`to ${to && nameOf(to)}`}
          label="to who relies on it"
          initial={to ? nameOf(to) : ''}
          onPick={(node) => onChange(from, node.id)}
        />
        <button type="button" className={controls.link} onClick={props.onClose}>
          Close
        </button>
      </div>
      <Found {...props} />
    </section>
  );
}

function Found(props: PathPanelProps) {
  const { from, to, answer, error, loading, nameOf } = props;
  if (!from || !to) return <p className={s.quiet}>Choose both ends.</p>;
  if (error) return <ErrorState error={error} onRetry={props.onRetry} />;
  if (loading || !answer) return <p className={s.quiet}>Looking …</p>;
  if (answer.paths.length === 0) {
    return (
      <p className={s.quiet}>
        Nothing on record leads from {nameOf(from)} to {nameOf(to)}. Try the other way round.
      </p>
    );
  }
  return (
    <>
      <p className={s.quiet}>
        {answer.complete
          ? count(answer.count, 'way')
          : `The first ${answer.paths.length} ways; there are more`}
      </p>
      <ol className={s.list}>
        {answer.paths.map((path, at) => (
          <li key={path.join('>')}>
            <button
              type="button"
              aria-pressed={at === props.chosen}
              onClick={() => props.onChoose(at)}
            >
              {path.map(nameOf).join(' → ')}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
