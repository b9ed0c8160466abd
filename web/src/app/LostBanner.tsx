import { useReconnect } from '../api/Connection.tsx';
import { useStale } from '../api/revision.ts';
import frame from './frame.module.css';

/** What is on screen stays readable; the banner says that it may be old, and tries again. */
export function LostBanner() {
  const { lost, seconds, tryNow } = useReconnect();
  const stale = useStale();
  if (!lost) return stale ? <Stale reason={stale} /> : null;
  return (
    <div className={frame.lost} role="alert">
      <strong>The server does not answer.</strong>
      <span>
        What you see may be out of date, and nothing can be changed. Trying again
        {seconds > 0 ? ` in ${seconds} s` : ' now'}.
      </span>
      <button type="button" onClick={tryNow}>
        Try now
      </button>
    </div>
  );
}

/** The server answers, but its store does not. */
function Stale({ reason }: { readonly reason: string }) {
  return (
    <div className={frame.lost} role="alert">
      <strong>The data cannot be read just now.</strong>
      <span>These answers rest on what was last read, and nothing can be changed: {reason}</span>
    </div>
  );
}
