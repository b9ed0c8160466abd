import type { ConcentrationChoices } from '@msp-impact/contract';
import { Link, useSearch } from 'wouter';
import controls from '../../ui/controls.module.css';
import { MEASURE_WORDS } from '../../ui/reliance-words.ts';
import { EmptyState } from '../../ui/States.tsx';
import { count } from '../../ui/words.ts';
import { MEASURES, type RelianceView } from '../../url/reliance.ts';
import type { ChangeReliance } from '../../url/use-reliance.ts';
import s from './screen.module.css';

/** Nothing to count in this part or this measure: what to do about it. */
export function NothingHere(props: {
  readonly choices: ConcentrationChoices | undefined;
  readonly view: RelianceView;
  readonly change: ChangeReliance;
}) {
  const { choices, view, change } = props;
  const others = MEASURES.filter(
    (measure) => measure !== view.measure && counts(choices, measure) > 0,
  );
  return (
    <EmptyState title={titleOf(choices, view)}>
      <p>{adviceOf(choices, view)}</p>
      <div className={s.actions}>
        <BringIn primary={!choices?.contracts} />
        {(view.scope || view.on) && (
          <button
            type="button"
            className={controls.button}
            onClick={() => change(({ scope: _, on: __, ...old }) => old)}
          >
            Look at everything
          </button>
        )}
        {others.map((measure) => (
          <button
            key={measure}
            type="button"
            className={controls.button}
            onClick={() => change((old) => ({ ...old, measure }))}
          >
            Count by {MEASURE_WORDS[measure]}
          </button>
        ))}
      </div>
    </EmptyState>
  );
}

function BringIn({ primary }: { readonly primary: boolean }) {
  const search = useSearch();
  const look = primary ? controls.primary : controls.button;
  return (
    <Link href={search ? `/data?${search}` : '/data'} className={`${look} ${controls.tall}`}>
      Bring in contracts
    </Link>
  );
}

/** How many there are to count by a measure, of all that is on record. */
function counts(choices: ConcentrationChoices | undefined, measure: RelianceView['measure']) {
  if (measure === 'count') return choices?.contracts ?? 0;
  if (measure === 'people') return choices?.servicesWithPeople ?? 0;
  return choices?.currencies.reduce((sum, one) => sum + one.contracts, 0) ?? 0;
}

function titleOf(choices: ConcentrationChoices | undefined, view: RelianceView): string {
  if (view.measure === 'people') return 'No people are on record here.';
  if (!choices?.contracts) return 'No contracts are on record.';
  if (view.measure === 'value' && counts(choices, 'value') === 0)
    return 'No contract says what it is worth.';
  return 'Nothing to count in this part.';
}

function adviceOf(choices: ConcentrationChoices | undefined, view: RelianceView): string {
  if (view.measure === 'people')
    return 'Say on each service how many people it serves: they are then split among its suppliers.';
  if (!choices?.contracts)
    return 'A contract register with supplier, value and end date is enough to see on whom you rely. Any spreadsheet will do; nothing is stored before you have seen the difference.';
  return `${count(choices.contracts, 'contract')} on record, none of them with an amount in what is asked here.`;
}
