import type { ConcentrationChoices, Contract } from '@msp-impact/contract';
import { type ReactNode, useMemo } from 'react';
import { EVERY_ROW, useConcentration, useContracts, useWhatIf } from '../../api/reliance.ts';
import controls from '../../ui/controls.module.css';
import { toCsv } from '../../ui/csv.ts';
import { saveFile } from '../../ui/download.ts';
import { ScreenFoot, ScreenTop, Words } from '../../ui/Screen.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { type Award, MOST_AWARDS } from '../../url/award.ts';
import { formatReliance, type RelianceView } from '../../url/reliance.ts';
import { scopeRequest } from '../../url/reliance-request.ts';
import type { ChangeReliance } from '../../url/use-reliance.ts';
import { AwardTable } from './AwardTable.tsx';
import { awardSentence, changeOf, OUTCOME_ROWS } from './outcome-rows.ts';
import { whatIfRequest } from './request.ts';
import { Saved } from './Saved.tsx';
import { SaveForm } from './SaveForm.tsx';
import type { Known } from './StepWords.tsx';
import s from './whatif.module.css';

interface AwardsProps {
  readonly view: RelianceView;
  readonly change: ChangeReliance;
  readonly choices: ConcentrationChoices | undefined;
  readonly hrefOf: (id: string) => string;
  /** By what is counted, as words of the question. */
  readonly scope: ReactNode;
  readonly bar: ReactNode;
}

/** Up to four alternatives beside doing nothing; nothing of it is stored but in the address. */
export function Awards(props: AwardsProps) {
  const { view, change, choices } = props;
  const { awards } = view;
  const scope = scopeRequest(view, choices);
  // New contracts are worth something in the money that is counted, or they would count for nothing.
  const counted = useConcentration(choices && { ...scope, limit: 1 });
  const { currency = scope.currency, basis } = counted.data ?? {};
  const ready = choices !== undefined && (counted.data !== undefined || counted.isError);
  const request = ready ? whatIfRequest(awards, scope, { currency, basis }) : undefined;
  const asked = useWhatIf(request);
  const listed = useContracts(true);
  const contracts = listed.data?.contracts ?? NONE;
  const known = useKnown(contracts, currency);
  const outcomes = request && !asked.error ? asked.data?.outcomes : undefined;
  const set = (next: readonly Award[]) => change((old) => ({ ...old, awards: next }));
  const add = () => set([...awards, { name: '', steps: [] }]);
  return (
    <>
      <ScreenTop
        question={
          <>
            <Words>What if we award to someone else, counted by</Words>
            {props.scope}
          </>
        }
        answer={sentence(request !== undefined, outcomes, asked.error)}
        late={asked.isFetching}
      />
      {props.bar}
      <div className={s.pad}>
        {asked.error ? (
          <ErrorState
            error={asked.error}
            title="Not compared. Nothing here means better."
            onRetry={() => void asked.refetch()}
          />
        ) : null}
        {awards.length === 0 ? (
          <Start onStart={add} />
        ) : (
          <AwardTable
            awards={awards}
            outcomes={outcomes}
            contracts={contracts}
            known={known}
            hrefOf={props.hrefOf}
            onChange={set}
          />
        )}
        <div className={s.actions}>
          {awards.length > 0 && awards.length < MOST_AWARDS && (
            <button type="button" className={controls.add} onClick={add}>
              + Another alternative
            </button>
          )}
          {request && outcomes && (
            <SaveForm request={request} address={`?${formatReliance(view)}`} />
          )}
        </div>
        {outcomes && (
          <ScreenFoot
            rows={OUTCOME_ROWS.length}
            note="Nothing of this is stored unless you save it. The link in “Copy link” holds all of it."
            onCsv={() => saveFile('what-if.csv', csvOf(outcomes), 'text/csv')}
          />
        )}
        <Saved />
      </div>
    </>
  );
}

/** All who hold a contract, by name. */
const HOLDERS = { share: 'count', limit: EVERY_ROW } as const;

function useKnown(contracts: readonly Contract[], currency: string | undefined): Known {
  const holders = useConcentration(HOLDERS).data?.shares;
  return useMemo(() => {
    const byId = new Map(contracts.map((one) => [one.id, one]));
    const names = new Map(holders?.map((one) => [one.id, one.name]));
    return {
      contractOf: (id) => byId.get(id),
      supplierOf: ({ supplier }) => names.get(supplier) ?? supplier,
      currency,
    };
  }, [contracts, holders, currency]);
}

const NONE: readonly Contract[] = [];
type Outcomes = NonNullable<ReturnType<typeof useWhatIf>['data']>['outcomes'];

function sentence(asks: boolean, outcomes: Outcomes | undefined, error: unknown): string {
  if (error) return 'Not compared.';
  if (!asks) return 'Say what would change, and see it beside doing nothing.';
  return outcomes ? awardSentence(outcomes) : 'Working it out …';
}

function Start({ onStart }: { readonly onStart: () => void }) {
  return (
    <EmptyState title="Compare up to four alternatives with doing nothing.">
      <p>
        For each, say what would change: a contract goes to another supplier or ends, a new one is
        made, two suppliers become one, one buys another. You see how concentrated it would be, who
        would be hit, and which services one supplier alone could stop.
      </p>
      <div className={s.start}>
        <button type="button" className={`${controls.primary} ${controls.tall}`} onClick={onStart}>
          First alternative
        </button>
      </div>
    </EmptyState>
  );
}

function csvOf(outcomes: Outcomes): string {
  const [nothing] = outcomes;
  const header = ['', ...outcomes.map((one) => one.name)];
  return toCsv(
    header,
    OUTCOME_ROWS.map((row) => [
      row.title,
      ...outcomes.map((one) => {
        if (one.faults) return one.faults.map((fault) => fault.reason).join('; ');
        const change = nothing && changeOf(row, nothing, one);
        const words = row.words(one) ?? 'not known';
        return `${words}${change ? ` (${change.words})` : ''}`.replaceAll('\u00a0', ' ');
      }),
    ]),
  );
}
