import controls from '../../ui/controls.module.css';
import type { MeasureDraft } from '../../url/measures-codec.ts';
import { CostField } from './CostField.tsx';
import s from './measures.module.css';
import { measureName } from './words.ts';

/** What could be done, each with its cost. */
export function NamedMeasures(props: {
  readonly measures: readonly MeasureDraft[];
  readonly nameOf: (id: string) => string;
  readonly onMeasures: (measures: readonly MeasureDraft[]) => void;
}) {
  const { measures, nameOf, onMeasures } = props;
  return (
    <ul className={s.list}>
      {measures.map((one, i) => {
        const does = measureName(one, nameOf);
        const name = one.name ?? does;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal measures are told apart by their place alone
          <li key={i}>
            <span>
              {name}
              {name !== does && <small>{does}</small>}
            </span>
            <span>
              cost{' '}
              <CostField
                label={`Cost of: ${name}`}
                value={one.cost}
                onChange={(cost) =>
                  onMeasures(measures.map((m, at) => (at === i ? { ...m, cost } : m)))
                }
              />
            </span>
            <button
              type="button"
              className={controls.link}
              aria-label={`Take away: ${name}`}
              onClick={() => onMeasures(measures.filter((_, at) => at !== i))}
            >
              Take away
            </button>
          </li>
        );
      })}
    </ul>
  );
}
