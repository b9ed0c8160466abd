import controls from '../../ui/controls.module.css';
import s from './explore.module.css';

/** A link says on which version it was made; the data may have moved on since. */
export function DataMoved(props: {
  readonly linked: number | undefined;
  readonly now: number | undefined;
  readonly onSeen: () => void;
}) {
  const { linked, now, onSeen } = props;
  if (linked === undefined || now === undefined || now === linked) return null;
  return (
    <div className={s.moved} role="status">
      <span>
        This link was made on version {linked} of the data. It stands at version {now} now, so the
        answer may differ.
      </span>
      <button type="button" className={controls.link} onClick={onSeen}>
        Go on with version {now}
      </button>
    </div>
  );
}
