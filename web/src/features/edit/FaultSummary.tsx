import { count } from '../../ui/words.ts';
import type { PlacedFaults } from './draft/faults.ts';
import css from './edit.module.css';

/** How many fields need a look, and what no field stands for. */
export function FaultSummary({ faults }: { readonly faults: PlacedFaults }) {
  const { byPlace, other } = faults;
  if (byPlace.size + other.length === 0) return null;
  return (
    <div className={css.summary} role="alert" tabIndex={-1} data-summary>
      <strong>Not saved.</strong>{' '}
      {byPlace.size > 0 &&
        `${count(byPlace.size, 'field')} ${byPlace.size === 1 ? 'needs' : 'need'} a look.`}
      {other.length > 0 && (
        <ul>
          {other.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
