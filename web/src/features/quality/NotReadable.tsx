import type { QualityAnswer } from '@msp-impact/contract';
import controls from '../../ui/controls.module.css';
import { count } from '../../ui/words.ts';
import css from './quality.module.css';

type Unread = QualityAnswer['unread']['rows'][number];
export type OnEdit = (item: Pick<Unread, 'type' | 'id'>) => void;

/** Owners over time and exit plans whose text means nothing: kept, counted nowhere, and told here. */
export function NotReadable(props: {
  readonly of: QualityAnswer['unread'];
  readonly onEdit: OnEdit;
}) {
  const { total, rows } = props.of;
  return (
    <section aria-label="Cannot be read" className={css.wide}>
      <h2>Cannot be read</h2>
      <p className={css.quiet}>
        {count(total, 'text')} about owners over time or exit plans. They are kept, and count as not
        known.
      </p>
      <ul className={css.unread}>
        {rows.map((row) => (
          <li key={`${row.type} ${row.id} ${row.attribute}`}>
            <button type="button" className={controls.link} onClick={() => props.onEdit(row)}>
              {row.name}
            </button>{' '}
            {row.attribute}: “{row.value}” {row.reason}
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className={css.quiet}>{(total - rows.length).toLocaleString('en-GB')} more.</p>
      )}
    </section>
  );
}
