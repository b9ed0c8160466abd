/** The request that a view of reliance stands for. */
import type { ConcentrationChoices, ConcentrationRequest } from '@msp-impact/contract';
import type { RelianceView } from './reliance.ts';

/** Buyer and day belong to contracts: of people they cannot be asked. */
export function scopeRequest(
  view: RelianceView,
  choices: ConcentrationChoices | undefined,
): ConcentrationRequest {
  const { scope, measure } = view;
  const money = measure === 'value';
  const currency = view.currency ?? usualCurrency(choices);
  return {
    share: measure,
    by: view.by,
    ...(scope?.kind === 'within' ? { within: scope.word } : {}),
    ...(scope?.kind === 'node' ? { node: scope.id } : {}),
    ...(scope?.kind === 'buyer' && measure !== 'people' ? { buyer: scope.name } : {}),
    ...(money && currency ? { currency } : {}),
    ...(money && view.basis ? { basis: view.basis } : {}),
    ...(view.on && measure !== 'people' ? { at: view.on } : {}),
  };
}

/** The one in which most contracts say what they are worth; ties go to the first. */
export function usualCurrency(choices: ConcentrationChoices | undefined): string | undefined {
  const [first, ...others] = choices?.currencies ?? [];
  return others.reduce((a, b) => (b.contracts > (a?.contracts ?? 0) ? b : a), first)?.currency;
}

/** With the user's own thresholds. */
export const shareRequest = (view: RelianceView, choices: ConcentrationChoices | undefined) => ({
  ...scopeRequest(view, choices),
  ...view.words,
});
