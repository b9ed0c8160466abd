/** When a set of alternatives is renamed, removed or counts otherwise, its links follow. */
import type { Dependency } from '@msp-impact/contract';
import { type MemberDraft, type MemberDrafts, shownMember } from './member-draft.ts';
import type { GroupDraft } from './node-parts.ts';

/** What a link becomes; undefined = it stays as it is. */
function follow(
  shown: Required<MemberDraft>,
  before: GroupDraft,
  after: GroupDraft | undefined,
): MemberDraft | undefined {
  if (before.name === '' || shown.group !== before.name) return undefined;
  // While a name is empty for a moment, between two names, nothing moves.
  const group = after ? after.name || before.name : '';
  const keepsPart = after?.rule === 'share' || shown.weight === '';
  if (group === shown.group && keepsPart) return undefined;
  return keepsPart ? { group } : { group, weight: '' };
}

/** What is typed over the links once the sets have changed from `before` to `after`. */
export function followGroups(
  before: readonly GroupDraft[],
  after: readonly GroupDraft[],
  links: readonly Dependency[],
  members: MemberDrafts,
): MemberDrafts {
  const next: Record<string, MemberDraft> = { ...members };
  for (const row of before) {
    const now = after.find(({ rowKey }) => rowKey === row.rowKey);
    for (const link of links) {
      const change = follow(shownMember(link, members), row, now);
      if (change) next[link.id] = { ...next[link.id], ...change };
    }
  }
  return next;
}
