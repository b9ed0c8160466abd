/** The question and the answer about shares, as sentences of at most 24 words. */
import type { ConcentrationAnswer, Measure, RollUp } from '@msp-impact/contract';
import { amountWords, likeEqual, likeRange, ROLL_UP_WORDS } from '../../ui/reliance-words.ts';
import { count, sharePercent } from '../../ui/words.ts';

/** What is missing when nothing can be counted. */
export const NOTHING: Readonly<Record<Measure, string>> = {
  value: 'No contract in this part has a value on record, so shares of value are not known.',
  count: 'No contract in this part is on record, so nothing can be counted.',
  people: 'No service in this part says how many people it serves.',
};

/** @param owners suppliers with an owner on record, where that is known */
export function shareSentence(of: ConcentrationAnswer, owners?: number): string {
  const [first] = of.shares;
  if (!first || of.effective === undefined) return NOTHING[of.share];
  const total = amountWords(of.total, of.share, of.currency);
  if (of.suppliers === 1) return `${first.name} holds all ${total} that are known.`;
  const like = (of.range && likeRange(of.range)) ?? likeEqual(of.effective);
  const band = bandWords(of);
  const alone = of.by === 'parent' && owners === 0 ? ` ${NO_OWNER}` : '';
  return `${first.name} holds ${sharePercent(first.share)} of ${total}. Reliance is like ${like} ${ROLL_UP_WORDS[of.by].like}: ${band}.${alone}`;
}

/** Groups of one each are no finding about owners. */
export const NO_OWNER = 'No owner is on record: each supplier counts as its own group.';

/** The word of the scale; both ends where what is not known could move it from one to the other. */
export function bandWords({ hhi = 0, range, thresholds }: ConcentrationAnswer): string {
  const bandAt = (value: number) =>
    thresholds.filter((one) => value >= one.from).at(-1)?.word ?? 'not concentrated';
  const [low, high] = [bandAt(range?.low ?? hhi), bandAt(range?.high ?? hhi)];
  return low === high ? low : `between ${low} and ${high}`;
}

/** "1 contract without a value", "3 services that do not say how many people they serve". */
export function notKnownWords(unknown: number, measure: Measure): string {
  return measure === 'people'
    ? `${count(unknown, 'part')} of services without people on record`
    : `${count(unknown, 'contract')} without a value`;
}

/** Why the range is what it is. */
export const rangeReason = (upTo: number, measure: Measure, currency?: string): string =>
  `The range holds while each of them lies between nothing and ${amountWords(upTo, measure, currency)}, the largest that is known.`;

export const holderWord = (by: RollUp, n: number): string =>
  count(n, ROLL_UP_WORDS[by].one, by === 'parent' ? 'owner groups' : 'suppliers');
