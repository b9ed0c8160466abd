/** A supplier, product, service or area as its form holds it; every field of GraphNode goes in and out. */
import type { GraphNode, Kind } from '@msp-impact/contract';
import {
  type AmountDraft,
  EMPTY_AMOUNT,
  type PairDraft,
  showHours,
  showNumber,
  showPairs,
  showPercent,
} from './draft-parts.ts';
import { type EvidenceDraft, readEvidence, showEvidence } from './evidence-draft.ts';
import {
  type OwnershipDraft,
  readOwners,
  showOthers,
  showOwnership,
  withKnown,
} from './known-draft.ts';
import { type MemberDrafts, readMembers } from './member-draft.ts';
import {
  type GroupDraft,
  readGroups,
  readWorkarounds,
  showGroups,
  showWorkarounds,
  type WorkaroundDraft,
} from './node-parts.ts';
import * as read from './read.ts';
import type { Read } from './read-item.ts';

export interface NodeDraft {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly parent: string;
  readonly zones: readonly string[];
  readonly population: string;
  readonly people: string;
  readonly ownerName: string;
  readonly ownerRole: string;
  readonly ownerContact: string;
  readonly priority: string;
  readonly rtoHours: string;
  readonly reviewed: string;
  readonly identifiers: readonly PairDraft[];
  readonly tags: readonly string[];
  /** Of suppliers. */
  readonly ownership: OwnershipDraft;
  readonly attributes: readonly PairDraft[];
  readonly downAt: string;
  readonly restartLagHours: AmountDraft;
  readonly toleranceLevel: string;
  readonly toleranceHours: string;
  readonly groups: readonly GroupDraft[];
  readonly workarounds: readonly WorkaroundDraft[];
  readonly evidence: readonly EvidenceDraft[];
  /** Links that are saved along with it. */
  readonly members: MemberDrafts;
}

export function emptyNode(kind: Kind): NodeDraft {
  return { ...showNode({ id: '', kind, name: '' }), restartLagHours: EMPTY_AMOUNT };
}

export function showNode(node: GraphNode): NodeDraft {
  // Of other things a column of that name means what it likes.
  const ownership = showOwnership(node.kind === 'supplier' ? node.attributes : undefined);
  return {
    id: node.id,
    kind: node.kind,
    name: node.name,
    parent: node.parent ?? '',
    zones: node.zones ?? [],
    population: showNumber(node.population),
    people: showNumber(node.people),
    ownerName: node.owner?.name ?? '',
    ownerRole: node.owner?.role ?? '',
    ownerContact: node.owner?.contact ?? '',
    priority: showNumber(node.priority),
    rtoHours: showNumber(node.rtoHours),
    reviewed: node.reviewed ?? '',
    identifiers: showPairs(node.identifiers),
    tags: node.tags ?? [],
    ownership,
    attributes: showOthers(node.attributes, ...(node.kind === 'supplier' ? [ownership] : [])),
    downAt: showPercent(node.downAt),
    restartLagHours: showHours(node.restartLagHours),
    toleranceLevel: showPercent(node.tolerance?.minimumLevel),
    toleranceHours: showNumber(node.tolerance?.maxHours),
    groups: showGroups(node.groups),
    workarounds: showWorkarounds(node.workarounds),
    evidence: showEvidence(node.evidence),
    members: {},
  };
}

function readOwner(draft: NodeDraft): GraphNode['owner'] {
  const owner = read.compact<NonNullable<GraphNode['owner']>>({
    name: read.textOf(draft.ownerName),
    role: read.textOf(draft.ownerRole),
    contact: read.textOf(draft.ownerContact),
  });
  return Object.keys(owner).length ? owner : undefined;
}

function readTolerance(draft: NodeDraft, report: read.Report): GraphNode['tolerance'] {
  const { toleranceLevel, toleranceHours } = draft;
  if (!toleranceLevel.trim() && !toleranceHours.trim()) return undefined;
  const level = '/tolerance/minimumLevel';
  const hours = '/tolerance/maxHours';
  if (!toleranceLevel.trim()) report(level, '', 'A limit needs the least share that must be left');
  if (!toleranceHours.trim()) report(hours, '', 'A limit needs the hours it may last');
  const minimumLevel = read.numberOf(toleranceLevel, read.SHARE, level, report);
  const maxHours = read.numberOf(toleranceHours, read.HOURS, hours, report);
  if (minimumLevel === undefined || maxHours === undefined) return undefined;
  return { minimumLevel, maxHours };
}

function readAttributes(draft: NodeDraft, report: read.Report): GraphNode['attributes'] {
  const others = read.pairsOf(draft.attributes, '/attributes', report);
  return withKnown(others, [readOwners(draft.ownership, draft.parent, report)]);
}

/** The item, and what is wrong with it; it may be sent only when nothing is. */
export function readNode(draft: NodeDraft): Read<GraphNode> {
  const { faults, report } = read.faultList();
  const item = read.compact<GraphNode>({
    id: read.requiredId(draft.id, 'node', '/id', report),
    kind: draft.kind,
    name: read.requiredText(draft.name, '/name', 'Give it a name', report),
    parent: read.idOf(draft.parent, '/parent', report),
    zones: read.idsOf(draft.zones, 'node', '/zones', report),
    population: read.numberOf(draft.population, { min: 0 }, '/population', report),
    people: read.numberOf(draft.people, { min: 0 }, '/people', report),
    owner: readOwner(draft),
    priority: read.numberOf(draft.priority, { whole: true, min: 1, max: 5 }, '/priority', report),
    rtoHours: read.numberOf(draft.rtoHours, read.HOURS, '/rtoHours', report),
    reviewed: read.dayOf(draft.reviewed, '/reviewed', report),
    identifiers: read.pairsOf(draft.identifiers, '/identifiers', report),
    tags: read.idsOf(draft.tags, 'node', '/tags', report),
    attributes: readAttributes(draft, report),
    downAt: read.numberOf(draft.downAt, read.SHARE, '/downAt', report),
    restartLagHours: read.amountOf(draft.restartLagHours, read.HOURS, '/restartLagHours', report),
    tolerance: readTolerance(draft, report),
    groups: readGroups(draft.groups, report),
    workarounds: readWorkarounds(draft.workarounds, report),
    evidence: readEvidence(draft.evidence, report),
  });
  return { item, faults, members: readMembers(draft.members, report) };
}
