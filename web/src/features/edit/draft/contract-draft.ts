/** A contract as its form holds it; every field of Contract goes in and out. */
import type { Contract } from '@msp-impact/contract';
import { type PairDraft, showNumber } from './draft-parts.ts';
import { type EvidenceDraft, readEvidence, showEvidence } from './evidence-draft.ts';
import { readWayOut, showOthers, showWayOut, type WayOutDraft, withKnown } from './known-draft.ts';
import * as read from './read.ts';
import type { Read } from './read-item.ts';

export interface ContractDraft {
  readonly id: string;
  readonly title: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly dependencies: readonly string[];
  readonly value: string;
  readonly valueBasis: 'total' | 'annual' | '';
  readonly currency: string;
  readonly signed: string;
  readonly start: string;
  readonly end: string;
  readonly maxEnd: string;
  readonly noticeDays: string;
  readonly framework: string;
  readonly category: string;
  readonly wayOut: WayOutDraft;
  readonly attributes: readonly PairDraft[];
  readonly evidence: readonly EvidenceDraft[];
}

export const emptyContract = (supplier: string): ContractDraft =>
  showContract({ id: '', supplier });

export function showContract(contract: Contract): ContractDraft {
  const wayOut = showWayOut(contract.attributes);
  return {
    id: contract.id,
    title: contract.title ?? '',
    supplier: contract.supplier,
    buyer: contract.buyer ?? '',
    dependencies: contract.dependencies ?? [],
    value: showNumber(contract.value),
    valueBasis: contract.valueBasis ?? '',
    currency: contract.currency ?? '',
    signed: contract.signed ?? '',
    start: contract.start ?? '',
    end: contract.end ?? '',
    maxEnd: contract.maxEnd ?? '',
    noticeDays: showNumber(contract.noticeDays),
    framework: contract.framework ?? '',
    category: contract.category ?? '',
    wayOut,
    attributes: showOthers(contract.attributes, wayOut.exit, wayOut.alternatives),
    evidence: showEvidence(contract.evidence),
  };
}

function readCurrency(text: string, report: read.Report): string | undefined {
  if (text !== '' && !/^[A-Z]{3}$/.test(text)) {
    report('/currency', text, 'Three capital letters, such as GBP');
  }
  return read.textOf(text);
}

function readDays(draft: ContractDraft, report: read.Report) {
  const day = (field: 'signed' | 'start' | 'end' | 'maxEnd') =>
    read.dayOf(draft[field], `/${field}`, report);
  return { signed: day('signed'), start: day('start'), end: day('end'), maxEnd: day('maxEnd') };
}

/** The item, and what is wrong with it; it may be sent only when nothing is. */
export function readContract(draft: ContractDraft): Read<Contract> {
  const { faults, report } = read.faultList();
  if (draft.supplier === '') report('/supplier', '', 'Choose the supplier');
  const item = read.compact<Contract>({
    id: read.requiredId(draft.id, 'link', '/id', report),
    title: read.textOf(draft.title),
    supplier: draft.supplier,
    buyer: read.textOf(draft.buyer),
    dependencies: read.idsOf(draft.dependencies, 'link', '/dependencies', report),
    value: read.numberOf(draft.value, { min: 0 }, '/value', report),
    valueBasis: draft.valueBasis || undefined,
    currency: readCurrency(draft.currency, report),
    ...readDays(draft, report),
    noticeDays: read.numberOf(draft.noticeDays, { min: 0 }, '/noticeDays', report),
    framework: read.textOf(draft.framework),
    category: read.textOf(draft.category),
    attributes: withKnown(
      read.pairsOf(draft.attributes, '/attributes', report),
      readWayOut(draft.wayOut, report),
    ),
    evidence: readEvidence(draft.evidence, report),
  });
  return { item, faults, members: [] };
}
