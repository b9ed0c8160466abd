/**
 * Links that are changed along with the item of a form: which alternatives they belong to, and
 * what part of the whole they carry. Parts must sum to 100 %, so they are saved together or not at all.
 */
import type { Dependency } from '@msp-impact/contract';
import { showPercent } from './draft-parts.ts';
import { pointer } from './pointer.ts';
import { compact, numberOf, type Report, SHARE } from './read.ts';

/** What was typed over a link's own values, by the link's id; absent = left as it is. */
export type MemberDrafts = Readonly<Record<string, MemberDraft>>;

export interface MemberDraft {
  readonly group?: string;
  readonly weight?: string;
}

/** A change of one link; null empties the field. */
export interface MemberChange {
  readonly id: string;
  readonly group?: string | null;
  readonly weight?: number | null;
}

export const memberPlace = (id: string) => `/members${pointer(id)}`;

/** What the form shows for a link. */
export function shownMember(link: Dependency, drafts: MemberDrafts): Required<MemberDraft> {
  const draft = Object.hasOwn(drafts, link.id) ? drafts[link.id] : undefined;
  return {
    group: draft?.group ?? link.group ?? '',
    weight: draft?.weight ?? showPercent(link.weight),
  };
}

export function readMembers(drafts: MemberDrafts, report: Report): MemberChange[] {
  return Object.entries(drafts).map(([id, { group, weight }]) =>
    compact<MemberChange>({
      id,
      group: group === undefined ? undefined : group || null,
      weight:
        weight === undefined
          ? undefined
          : (numberOf(weight, SHARE, memberPlace(id), report) ?? null),
    }),
  );
}

/** The link with the change applied; a link on its own carries no part. */
export function changeMember(link: Dependency, change: MemberChange): Dependency {
  const { group: _group, weight: _weight, ...rest } = link;
  const group = change.group === undefined ? link.group : (change.group ?? undefined);
  const weight = change.weight === undefined ? link.weight : (change.weight ?? undefined);
  return compact<Dependency>({ ...rest, group, weight: group === undefined ? undefined : weight });
}

/** Sum of the parts in percent, over those that are given; NaN when one of them is no number. */
export function sumOfParts(weights: readonly string[]): number {
  const given = weights.filter((text) => text.trim() !== '');
  const sum = given.reduce(
    (total, text) => total + (numberOf(text, SHARE, '', () => {}) ?? Number.NaN),
    0,
  );
  return Math.round(sum * 1e8) / 1e6;
}
