import type { Bounds, MeasuresResult } from '@msp-impact/contract';
import { manyRange, planText } from '../../ui/hour-words.ts';
import { count, percent, percentRange, sharePercent } from '../../ui/words.ts';
import s from './measures.module.css';

interface MeasureResultProps {
  readonly result: MeasuresResult;
  readonly named: readonly { readonly id: string; readonly name: string }[];
  /** So many plans counted. */
  readonly plans: number;
  readonly nameOf: (id: string) => string;
}

/** The best set in a sentence, then each alone, most helpful first. */
export function MeasureResult({ result, named, plans, nameOf }: MeasureResultProps) {
  const { best, harm, unit } = result;
  const amount = (n: number, range: Bounds | undefined) =>
    `${manyRange(n, range)} hours${unit === 'person-hours' ? ', times people' : ''}`;
  const share = (n: number) => (harm > 0 ? sharePercent(clamped(n / harm)) : 'nothing');
  const names = new Map(named.map((one) => [one.id, one.name]));
  return (
    <>
      <p>
        <strong>
          {best.measures.length === 0
            ? 'Nothing within the budget helps.'
            : `${count(best.measures.length, 'measure')} for ${best.cost.toLocaleString('en-GB')} ${best.measures.length === 1 ? 'takes' : 'take'} away ${share(best.removed)}${shareEnds(result)} of what is lost.`}
        </strong>
      </p>
      <p className={s.quiet}>
        Lost without: {amount(harm, result.harmRange)}; with them:{' '}
        {amount(best.harm, best.harmRange)}
        {plans > 1 && `; ${plans} plans, by how much they count`}.{' '}
        {ranged(result) &&
          'In brackets: at best and at worst. The choice is by what is most likely. '}{' '}
        {methodWords(result)} {planText(result.note)}
      </p>
      <ul className={s.results}>
        {best.measures.map((id) => (
          <li key={id}>
            <b>✓</b> {names.get(id) ?? id}
          </li>
        ))}
      </ul>
      <h4>Each alone</h4>
      <ol className={s.results}>
        {result.alone.map((one) => (
          <li key={one.id}>
            <strong>{share(one.removed)}</strong> {one.name}
            <small>
              {planText(one.explanation)}
              {one.breachesAvoided.length > 0 &&
                ` Then in time: ${one.breachesAvoided.map(nameOf).join(', ')}.`}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}

const ranged = ({ harmRange, best }: MeasuresResult) => (harmRange ?? best.harmRange) !== undefined;

/** " (20–45 %)": the shares that the set takes away at best, at worst and most likely. */
function shareEnds({ harm, harmRange, best }: MeasuresResult): string {
  const before = harmRange ?? { low: harm, high: harm };
  const after = best.harmRange ?? { low: best.harm, high: best.harm };
  const taken = (all: number, left: number) => (all > 0 ? clamped(1 - left / all) : 0);
  const ends = [
    taken(before.low, after.low),
    taken(harm, best.harm),
    taken(before.high, after.high),
  ];
  const range = { low: Math.min(...ends), high: Math.max(...ends) };
  return percent(range.low) === percent(range.high) ? '' : ` (${percentRange(range)})`;
}

const clamped = (n: number) => Math.min(1, Math.max(0, n));

function methodWords({ method, gap }: MeasuresResult): string {
  if (method === 'optimal') return 'No better set was left out.';
  if (method === 'greedy') return 'Chosen one after the other: a better set may exist.';
  return `At most ${sharePercent(gap)} from the best.`;
}
