import { RULES, type Rule } from '@msp-impact/contract/codes';
import { count } from '../../ui/words.ts';
import { followGroups } from './draft/follow.ts';
import { shownMember } from './draft/member-draft.ts';
import type { NodeDraft } from './draft/node-draft.ts';
import { emptyGroup, type GroupDraft, groupPlace } from './draft/node-parts.ts';
import css from './edit.module.css';
import { ChoiceField, TextField } from './fields.tsx';
import { Members, PartsSum } from './Members.tsx';
import { Rows } from './Rows.tsx';
import { type LinksInto, useLinksInto } from './use-links-into.ts';

const RULE_WORDS: Readonly<Record<Rule, string>> = {
  any: 'Any one of them is enough',
  atLeast: 'Needs some of them',
  all: 'Needs all of them',
  share: 'Each carries its part',
};
const CHOICES = RULES.map((value) => ({ value, label: RULE_WORDS[value] }));

interface NeedsProps {
  readonly draft: NodeDraft;
  /** Of the stored entry; '' while it is new. */
  readonly storedId: string;
  readonly onChange: (patch: Partial<NodeDraft>) => void;
}

/** Alternatives: sets with a rule, and which of the links belong to which. */
export function Needs({ draft, storedId, onChange }: NeedsProps) {
  const into = useLinksInto(storedId);
  return (
    <>
      <Rows
        place="/groups"
        legend="Sets of alternatives"
        description="What is in no set is needed on its own."
        one="set"
        rows={draft.groups}
        empty={emptyGroup}
        onChange={(groups) => {
          const links = into.data?.links ?? [];
          onChange({ groups, members: followGroups(draft.groups, groups, links, draft.members) });
        }}
      >
        {(row, _, set) => <GroupFields row={row} set={set} />}
      </Rows>
      {into.data && <Belongs draft={draft} into={into.data} onChange={onChange} />}
    </>
  );
}

function GroupFields(props: {
  readonly row: GroupDraft;
  readonly set: (patch: Partial<GroupDraft>) => void;
}) {
  const { row, set } = props;
  const place = groupPlace(row.name);
  return (
    <div className={css.two}>
      <TextField
        place={place}
        label="Name of the set"
        value={row.name}
        onChange={(name) => set({ name })}
      />
      <ChoiceField
        place={`${place}/rule`}
        label="How it counts"
        value={row.rule}
        choices={CHOICES}
        // How many belongs to "some of them" alone.
        onChange={(rule) => set(rule === 'atLeast' ? { rule } : { rule, k: '' })}
      />
      {(row.rule === 'atLeast' || row.k !== '') && (
        <TextField
          place={`${place}/k`}
          label="How many it needs"
          numeric
          value={row.k}
          onChange={(k) => set({ k })}
        />
      )}
    </div>
  );
}

function Belongs(props: {
  readonly draft: NodeDraft;
  readonly into: LinksInto;
  readonly onChange: (patch: Partial<NodeDraft>) => void;
}) {
  const { draft, into, onChange } = props;
  if (into.links.length === 0 || draft.groups.length === 0) return null;
  const named = draft.groups.filter(({ name }) => name !== '');
  const shared = new Set(named.filter(({ rule }) => rule === 'share').map(({ name }) => name));
  return (
    <fieldset className={css.set}>
      <legend>Which set each belongs to</legend>
      <Members
        links={into.links}
        nameOf={into.nameOf}
        drafts={draft.members}
        onChange={(members) => onChange({ members })}
        groups={named.map(({ name }) => name)}
        shared={shared}
      />
      {into.more > 0 && (
        <p className={css.quiet}>
          {count(into.more, 'more link')} not listed here; edit those singly.
        </p>
      )}
      {[...shared].map((name) => (
        <PartsSum
          key={name}
          weights={into.links
            .map((link) => shownMember(link, draft.members))
            .filter(({ group }) => group === name)
            .map(({ weight }) => weight)}
        />
      ))}
    </fieldset>
  );
}
