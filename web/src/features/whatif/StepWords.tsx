import type { Contract } from '@msp-impact/contract';
import { useName } from '../../api/reliance.ts';
import { moneyExact } from '../../ui/reliance-words.ts';
import { contractEnd } from '../../ui/words.ts';
import type { Step, Winner } from '../../url/award.ts';

/** Names for the ids that a step holds. */
export interface Known {
  readonly contractOf: (id: string) => Contract | undefined;
  readonly supplierOf: (contract: Contract) => string;
  /** Of new values. */
  readonly currency: string | undefined;
}

/** One step as a sentence. */
export function StepWords({ step, known }: { readonly step: Step; readonly known: Known }) {
  if (step.do === 'remove') {
    return (
      <>
        <b>{titleOf(step.contract, known)}</b> ends
      </>
    );
  }
  if (step.do === 'move') {
    return (
      <>
        <b>{titleOf(step.contract, known)}</b> goes to <WinnerName of={step.to} />
      </>
    );
  }
  if (step.do === 'add') {
    return (
      <>
        <WinnerName of={step.to} /> gets a new contract
        {step.value !== undefined &&
          known.currency !== undefined &&
          ` of ${moneyExact(step.value, known.currency)}`}
        {step.supplies !== undefined && (
          <>
            {' '}
            that <Name id={step.supplies} /> relies on
          </>
        )}
      </>
    );
  }
  if (step.do === 'merge') {
    return (
      <>
        <Name id={step.first} /> and <Name id={step.other} /> become one
      </>
    );
  }
  return (
    <>
      <Name id={step.by} /> buys <Name id={step.supplier} />
    </>
  );
}

/** Moving what has ended changes nothing in the world: say it. */
function titleOf(id: string, { contractOf }: Known): string {
  const contract = contractOf(id);
  const end = contract ? contractEnd(contract) : '';
  return `${contract?.title ?? id}${end.startsWith('ended') ? ` (${end})` : ''}`;
}

function Name({ id }: { readonly id: string }) {
  return <b>{useName(id)}</b>;
}

function WinnerName({ of }: { readonly of: Winner }) {
  return of.name === undefined ? (
    <Name id={of.id} />
  ) : (
    <>
      <b>{of.name}</b> (new)
    </>
  );
}
