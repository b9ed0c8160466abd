/** "To relies on from", as its form holds it; every field of Dependency goes in and out. */
import type { Dependency, Substitutability } from '@msp-impact/contract';
import {
  type AmountDraft,
  type PairDraft,
  showHours,
  showPercent,
  showShare,
} from './draft-parts.ts';
import { type EvidenceDraft, readEvidence, showEvidence } from './evidence-draft.ts';
import { readWayOut, showOthers, showWayOut, type WayOutDraft, withKnown } from './known-draft.ts';
import { type MemberDrafts, readMembers } from './member-draft.ts';
import * as read from './read.ts';
import type { Read } from './read-item.ts';

export interface LinkDraft {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly group: string;
  readonly strength: AmountDraft;
  readonly weight: string;
  readonly bufferHours: AmountDraft;
  readonly substitutability: Substitutability | '';
  readonly wayOut: WayOutDraft;
  readonly attributes: readonly PairDraft[];
  readonly evidence: readonly EvidenceDraft[];
  /** Links that are saved along with it. */
  readonly members: MemberDrafts;
}

export function emptyLink(ends: { readonly from?: string; readonly to?: string }): LinkDraft {
  return showLink({ id: '', from: ends.from ?? '', to: ends.to ?? '' });
}

export function showLink(link: Dependency): LinkDraft {
  const wayOut = showWayOut(link.attributes);
  return {
    id: link.id,
    from: link.from,
    to: link.to,
    group: link.group ?? '',
    strength: showShare(link.strength),
    weight: showPercent(link.weight),
    bufferHours: showHours(link.bufferHours),
    substitutability: link.substitutability ?? '',
    wayOut,
    attributes: showOthers(link.attributes, wayOut.exit, wayOut.alternatives),
    evidence: showEvidence(link.evidence),
    members: {},
  };
}

function checkEnds(draft: LinkDraft, report: read.Report): void {
  if (draft.from === '') report('/from', '', 'Choose what supplies it');
  if (draft.to === '') report('/to', '', 'Choose what relies on it');
  if (draft.from !== '' && draft.from === draft.to) {
    report('/to', draft.to, 'Nothing can rely on itself');
  }
}

/** The item, and what is wrong with it; it may be sent only when nothing is. */
export function readLink(draft: LinkDraft): Read<Dependency> {
  const { faults, report } = read.faultList();
  checkEnds(draft, report);
  const item = read.compact<Dependency>({
    id: read.requiredId(draft.id || `${draft.from}->${draft.to}`, 'link', '/id', report),
    from: draft.from,
    to: draft.to,
    group: read.idOf(draft.group, '/group', report),
    strength: read.amountOf(draft.strength, read.SHARE, '/strength', report),
    weight: read.numberOf(draft.weight, read.SHARE, '/weight', report),
    bufferHours: read.amountOf(draft.bufferHours, read.HOURS, '/bufferHours', report),
    substitutability: draft.substitutability || undefined,
    attributes: withKnown(
      read.pairsOf(draft.attributes, '/attributes', report),
      readWayOut(draft.wayOut, report),
    ),
    evidence: readEvidence(draft.evidence, report),
  });
  return { item, faults, members: readMembers(draft.members, report) };
}
