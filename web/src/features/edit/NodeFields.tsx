import { KINDS } from '@msp-impact/contract/codes';
import { fileName } from '../../ui/download.ts';
import { capital, count, KIND_WORDS } from '../../ui/words.ts';
import { EvidenceRows } from './CommonRows.tsx';
import type { NodeDraft } from './draft/node-draft.ts';
import css from './edit.module.css';
import { ChoiceField, TagsField, TextField } from './fields.tsx';
import type { FieldsProps } from './form-kit.ts';
import { OwnershipFields } from './KnownFields.tsx';
import { Needs } from './Needs.tsx';
import { NodeField } from './NodeField.tsx';
import { Limits, More, Owner } from './NodeMore.tsx';
import { OtherWays } from './OtherWays.tsx';
import { Part } from './Part.tsx';

type Props = FieldsProps<NodeDraft>;

const KIND_CHOICES = KINDS.map((value) => ({ value, label: capital(KIND_WORDS[value].one) }));

const recorded = (n: number) => (n ? `${n} recorded` : undefined);

/** All fields of a supplier, product, service or area, the common ones first. */
export function NodeFields(props: Props) {
  const { draft, isNew, onChange } = props;
  return (
    <>
      <Basics {...props} />
      <Part title="Who answers for it" note={draft.ownerName || undefined}>
        <Owner {...props} />
      </Part>
      {draft.kind === 'supplier' && (
        <Part title="Owners over time" note={recorded(draft.ownership.rows.length)}>
          <OwnershipFields
            draft={draft.ownership}
            onChange={(ownership) => onChange({ ownership })}
          />
        </Part>
      )}
      <Part
        title="Alternatives"
        note={draft.groups.length ? count(draft.groups.length, 'set') : undefined}
      >
        <Needs draft={draft} storedId={isNew ? '' : draft.id} onChange={onChange} />
      </Part>
      <Part title="Other ways of working" note={recorded(draft.workarounds.length)}>
        <OtherWays
          rows={draft.workarounds}
          groups={draft.groups}
          onChange={(workarounds) => onChange({ workarounds })}
        />
      </Part>
      <Part title="Limits and restart">
        <Limits {...props} />
      </Part>
      <Part title="Sources" note={recorded(draft.evidence.length)}>
        <EvidenceRows rows={draft.evidence} onChange={(evidence) => onChange({ evidence })} />
      </Part>
      <Part title="More">
        <More {...props} />
      </Part>
    </>
  );
}

function Basics({ draft, isNew, onChange }: Props) {
  // Until someone writes an id of their own, it follows the name.
  const rename = (name: string) => {
    const follows = isNew && (draft.id === '' || draft.id === fileName(draft.name));
    onChange(follows ? { name, id: name ? fileName(name) : '' } : { name });
  };
  return (
    <>
      <TextField place="/name" label="Name" required value={draft.name} onChange={rename} />
      <div className={css.two}>
        <ChoiceField
          place="/kind"
          label="What it is"
          value={draft.kind}
          choices={KIND_CHOICES}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          place="/id"
          label="Short id"
          description={isNew ? 'For files and links. It cannot be changed later.' : undefined}
          required
          readOnly={!isNew}
          value={draft.id}
          onChange={(id) => onChange({ id })}
        />
      </div>
      <Belonging draft={draft} isNew={isNew} onChange={onChange} />
      <TagsField
        place="/zones"
        label="Switched off together with"
        description="A name that all have which are cut off together, such as shared-hosting."
        value={draft.zones}
        onChange={(zones) => onChange({ zones })}
      />
    </>
  );
}

/** What only makes sense for some kinds is shown for those, and wherever it is filled in. */
function Belonging({ draft, onChange }: Props) {
  const { kind, parent, population, people } = draft;
  return (
    <>
      {(kind === 'supplier' || kind === 'region' || parent) && (
        <NodeField
          place="/parent"
          label={kind === 'region' ? 'Lies in' : 'Owner group'}
          kinds={[kind]}
          value={parent}
          onChange={(next) => onChange({ parent: next })}
        />
      )}
      {(kind === 'region' || population) && (
        <TextField
          place="/population"
          label="People who live there"
          numeric
          value={population}
          onChange={(next) => onChange({ population: next })}
        />
      )}
      {(kind === 'service' || people) && (
        <TextField
          place="/people"
          label="People it serves"
          numeric
          value={people}
          onChange={(next) => onChange({ people: next })}
        />
      )}
    </>
  );
}
