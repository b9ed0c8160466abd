import { useReconnect } from '../api/Connection.tsx';
import frame from './frame.module.css';

/** What is on screen stays readable; the banner says that it may be old, and tries again. */
export function LostBanner() {
  const { lost, seconds, tryNow } = useReconnect();
  if (!lost) return null;
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
