/** Contractual arrangements: contracts of one reference, which several providers may have signed. */
import type { Contract } from '@msp-impact/contract';
import { attribute, type Cells, codeIn } from './cells.ts';
import type { RegisterGraph } from './register.ts';

export interface Arrangement {
  readonly ref: string;
  readonly contracts: readonly Contract[];
}

export function arrangementsOf({ contracts }: RegisterGraph): Arrangement[] {
  const byRef = new Map<string, Contract[]>();
  for (const contract of contracts) {
    const ref = referenceOf(contract);
    const list = byRef.get(ref);
    if (list) list.push(contract);
    else byRef.set(ref, [contract]);
  }
  return [...byRef].map(([ref, list]) => ({ ref, contracts: list }));
}

/** As it stood in the register that a contract came from. */
function referenceOf({ id, supplier }: Contract): string {
  if (!id.startsWith('dora:')) return id;
  const ref = id.slice('dora:'.length);
  return ref.endsWith(`/${supplier}`) ? ref.slice(0, -supplier.length - 1) : ref;
}

/** Only what is stated as an annual amount: a total over years is no expense of a year. */
export function annualOf(
  contracts: readonly Contract[],
): { value: number; currency: string } | undefined {
  const amounts = contracts.filter((one) => one.valueBasis === 'annual' && one.value !== undefined);
  const currencies = new Set(amounts.map((one) => one.currency));
  const [currency] = currencies;
  if (currencies.size !== 1 || currency === undefined) return undefined;
  const sum = amounts.reduce((total, one) => total + (one.value ?? 0), 0);
  // Parts of an amount that was split add up to it again.
  return { value: Number(sum.toPrecision(15)), currency };
}

export function arrangementRow({ ref, contracts }: Arrangement): Cells {
  const [first] = contracts;
  const amount = annualOf(contracts);
  // An amount of 0 or less, or in no currency, is no value of the graph and kept as it was written.
  const [, written, unit] =
    /^(.*?)(?: ([A-Z]{3}))?$/.exec(attribute(first, 'annual expense') ?? '') ?? [];
  const currency = amount?.currency ?? first?.currency ?? unit ?? attribute(first, 'currency');
  return {
    contract: ref,
    'type of arrangement': codeIn('CO', attribute(first, 'type of arrangement')),
    'overarching arrangement': attribute(first, 'overarching arrangement'),
    currency: codeIn('CU', currency),
    'annual expense': amount?.value ?? written,
  };
}
