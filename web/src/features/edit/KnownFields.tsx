/** Owners over time, exit plan and alternatives, in forms. */
import { EXIT_STATES } from '@msp-impact/contract/attributes';
import { EXIT_WORDS } from '../../ui/way-out-words.ts';
import { capital } from '../../ui/words.ts';
import {
  type ExitDraft,
  emptySpell,
  type OwnershipDraft,
  type SpellDraft,
  type WayOutDraft,
} from './draft/known-draft.ts';
import css from './edit.module.css';
import { ChoiceField, DayField, TextField } from './fields.tsx';
import { NodeField } from './NodeField.tsx';
import { Rows } from './Rows.tsx';

const EXIT_PLACE = '/attributes/exit plan';
const OWNERSHIP_PLACE = '/attributes/ownership';
const STATES = EXIT_STATES.map((value) => ({ value, label: capital(EXIT_WORDS[value]) }));

/** Seen while the part is closed. */
export const wayOutNote = ({ exit, alternatives }: WayOutDraft): string | undefined =>
  [
    exit.state !== '' && exit.state !== 'as-written' && EXIT_WORDS[exit.state],
    alternatives.value && 'alternatives',
  ]
    .filter(Boolean)
    .join(', ') || undefined;

export function WayOutFields(props: {
  readonly draft: WayOutDraft;
  readonly onChange: (draft: WayOutDraft) => void;
}) {
  const { draft, onChange } = props;
  const { exit, alternatives } = draft;
  return (
    <>
      <Exit exit={exit} onChange={(next) => onChange({ ...draft, exit: next })} />
      <TextField
        place="/attributes/alternatives"
        label="Alternatives"
        description="Short ids or names of who else could do it, parted by semicolons; none: looked for, none found."
        value={alternatives.value}
        onChange={(value) => onChange({ ...draft, alternatives: { ...alternatives, value } })}
      />
    </>
  );
}

function Exit(props: { readonly exit: ExitDraft; readonly onChange: (exit: ExitDraft) => void }) {
  const { exit, onChange } = props;
  const dated = exit.state === 'tested' || exit.state === 'drafted';
  const choices = [
    { value: '' as const, label: 'not recorded' },
    ...(exit.state === 'as-written'
      ? [{ value: 'as-written' as const, label: `cannot be read: “${exit.text}”` }]
      : []),
    ...STATES,
  ];
  return (
    <div className={css.two}>
      <ChoiceField
        place={EXIT_PLACE}
        label="Exit plan"
        value={exit.state}
        choices={choices}
        onChange={(state) => onChange({ ...exit, state, on: '' })}
      />
      {dated && (
        <DayField
          place={`${EXIT_PLACE}/on`}
          label={exit.state === 'tested' ? 'Tested on' : 'Drafted on'}
          value={exit.on}
          onChange={(on) => onChange({ ...exit, on })}
        />
      )}
    </div>
  );
}

export function OwnershipFields(props: {
  readonly draft: OwnershipDraft;
  readonly onChange: (draft: OwnershipDraft) => void;
}) {
  const { draft, onChange } = props;
  return (
    <>
      {draft.asWritten && draft.rows.length === 0 && (
        <p className={css.quiet}>
          On record is “{draft.text}”, which cannot be read. A stretch that you add takes its place.
        </p>
      )}
      <Rows
        place={OWNERSHIP_PLACE}
        legend="Owners over time"
        description="Who owned it on which days, both included. Concentration by owner group on a day in the past follows this."
        one="owner"
        rows={draft.rows}
        empty={emptySpell}
        onChange={(rows) => onChange({ ...draft, rows })}
      >
        {(row, index, set) => <SpellFields row={row} at={index} set={set} />}
      </Rows>
    </>
  );
}

function SpellFields(props: {
  readonly row: SpellDraft;
  readonly at: number;
  readonly set: (patch: Partial<SpellDraft>) => void;
}) {
  const { row, set } = props;
  const place = `${OWNERSHIP_PLACE}/${props.at}`;
  return (
    <>
      <NodeField
        place={`${place}/owner`}
        label="Owner"
        description="Empty: it was independent. Type a part of its name."
        kinds={['supplier']}
        value={row.owner}
        onChange={(owner) => set({ owner })}
      />
      <div className={css.two}>
        <DayField
          place={`${place}/from`}
          label="First day"
          description="Empty: not known since when."
          value={row.from}
          onChange={(from) => set({ from })}
        />
        <DayField
          place={`${place}/to`}
          label="Last day"
          description="Empty: to this day."
          value={row.to}
          onChange={(to) => set({ to })}
        />
      </div>
    </>
  );
}
