import controls from '../../ui/controls.module.css';
import { count } from '../../ui/words.ts';

/** "Rests on 9 assumed links · Hide in the picture". Hiding leaves them undrawn; the answer stays as it is, and says so. */
export function Assumed(props: {
  readonly links: number | undefined;
  readonly hidden: boolean;
  readonly onToggle: () => void;
}) {
  const { links, hidden, onToggle } = props;
  if (!links) return null;
  const words = count(links, 'assumed link');
  return (
    <>
      <span>{hidden ? `Rests on ${words}, not drawn` : `Rests on ${words}`}</span>
      <span>
        <button
          type="button"
          className={controls.link}
          title="Hiding them changes the picture, not the answer"
          aria-label={
            hidden ? 'Show assumed links in the picture' : 'Hide assumed links in the picture'
          }
          onClick={onToggle}
        >
          {hidden ? 'Show in the picture' : 'Hide in the picture'}
        </button>
      </span>
    </>
  );
}
