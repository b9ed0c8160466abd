import { Button, Checkbox } from '@mantine/core';
import type { UnlinkedAnswer } from '@msp-impact/contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { importApi } from '../../api/import.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { ErrorState, errorSentence } from '../../ui/States.tsx';
import { sayProblem } from '../../ui/toasts.ts';
import { sayChanged } from '../../ui/undo.ts';
import { contractEnd, count } from '../../ui/words.ts';
import { allTicked, type Choice, choicesFor, linksOf } from './choices.ts';
import css from './mapping.module.css';
import { Target } from './Target.tsx';

const SHOWN = 100;
type Contract = UnlinkedAnswer['contracts'][number];

/** Contracts of registers name no service: which each serves is guessed here, and confirmed in bulk. */
export function LinkContracts({ add }: { readonly add?: ReactNode }) {
  const answer = useAnswer('contracts-to-link', { limit: SHOWN }, ({ limit }, signal) =>
    importApi.contractsToLink(limit, signal),
  );
  if (answer.isError) return <ErrorState error={answer.error} />;
  if (!answer.data || answer.data.total === 0) return null;
  const { total, targets, contracts } = answer.data;
  return (
    <section className={css.card} aria-labelledby="link-contracts">
      <h2 id="link-contracts">Link contracts to services</h2>
      <p>
        You can see reliance now. To see who is hit, link {count(total, 'contract')} to services.
      </p>
      {targets === 0 ? (
        <div className={css.row}>
          <p>
            No service is on record yet, so there is nothing to link them to. Bring in a list of
            services above, or add one by hand.
          </p>
          {add}
        </div>
      ) : (
        <Rows key={answer.data.revision} contracts={contracts} total={total} />
      )}
    </section>
  );
}

function Rows({ contracts, total }: { contracts: readonly Contract[]; total: number }) {
  const [choices, setChoices] = useState(() => choicesFor(contracts));
  const chosen = [...choices.values()].filter(({ ticked, to }) => ticked && to);
  const guessed = [...choices.values()].filter(({ to }) => to);
  const change = (contract: string, next: Choice) =>
    setChoices(new Map(choices).set(contract, next));
  const link = useMutation({
    mutationFn: () => importApi.linkContracts({ links: linksOf(contracts, choices) }),
    onSuccess: (receipt) => sayChanged(receipt, `Linked ${count(chosen.length, 'contract')}.`),
    onError: (error) => sayProblem(`Nothing was linked. ${errorSentence(error)}`),
  });
  return (
    <>
      <Scroll className={css.scroll} label="Contracts that wait">
        <table className={css.table}>
          <caption>
            {contracts.length < total
              ? `The largest ${contracts.length} of ${total.toLocaleString('en-GB')}`
              : 'Largest first'}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  label="Link"
                  aria-label="Link all that have a guess"
                  checked={guessed.length > 0 && guessed.every(({ ticked }) => ticked)}
                  indeterminate={chosen.length > 0 && chosen.length < guessed.length}
                  disabled={guessed.length === 0}
                  onChange={(event) => setChoices(allTicked(choices, event.currentTarget.checked))}
                />
              </th>
              <th scope="col">Contract</th>
              <th scope="col">Supplier</th>
              <th scope="col">Value</th>
              <th scope="col">Serves</th>
            </tr>
          </thead>
          <tbody>
            {contracts.map((contract) => (
              <Row
                key={contract.id}
                contract={contract}
                choice={choices.get(contract.id) ?? { ticked: false }}
                onChoice={(next) => change(contract.id, next)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className={css.row}>
        <Button
          disabled={chosen.length === 0}
          loading={link.isPending}
          onClick={() => link.mutate()}
        >
          Link {count(chosen.length, 'contract')}
        </Button>
        <span className={css.quiet}>
          One change, which can be undone. New links count as assumed.
        </span>
      </div>
    </>
  );
}

interface RowProps {
  readonly contract: Contract;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

function Row({ contract, choice, onChoice }: RowProps) {
  const name = contract.title ?? contract.id;
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={`Link ${name}`}
          checked={choice.ticked}
          disabled={!choice.to}
          onChange={(event) => onChoice({ ...choice, ticked: event.currentTarget.checked })}
        />
      </td>
      <td>
        {name}
        {contract.buyer && <span className={css.quiet}> for {contract.buyer}</span>}
        <span className={css.quiet}> {contractEnd(contract)}</span>
      </td>
      <td>{contract.supplier.name}</td>
      <td className={css.short}>{worth(contract)}</td>
      <td>
        <Target contract={contract} choice={choice} onChoice={onChoice} />
      </td>
    </tr>
  );
}

function worth({ value, currency, valueBasis }: Contract): string {
  if (value === undefined) return 'not known';
  const amount = `${value.toLocaleString('en-GB')} ${currency ?? ''}`.trim();
  return valueBasis === 'annual' ? `${amount} a year` : amount;
}
