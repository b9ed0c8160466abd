import { fileName } from '../../ui/download.ts';
import { EvidenceRows, PairRows } from './CommonRows.tsx';
import type { ContractDraft } from './draft/contract-draft.ts';
import css from './edit.module.css';
import { ChoiceField, DayField, TextField } from './fields.tsx';
import type { FieldsProps } from './form-kit.ts';
import { WayOutFields, wayOutNote } from './KnownFields.tsx';
import { LinkChoice } from './LinkChoice.tsx';
import { NodeField } from './NodeField.tsx';
import { Part } from './Part.tsx';

type Props = FieldsProps<ContractDraft>;

const BASES = [
  { value: '' as const, label: 'not recorded' },
  { value: 'total' as const, label: 'in total' },
  { value: 'annual' as const, label: 'a year' },
];

/** All fields of a contract. */
export function ContractFields(props: Props) {
  const { draft, isNew, onChange } = props;
  const retitle = (title: string) => {
    const follows = isNew && (draft.id === '' || draft.id === fileName(draft.title));
    onChange(follows ? { title, id: title ? fileName(title) : '' } : { title });
  };
  return (
    <>
      <TextField place="/title" label="Title" value={draft.title} onChange={retitle} />
      <NodeField
        place="/supplier"
        label="Supplier"
        kinds={['supplier']}
        required
        value={draft.supplier}
        onChange={(supplier) => onChange({ supplier })}
      />
      <TextField
        place="/buyer"
        label="Buyer"
        value={draft.buyer}
        onChange={(buyer) => onChange({ buyer })}
      />
      <Value {...props} />
      <Days {...props} />
      <LinkChoice
        supplier={draft.supplier}
        value={draft.dependencies}
        onChange={(dependencies) => onChange({ dependencies })}
      />
      <Part title="The way out" note={wayOutNote(draft.wayOut)}>
        <WayOutFields draft={draft.wayOut} onChange={(wayOut) => onChange({ wayOut })} />
      </Part>
      <Part
        title="Sources"
        note={draft.evidence.length ? `${draft.evidence.length} recorded` : undefined}
      >
        <EvidenceRows rows={draft.evidence} onChange={(evidence) => onChange({ evidence })} />
      </Part>
      <Part title="More" open={isNew && draft.title === ''}>
        <More {...props} />
      </Part>
    </>
  );
}

function Value({ draft, onChange }: Props) {
  return (
    <div className={css.three}>
      <TextField
        place="/value"
        label="Value"
        numeric
        value={draft.value}
        onChange={(value) => onChange({ value })}
      />
      <TextField
        place="/currency"
        label="Currency"
        placeholder="GBP"
        value={draft.currency}
        onChange={(currency) => onChange({ currency: currency.toUpperCase() })}
      />
      <ChoiceField
        place="/valueBasis"
        label="The value is"
        value={draft.valueBasis}
        choices={BASES}
        onChange={(valueBasis) => onChange({ valueBasis })}
      />
    </div>
  );
}

function Days({ draft, onChange }: Props) {
  const day = (field: 'signed' | 'start' | 'end' | 'maxEnd', label: string) => (
    <DayField
      place={`/${field}`}
      label={label}
      value={draft[field]}
      onChange={(text) => onChange({ [field]: text })}
    />
  );
  return (
    <div className={css.two}>
      {day('start', 'Starts on')}
      {day('end', 'Ends on')}
      {day('maxEnd', 'Ends at the latest on')}
      {day('signed', 'Signed on')}
    </div>
  );
}

function More({ draft, isNew, onChange }: Props) {
  const text = (field: 'framework' | 'category' | 'noticeDays', label: string) => (
    <TextField
      place={`/${field}`}
      label={label}
      numeric={field === 'noticeDays'}
      value={draft[field]}
      onChange={(next) => onChange({ [field]: next })}
    />
  );
  return (
    <>
      <div className={css.two}>
        <TextField
          place="/id"
          label="Short id"
          description={isNew ? 'For files and links. It cannot be changed later.' : undefined}
          required
          readOnly={!isNew}
          value={draft.id}
          onChange={(id) => onChange({ id })}
        />
        {text('noticeDays', 'Days of notice')}
        {text('framework', 'Framework')}
        {text('category', 'Category')}
      </div>
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
