import type { Dependency } from '@msp-impact/contract';
import {
  type MemberDraft,
  type MemberDrafts,
  memberPlace,
  shownMember,
  sumOfParts,
} from './draft/member-draft.ts';
import css from './edit.module.css';
import { ChoiceField, TextField } from './fields.tsx';

interface MembersProps {
  readonly links: readonly Dependency[];
  readonly nameOf: (id: string) => string;
  readonly drafts: MemberDrafts;
  readonly onChange: (drafts: MemberDrafts) => void;
  /** Sets that a link can belong to; absent = it stays where it is. */
  readonly groups?: readonly string[];
  /** Sets whose links carry a part of the whole. */
  readonly shared: ReadonlySet<string>;
}

/** The links into one entry: which set of alternatives each belongs to, and which part it carries. */
export function Members({ links, nameOf, drafts, onChange, groups, shared }: MembersProps) {
  if (links.length === 0) return null;
  const set = (id: string, patch: MemberDraft) =>
    onChange({ ...drafts, [id]: { ...(Object.hasOwn(drafts, id) ? drafts[id] : {}), ...patch } });
  const choices = ['', ...(groups ?? [])].map((value) => ({
    value,
    label: value || 'needed on its own',
  }));
  return (
    <ul className={css.members}>
      {links.map((link) => {
        const { group, weight } = shownMember(link, drafts);
        const known = choices.some((choice) => choice.value === group);
        return (
          <li key={link.id} className={css.member}>
            <span>{nameOf(link.from)}</span>
            {groups && (
              <ChoiceField
                place={`${memberPlace(link.id)}/group`}
                label={`Set of ${nameOf(link.from)}`}
                hideLabel
                value={group}
                choices={known ? choices : [...choices, { value: group, label: group }]}
                // Only sets whose links carry parts have parts.
                onChange={(next) =>
                  set(link.id, shared.has(next) ? { group: next } : { group: next, weight: '' })
                }
              />
            )}
            {shared.has(group) && (
              <TextField
                place={memberPlace(link.id)}
                label={`Part of ${nameOf(link.from)}, %`}
                hideLabel
                unit="%"
                numeric
                value={weight}
                onChange={(next) => set(link.id, { weight: next })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** "Parts sum to 95 %; they must sum to 100 %, or all be empty." */
export function PartsSum({ weights }: { readonly weights: readonly string[] }) {
  if (weights.every((text) => text.trim() === '')) {
    return <p className={css.quiet}>No parts recorded: each counts the same, shown as assumed.</p>;
  }
  const sum = sumOfParts(weights);
  const fits = Math.abs(sum - 100) < 1e-4;
  return (
    <p className={fits ? css.quiet : css.danger} aria-live="polite">
      {Number.isNaN(sum) ? 'One of the parts is no number.' : `The parts sum to ${sum}\u00a0%.`}
      {!fits && ' They must sum to 100\u00a0%, or all be empty.'}
    </p>
  );
}
