import controls from '../../ui/controls.module.css';
import { errorSentence } from '../../ui/States.tsx';
import { count } from '../../ui/words.ts';
import s from './table.module.css';

interface TableFootProps {
  readonly shown: number;
  readonly loaded: number;
  readonly total: number;
  readonly complete: boolean;
  /** Things that are only in groups of the drawing, and so not listed. */
  readonly notListed: number;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onCsv: () => void;
}

/** How many rows, whether they are all here, and the CSV of exactly these. */
export function TableFoot(props: TableFootProps) {
  return (
    <div className={s.foot}>
      <span aria-live="polite">{footWords(props)}</span>
      {props.error ? (
        <button type="button" className={controls.link} onClick={props.onRetry}>
          Try again
        </button>
      ) : null}
      <span style={{ flex: 1 }} />
      <button
        type="button"
        className={controls.button}
        disabled={!props.complete}
        onClick={props.onCsv}
      >
        CSV of these {count(props.shown, 'row')}
      </button>
    </div>
  );
}

function footWords(props: TableFootProps): string {
  if (props.error)
    return `${props.loaded} of ${props.total} rows are here. ${errorSentence(props.error)}`;
  if (!props.complete)
    return `Fetching rows: ${props.loaded.toLocaleString('en-GB')} of ${props.total.toLocaleString('en-GB')}`;
  const rest =
    props.notListed > 0
      ? ` · ${props.notListed.toLocaleString('en-GB')} more that are not hit are not listed here: filter to see them`
      : '';
  return `${count(props.shown, 'row')}${rest}`;
}
