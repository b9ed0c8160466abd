/** How much of what the answers about reliance need is on record. */
import type {
  Contract,
  GraphCounts,
  ReplaceMatrixAnswer,
  SingleSourceAnswer,
} from '@msp-impact/contract';

export interface Coverage {
  readonly of: string;
  /** Known, and all. */
  readonly known: number;
  readonly all: number;
  /** What the answers cannot say without it. */
  readonly without: string;
}

interface OnRecord {
  /** The contracts that were fetched. */
  readonly contracts: readonly Contract[] | undefined;
  readonly services: SingleSourceAnswer | undefined;
  readonly servicesWithPeople: number | undefined;
  readonly matrix: ReplaceMatrixAnswer | undefined;
  readonly counts: GraphCounts | undefined;
}

/** Only what was answered already; a sort of thing that is not on record at all has no row. */
export function coverageOf(on: OnRecord): Coverage[] {
  return [...ofContracts(on.contracts ?? []), ...ofOthers(on)].filter((one) => one.all > 0);
}

const has = (contracts: readonly Contract[], test: (one: Contract) => boolean) =>
  contracts.filter(test).length;
const worth = (one: Contract) => one.value !== undefined && one.currency !== undefined;
const linked = (one: Contract) => (one.dependencies?.length ?? 0) > 0;

function ofContracts(contracts: readonly Contract[]): Coverage[] {
  const all = contracts.length;
  return [
    {
      of: 'Contracts with a value and its currency',
      known: has(contracts, worth),
      all,
      without: 'in no share of value',
    },
    {
      of: 'Contracts with an end',
      known: has(contracts, (one) => one.end !== undefined),
      all,
      without: 'no day to decide',
    },
    {
      of: 'Contracts with a notice period',
      known: has(contracts, (one) => one.noticeDays !== undefined),
      all,
      without: 'counted as 0 days',
    },
    {
      of: 'Contracts linked to what they cover',
      known: has(contracts, linked),
      all,
      without: 'who is hit cannot be told',
    },
  ];
}

function ofOthers({ services, servicesWithPeople, matrix, counts }: OnRecord): Coverage[] {
  const all = services?.services ?? 0;
  const unsaid = matrix?.counts['not-known'] ?? 0;
  return [
    {
      of: 'Services with a supplier',
      known: all - (services?.notKnown ?? 0),
      all,
      without: 'not known, never safe',
    },
    {
      of: 'Services that say how many people they serve',
      known: servicesWithPeople ?? 0,
      all,
      without: 'in no share of people',
    },
    {
      of: 'Suppliers that others rely on, with how hard to replace',
      known: (matrix?.total ?? 0) - unsaid,
      all: matrix?.total ?? 0,
      without: 'no place in the matrix',
    },
    {
      of: 'Links that rest on a source',
      known: (counts?.links ?? 0) - (counts?.assumedLinks ?? 0),
      all: counts?.links ?? 0,
      without: 'assumed',
    },
  ];
}

const LACKS = ['value', 'end', 'notice period', 'what it covers'] as const;
export type Lack = (typeof LACKS)[number];

/** What a contract does not say, in the order in which it matters. */
export function lacksOf(contract: Contract): Lack[] {
  const lacks: Record<Lack, boolean> = {
    value: !worth(contract),
    end: contract.end === undefined,
    'notice period': contract.noticeDays === undefined,
    'what it covers': !linked(contract),
  };
  return LACKS.filter((one) => lacks[one]);
}

/** Contracts that lack something: those worth most first, then those that lack most. */
export function workList(contracts: readonly Contract[]): Contract[] {
  return contracts
    .filter((one) => lacksOf(one).length > 0)
    .sort(
      (a, b) =>
        (b.value ?? 0) - (a.value ?? 0) ||
        lacksOf(b).length - lacksOf(a).length ||
        (a.id < b.id ? -1 : 1),
    );
}

const ASKS: Readonly<Record<Lack, string>> = {
  value: 'What is it worth, in which currency, over the whole term or a year?',
  end: 'When does it end, and how long could it be extended at most?',
  'notice period': 'How many days before must notice be given?',
  'what it covers': 'Which systems and services does it cover?',
};

/** A text to send to whoever holds the contract. */
export function askingText(contract: Contract, supplier: string): string {
  const title = contract.title ?? contract.id;
  const asks = lacksOf(contract).map((lack) => `- ${ASKS[lack]}`);
  return [`About the contract “${title}” with ${supplier}, we do not know yet:`, ...asks].join(
    '\n',
  );
}

export function gapSentence(contracts: readonly Contract[], total: number): string {
  if (total === 0) return 'No contract is on record: on whom we rely by contract is not known.';
  const missing = (lack: Lack) => contracts.filter((one) => lacksOf(one).includes(lack)).length;
  const [end, value, cover] = [missing('end'), missing('value'), missing('what it covers')];
  if (end + value + cover === 0)
    return `All ${total} contracts say what they are worth, when they end and what they cover.`;
  return `Of ${total.toLocaleString('en-GB')} contracts, ${end} do not say when they end, ${value} what they are worth, ${cover} what they cover.`;
}
