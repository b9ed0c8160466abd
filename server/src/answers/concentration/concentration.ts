/** How concentrated: the answer of the API and the answer of the command line, from one count. */
import type {
  ConcentrationAnswer,
  ConcentrationFigures,
  ConcentrationQuery,
  ConcentrationRequest,
  Threshold,
} from '@msp-impact/contract';
import {
  type Figures,
  figures,
  hhiRange,
  largestFirst,
  rollUp,
  type Tally,
  tally,
} from '@msp-impact/engine';
import type { Answer } from '../ask.ts';
import { type Amounts, amountsOf } from './amounts.ts';
import { type Owners, ownersOn, restsOnAssumed } from './owners.ts';
import type { Register } from './register.ts';

const DEFAULT_LIMIT = 500;

/** What is counted, and what comes of it. Positions in the tally are node rows. */
export interface Counted {
  readonly register: Register;
  readonly request: ConcentrationRequest;
  readonly amounts: Amounts;
  readonly tally: Tally;
  /** Where shares are rolled up. */
  readonly owners?: Owners;
  readonly figures: Figures;
}

export function count(register: Register, request: ConcentrationRequest): Answer<Counted> {
  const amounts = amountsOf(register, request);
  if (!amounts.ok) return amounts;
  const { nodeCount } = register.snapshot.input;
  const direct = tally(amounts.value.holder, amounts.value.amount, nodeCount);
  const owners = request.by === 'parent' ? ownersOn(register, request.at) : undefined;
  const held = owners ? rollUp(direct, owners.top) : direct;
  return {
    ok: true,
    value: {
      register,
      request,
      amounts: amounts.value,
      tally: held,
      ...(owners ? { owners } : {}),
      figures: figures(held.amount),
    },
  };
}

export function figuresOf(counted: Counted): ConcentrationFigures {
  const { tally: held, figures: found } = counted;
  const unknown = held.unknown.reduce((sum, one) => sum + one, 0);
  const { total, holders } = found;
  const assumed = ownersAssumed(counted);
  const base = {
    total,
    suppliers: holders,
    unknown,
    ...(assumed > 0 ? { ownersAssumed: assumed } : {}),
  };
  if (holders === 0) return base;
  const range = unknown > 0 ? hhiRange(held) : undefined;
  return {
    hhi: found.hhi,
    ...(range ? { range: { low: range.low, high: range.high }, unknownUpTo: held.largest } : {}),
    effective: found.effective,
    cr4: found.cr4,
    ...base,
  };
}

/** Suppliers with a contract in scope whose owner on the day asked for nobody recorded. */
function ownersAssumed({ owners, amounts }: Counted): number {
  if (!owners?.assumed) return 0;
  const holders = new Set(amounts.holder);
  return [...holders].filter((row) => row >= 0 && restsOnAssumed(owners, row)).length;
}

export function concentrationAnswer(
  register: Register,
  { concentrated, highly, limit = DEFAULT_LIMIT, ...request }: ConcentrationQuery,
): Answer<ConcentrationAnswer> {
  const counted = count(register, request);
  if (!counted.ok) return counted;
  const { amounts, tally: held } = counted.value;
  const found = figuresOf(counted.value);
  const rows = largestFirst(held.amount);
  const thresholds = thresholdsOf(concentrated, highly);
  const band = thresholds.findLast(({ from }) => (found.hhi ?? -1) >= from);
  return {
    ok: true,
    value: {
      revision: register.snapshot.revision,
      share: request.share ?? 'value',
      by: request.by ?? 'supplier',
      ...(request.within === undefined ? {} : { within: request.within }),
      ...(amounts.currency ? { currency: amounts.currency } : {}),
      ...(amounts.basis ? { basis: amounts.basis } : {}),
      currencies: [...amounts.currencies],
      bases: [...amounts.bases],
      ...found,
      shares: Array.from(rows.subarray(0, limit), (row) => shareRow(counted.value, row)),
      more: Math.max(0, rows.length - limit),
      notKnown: notKnown(counted.value),
      leftOut: [...amounts.leftOut],
      thresholds,
      ...(band ? { band: band.word } : {}),
    },
  };
}

function shareRow(counted: Counted, row: number) {
  const { tally: held, figures: found } = counted;
  const amount = held.amount[row] as number;
  const share = amount / found.total;
  const unknown = held.unknown[row] as number;
  return { ...named(counted, row), share, amount, hhi: share * share * 10_000, unknown };
}

function named({ register }: Counted, row: number) {
  const { id, name } = register.snapshot.columns.nodes;
  return { id: id[row] as string, name: name[row] as string };
}

function notKnown(counted: Counted): ConcentrationAnswer['notKnown'] {
  const { amount, unknown } = counted.tally;
  const rows: ConcentrationAnswer['notKnown'] = [];
  for (let row = 0; row < amount.length && rows.length < DEFAULT_LIMIT; row++) {
    const missing = unknown[row] as number;
    if (missing > 0 && amount[row] === 0) rows.push({ ...named(counted, row), unknown: missing });
  }
  return rows;
}

const GUIDELINES = 'UK OFT and Competition Commission, Merger Assessment Guidelines (2010), 5.3.5';
const YOURS = 'set by you';

function thresholdsOf(concentrated?: number, highly?: number): Threshold[] {
  const of = (from: number | undefined, standard: number, word: string): Threshold => ({
    from: from ?? standard,
    word,
    source: from === undefined ? GUIDELINES : YOURS,
    regulator: { from: standard, source: GUIDELINES },
  });
  return [of(concentrated, 1000, 'concentrated'), of(highly, 2000, 'highly concentrated')];
}

/** `concentration --json`: the shape is a public contract. With nothing known all numbers are 0. */
export interface CliConcentration {
  hhi: number;
  effective: number;
  cr4: number;
  total: number;
  shares: { id: string; name: string; share: number; amount: number }[];
}

const NOTHING = { hhi: 0, effective: 0, cr4: 0 };

export function cliConcentration(counted: Counted): CliConcentration {
  const { total, holders } = counted.figures;
  const { hhi, effective, cr4 } = holders > 0 ? counted.figures : NOTHING;
  const shares = Array.from(largestFirst(counted.tally.amount), (row) => {
    const amount = counted.tally.amount[row] as number;
    return { ...named(counted, row), share: amount / total, amount };
  });
  return { hhi, effective, cr4, total, shares };
}
