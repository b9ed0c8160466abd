/** Suppliers and contracts from the notices that count. */
import type { Evidence } from '@msp-impact/contract';
import type { PlainCandidate } from '../format.ts';
import { sourceId } from '../source-id.ts';
import type { Deal } from './deal.ts';
import type { Notice } from './notice.ts';
import type { Party } from './party.ts';

/** A contract of such a file says all of these; what it does not say is not known any more. */
const SPEAKS_FOR = [
  'title',
  'buyer',
  'value',
  'valueBasis',
  'currency',
  'signed',
  'start',
  'end',
  'maxEnd',
  'framework',
  'category',
];

export function supplierCandidates(notices: Iterable<Notice>): PlainCandidate[] {
  const newest = new Map<string, { party: Party; notice: Notice }>();
  for (const notice of notices) {
    for (const party of notice.parties) {
      const before = newest.get(party.id);
      if (!before || before.notice.time <= notice.time) newest.set(party.id, { party, notice });
    }
  }
  return [...newest.values()].map(({ party, notice }) => ({
    type: 'node' as const,
    fields: {
      id: party.id,
      kind: 'supplier',
      name: party.name,
      ...(Object.keys(party.identifiers).length > 0 && { identifiers: party.identifiers }),
      ...(party.attributes && { attributes: party.attributes }),
      evidence: [evidenceOf(notice)],
    },
    file: notice.file,
    row: notice.row,
    columns: { id: 'awards.suppliers.id', name: 'awards.suppliers.name' },
    initially: ['kind', 'name'],
  }));
}

export function contractCandidates(notice: Notice): PlainCandidate[] {
  return notice.deals.flatMap((deal) =>
    deal.suppliers.map((supplier) => ({
      type: 'contract' as const,
      fields: contractOf(notice, deal, supplier),
      file: notice.file,
      row: notice.row,
      columns: { id: 'awards.id', supplier: 'awards.suppliers', value: 'awards.value.amount' },
      speaksFor: SPEAKS_FOR,
    })),
  );
}

function contractOf(notice: Notice, deal: Deal, supplier: string): Record<string, unknown> {
  const { known, parts, days, award } = deal;
  const id = `${notice.ocid}/${award}${parts > 1 ? `/${supplier}` : ''}`;
  const fields: Record<string, unknown> = {
    id: sourceId(id, 500),
    title: deal.title ?? notice.title,
    supplier,
    buyer: notice.buyer,
    ...(known && { value: known.value / parts, valueBasis: 'total', currency: known.currency }),
    ...days,
    framework: notice.framework,
    category: notice.category,
    attributes: { ...notice.attributes, ...deal.attributes, ...shareOf(deal) },
    evidence: [evidenceOf(notice)],
  };
  return Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined));
}

/** How a part of an amount came about. */
function shareOf({ known, parts }: Deal): Record<string, string> {
  if (parts < 2 || !known) return {};
  return { 'award.split': `${known.value} ${known.currency} among ${parts} suppliers, equally` };
}

function evidenceOf(notice: Notice): Evidence {
  const { url, package: pack, file, ocid, day } = notice;
  // The address of a package stands for a notice only where it holds no other.
  const address = url ?? (pack.releases === 1 ? pack.uri : undefined);
  return {
    claim: `From ${file}: notice ${ocid}`,
    ...(pack.publisher && { publisher: pack.publisher }),
    ...(address && { url: address }),
    ...(day && { date: day }),
    confidence: address ? 'stated' : 'assumed',
  };
}
