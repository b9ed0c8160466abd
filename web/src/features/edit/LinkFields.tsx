import { SUBSTITUTABILITIES } from '@msp-impact/contract/codes';
import { capital, groupWords, SUBSTITUTABILITY_WORDS } from '../../ui/words.ts';
import { AmountField } from './AmountField.tsx';
import { EvidenceRows, PairRows } from './CommonRows.tsx';
import type { LinkDraft } from './draft/link-draft.ts';
import { shownMember } from './draft/member-draft.ts';
import css from './edit.module.css';
import { ChoiceField, PercentField, TextField } from './fields.tsx';
import type { FieldsProps } from './form-kit.ts';
import { WayOutFields, wayOutNote } from './KnownFields.tsx';
import { Members, PartsSum } from './Members.tsx';
import { NodeField } from './NodeField.tsx';
import { Part } from './Part.tsx';
import { type LinksInto, useLinksInto } from './use-links-into.ts';

type Props = FieldsProps<LinkDraft>;

const REPLACING = [
  { value: '' as const, label: 'not recorded' },
  ...SUBSTITUTABILITIES.map((value) => ({ value, label: capital(SUBSTITUTABILITY_WORDS[value]) })),
];

/** All fields of a link: who relies on whom, for how much, and what softens it. */
export function LinkFields(props: Props) {
  const { draft, isNew, onChange } = props;
  return (
    <>
      <NodeField
        place="/to"
        label="Who relies on it"
        required
        readOnly={!isNew}
        value={draft.to}
        // Sets and parts belong to the one that was chosen before.
        onChange={(to) => onChange({ to, group: '', weight: '', members: {} })}
      />
      <NodeField
        place="/from"
        label="Relies on"
        required
        readOnly={!isNew}
        value={draft.from}
        onChange={(from) => onChange({ from })}
      />
      <AmountField
        place="/strength"
        label="Relies on it for"
        description="What is lost when it stops. 100 % unless given."
        unit="%"
        placeholder="100"
        value={draft.strength}
        onChange={(strength) => onChange({ strength })}
      />
      <Alternatives {...props} />
      <AmountField
        place="/bufferHours"
        label="Can run on without it for"
        description="From stock, a copy, a printed list."
        unit="hours"
        placeholder="0"
        value={draft.bufferHours}
        onChange={(bufferHours) => onChange({ bufferHours })}
      />
      <ChoiceField
        place="/substitutability"
        label="How hard to replace"
        value={draft.substitutability}
        choices={REPLACING}
        onChange={(substitutability) => onChange({ substitutability })}
      />
      <Part title="The way out" note={wayOutNote(draft.wayOut)}>
        <WayOutFields draft={draft.wayOut} onChange={(wayOut) => onChange({ wayOut })} />
      </Part>
      <EvidenceRows rows={draft.evidence} onChange={(evidence) => onChange({ evidence })} />
      <Part title="More">
        <More {...props} />
      </Part>
    </>
  );
}

/** The sets that the dependent has, declared or only named by other links. */
function setsOf({ node, links }: LinksInto, own: string): string[] {
  const named = links.flatMap(({ group }) => (group ? [group] : []));
  return [...new Set([...Object.keys(node.groups ?? {}), ...named, ...(own ? [own] : [])])];
}

function ruleWords(into: LinksInto, name: string): string {
  const { rule = 'all', k } = into.node.groups?.[name] ?? {};
  const others = into.links.filter(({ group }) => group === name).length;
  return `${name}: ${groupWords(rule, k, Math.max(2, others))}`;
}

function Alternatives({ draft, onChange }: Props) {
  const into = useLinksInto(draft.to).data;
  if (!into) return null;
  const sets = setsOf(into, draft.group);
  const shares = into.node.groups?.[draft.group]?.rule === 'share';
  return (
    <>
      <ChoiceField
        place="/group"
        label="Alternatives"
        description="Sets are made in the form of who relies on it, under Alternatives."
        value={draft.group}
        choices={[
          { value: '', label: 'None: it is needed on its own' },
          ...sets.map((value) => ({ value, label: ruleWords(into, value) })),
        ]}
        onChange={(group) => onChange({ group, weight: '', members: {} })}
      />
      {(shares || draft.weight !== '') && <Parts draft={draft} into={into} onChange={onChange} />}
    </>
  );
}

/** Parts of a whole are changed together: they must sum to 100 %. */
function Parts(props: {
  readonly draft: LinkDraft;
  readonly into: LinksInto;
  readonly onChange: Props['onChange'];
}) {
  const { draft, into, onChange } = props;
  const others = into.links.filter(({ id, group }) => group === draft.group && id !== draft.id);
  const weights = others.map((link) => shownMember(link, draft.members).weight);
  return (
    <fieldset className={css.set}>
      <legend>Parts of the whole</legend>
      <PercentField
        place="/weight"
        label="Part of this link"
        value={draft.weight}
        onChange={(weight) => onChange({ weight })}
      />
      <Members
        links={others}
        nameOf={into.nameOf}
        drafts={draft.members}
        onChange={(members) => onChange({ members })}
        shared={new Set([draft.group])}
      />
      <PartsSum weights={[draft.weight, ...weights]} />
    </fieldset>
  );
}

function More({ draft, isNew, onChange }: Props) {
  return (
    <>
      <TextField
        place="/id"
        label="Short id"
        description={isNew ? 'Made from both ends unless given.' : undefined}
        placeholder={draft.from && draft.to ? `${draft.from}->${draft.to}` : ''}
        readOnly={!isNew}
        value={draft.id}
        onChange={(id) => onChange({ id })}
      />
      <PairRows
        place="/attributes"
        legend="Other columns"
        one="column"
        rows={draft.attributes}
        onChange={(attributes) => onChange({ attributes })}
      />
    </>
  );
}
