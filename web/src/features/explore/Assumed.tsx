import controls from '../../ui/controls.module.css';
import { count } from '../../ui/words.ts';
import s from './explore.module.css';

/** "Rests on 9 assumed links · Hide". Hiding leaves them undrawn; the answer stays as it is, and says so. */
export function Assumed(props: {
  readonly links: number | undefined;
  /** The links of an answer, or all that are on record while nothing is stopped. */
  readonly answered: boolean;
  readonly hidden: boolean;
  readonly onToggle: () => void;
}) {
  const { links, answered, hidden, onToggle } = props;
  if (links === undefined || links === 0) return null;
  const words = count(links, 'assumed link');
  return (
    <span className={s.quiet}>
      {hidden ? `${words} not drawn` : answered ? `Rests on ${words}` : `${words} on record`}{' '}
      <button
        type="button"
        className={controls.link}
        title="Hiding them changes the picture, not the answer"
        aria-label={hidden ? 'Show assumed links' : 'Hide assumed links'}
        onClick={onToggle}
      >
        {hidden ? 'Show' : 'Hide'}
      </button>
    </span>
  );
}
