import type { ConcentrationAnswer, ConcentrationChoices } from '@msp-impact/contract';
import { type Choice, Dropdown } from '../../ui/Dropdown.tsx';
import { BASIS_WORDS, MEASURE_WORDS, ROLL_UP_WORDS } from '../../ui/reliance-words.ts';
import { Words } from '../../ui/Screen.tsx';
import { MEASURES, type RelianceView } from '../../url/reliance.ts';
import { usualCurrency } from '../../url/reliance-request.ts';
import type { ChangeReliance } from '../../url/use-reliance.ts';
import { DayMenu } from './DayMenu.tsx';
import { ScopeMenu } from './ScopeMenu.tsx';

export interface QuestionProps {
  readonly view: RelianceView;
  readonly change: ChangeReliance;
  readonly choices: ConcentrationChoices | undefined;
  readonly answer: ConcentrationAnswer | undefined;
  /** The area that comes first, offered as a part to look at. */
  readonly area?: { readonly id: string; readonly name: string } | undefined;
}

const MEASURE_CHOICES = MEASURES.map((value) => ({ value, label: MEASURE_WORDS[value] }));
const ROLL_UPS: readonly Choice<'supplier' | 'parent'>[] = [
  { value: 'supplier', label: ROLL_UP_WORDS.supplier.many },
  {
    value: 'parent',
    label: ROLL_UP_WORDS.parent.many,
    detail: 'each supplier counts with the owner at the top',
  },
];

/** "How much do we rely on few, by [value of contracts] of [direct suppliers] in [everything]". */
export function SharesQuestion(props: QuestionProps) {
  const { view, change } = props;
  return (
    <>
      <Words>How much do we rely on few, by</Words>
      <CountedBy {...props} />
      <Words>of</Words>
      <Dropdown
        label="Suppliers or their owners"
        value={view.by}
        choices={ROLL_UPS}
        onChoose={(by) => change((old) => ({ ...old, by }))}
      />
      <Words>in</Words>
      <ScopeMenu {...props} />
      {view.measure !== 'people' && <DayMenu view={view} change={change} />}
    </>
  );
}

/** What is counted, and in which money. */
export function CountedBy(props: QuestionProps) {
  return (
    <>
      <Dropdown
        label="Counted by"
        value={props.view.measure}
        choices={MEASURE_CHOICES}
        onChoose={(measure) => props.change((old) => ({ ...old, measure }))}
      />
      <Money {...props} />
    </>
  );
}

/** Currencies and terms are never added together: one of each is asked for. */
function Money({ view, change, choices, answer }: QuestionProps) {
  const currencies = choices?.currencies ?? [];
  if (view.measure !== 'value' || currencies.length === 0) return null;
  const currency = view.currency ?? usualCurrency(choices);
  const known = currencies.some((one) => one.currency === currency);
  const bases = answer?.bases ?? [];
  const basis = answer?.basis ?? 'not stated';
  return (
    <>
      {(currencies.length > 1 || !known) && (
        <Dropdown
          label="Currency"
          value={currency}
          shown={currency}
          choices={currencies.map((one) => ({
            value: one.currency,
            label: `${one.currency}, ${one.contracts.toLocaleString('en-GB')} contracts`,
          }))}
          onChoose={(next) => change(({ basis: _, ...old }) => ({ ...old, currency: next }))}
        />
      )}
      {bases.length > 1 && (
        <Dropdown
          label="Term of the value"
          value={basis}
          choices={bases.map((value) => ({ value, label: BASIS_WORDS[value] ?? value }))}
          onChoose={(next) =>
            change(({ basis: _, ...old }) =>
              next === 'total' || next === 'annual' ? { ...old, basis: next } : old,
            )
          }
        />
      )}
    </>
  );
}
