import { AmountField } from './AmountField.tsx';
import { emptyWorkaround, type GroupDraft, type WorkaroundDraft } from './draft/node-parts.ts';
import css from './edit.module.css';
import { ChoiceField, TextField } from './fields.tsx';
import { NodeField } from './NodeField.tsx';
import { Rows } from './Rows.tsx';

interface OtherWaysProps {
  readonly rows: readonly WorkaroundDraft[];
  readonly groups: readonly GroupDraft[];
  readonly onChange: (rows: readonly WorkaroundDraft[]) => void;
}

/** Pen and paper, a phone line, another office: how work goes on while what it needs is gone. */
export function OtherWays({ rows, groups, onChange }: OtherWaysProps) {
  return (
    <Rows
      place="/workarounds"
      legend="Other ways of working"
      one="way of working"
      rows={rows}
      empty={emptyWorkaround}
      onChange={onChange}
    >
      {(row, index, set) => (
        <WayFields row={row} place={`/workarounds/${index}`} groups={groups} set={set} />
      )}
    </Rows>
  );
}

function WayFields(props: {
  readonly row: WorkaroundDraft;
  readonly place: string;
  readonly groups: readonly GroupDraft[];
  readonly set: (patch: Partial<WorkaroundDraft>) => void;
}) {
  const { row, place, groups, set } = props;
  return (
    <>
      <TextField
        place={`${place}/name`}
        label="What it is"
        placeholder="Pen and paper"
        required
        value={row.name}
        onChange={(name) => set({ name })}
      />
      <AmountField
        place={`${place}/capacity`}
        label="Carries of the normal work"
        unit="%"
        value={row.capacity}
        onChange={(capacity) => set({ capacity })}
      />
      <div className={css.two}>
        <AmountField
          place={`${place}/afterHours`}
          label="Ready after"
          unit="hours"
          placeholder="0"
          value={row.afterHours}
          onChange={(afterHours) => set({ afterHours })}
        />
        <AmountField
          place={`${place}/lastsHours`}
          label="Lasts for"
          unit="hours"
          placeholder="as long as needed"
          value={row.lastsHours}
          onChange={(lastsHours) => set({ lastsHours })}
        />
      </div>
      <StandsInFor place={`${place}/group`} row={row} groups={groups} set={set} />
      <NodeField
        place={`${place}/via`}
        label="Needs itself"
        description="What this way of working runs on, if anything."
        value={row.via}
        onChange={(via) => set({ via })}
      />
    </>
  );
}

function StandsInFor(props: {
  readonly place: string;
  readonly row: WorkaroundDraft;
  readonly groups: readonly GroupDraft[];
  readonly set: (patch: Partial<WorkaroundDraft>) => void;
}) {
  const { place, row, groups, set } = props;
  const names = new Set([...groups.map(({ name }) => name), row.group].filter(Boolean));
  return (
    <ChoiceField
      place={place}
      label="Stands in for"
      value={row.group}
      choices={[
        { value: '', label: 'whatever is missing' },
        ...[...names].map((value) => ({ value, label: `the set ${value}` })),
      ]}
      onChange={(group) => set({ group })}
    />
  );
}
