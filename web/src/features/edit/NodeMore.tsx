/** The less common fields of a supplier, product, service or area. */
import { AmountField } from './AmountField.tsx';
import { PairRows } from './CommonRows.tsx';
import type { NodeDraft } from './draft/node-draft.ts';
import css from './edit.module.css';
import {
  ChoiceField,
  DayField,
  HoursField,
  PercentField,
  TagsField,
  TextField,
} from './fields.tsx';
import type { FieldsProps } from './form-kit.ts';

type Props = FieldsProps<NodeDraft>;

export function Owner({ draft, onChange }: Props) {
  return (
    <div className={css.two}>
      <TextField
        place="/owner/name"
        label="Name of the person or team"
        value={draft.ownerName}
        onChange={(ownerName) => onChange({ ownerName })}
      />
      <TextField
        place="/owner/role"
        label="Role"
        value={draft.ownerRole}
        onChange={(ownerRole) => onChange({ ownerRole })}
      />
      <TextField
        place="/owner/contact"
        label="Contact"
        description="Stays here: leaves in a picture or table only when ticked."
        value={draft.ownerContact}
        onChange={(ownerContact) => onChange({ ownerContact })}
      />
    </div>
  );
}

export function Limits({ draft, onChange }: Props) {
  return (
    <>
      <div className={css.two}>
        <PercentField
          place="/tolerance/minimumLevel"
          label="Limit: at least this much must be left"
          value={draft.toleranceLevel}
          onChange={(toleranceLevel) => onChange({ toleranceLevel })}
        />
        <HoursField
          place="/tolerance/maxHours"
          label="It may be under that for"
          value={draft.toleranceHours}
          onChange={(toleranceHours) => onChange({ toleranceHours })}
        />
        <HoursField
          place="/rtoHours"
          label="Must be back within"
          value={draft.rtoHours}
          onChange={(rtoHours) => onChange({ rtoHours })}
        />
        <PercentField
          place="/downAt"
          label="Counts as stopped at or under"
          description="10 % unless given."
          value={draft.downAt}
          onChange={(downAt) => onChange({ downAt })}
        />
      </div>
      <AmountField
        place="/restartLagHours"
        label="Time to restart"
        description="After all it relies on is back."
        unit="hours"
        placeholder="0"
        value={draft.restartLagHours}
        onChange={(restartLagHours) => onChange({ restartLagHours })}
      />
    </>
  );
}

const PRIORITIES = ['', '1', '2', '3', '4', '5'].map((value) => ({
  value,
  label: { '': 'not recorded', '1': '1, most critical', '5': '5, least critical' }[value] ?? value,
}));

export function More({ draft, onChange }: Props) {
  return (
    <>
      <div className={css.two}>
        <ChoiceField
          place="/priority"
          label="Priority"
          value={draft.priority}
          choices={PRIORITIES}
          onChange={(priority) => onChange({ priority })}
        />
        <DayField
          place="/reviewed"
          label="Last checked on"
          value={draft.reviewed}
          onChange={(reviewed) => onChange({ reviewed })}
        />
      </div>
      <TagsField
        place="/tags"
        label="Tags"
        value={draft.tags}
        onChange={(tags) => onChange({ tags })}
      />
      <PairRows
        place="/identifiers"
        legend="Registered numbers"
        one="registered number"
        rows={draft.identifiers}
        onChange={(identifiers) => onChange({ identifiers })}
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
