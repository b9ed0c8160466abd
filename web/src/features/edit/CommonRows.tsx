/** Lists that nodes, links and contracts share: sources, and named texts. */
import { CONFIDENCES } from '@msp-impact/contract/codes';
import { CONFIDENCE_WORDS, capital } from '../../ui/words.ts';
import { newRowKey, type PairDraft } from './draft/draft-parts.ts';
import { type EvidenceDraft, emptyEvidence } from './draft/evidence-draft.ts';
import css from './edit.module.css';
import { ChoiceField, DayField, LongTextField, TextField } from './fields.tsx';
import { Rows } from './Rows.tsx';

const SURE = CONFIDENCES.map((value) => ({ value, label: capital(CONFIDENCE_WORDS[value]) }));

export function EvidenceRows(props: {
  readonly rows: readonly EvidenceDraft[];
  readonly onChange: (rows: readonly EvidenceDraft[]) => void;
}) {
  return (
    <Rows
      place="/evidence"
      legend="Sources"
      description="What is drawn as assumed is what has no stated or reported source."
      one="source"
      rows={props.rows}
      empty={emptyEvidence}
      onChange={props.onChange}
    >
      {(row, index, set) => <EvidenceFields row={row} place={`/evidence/${index}`} set={set} />}
    </Rows>
  );
}

function EvidenceFields(props: {
  readonly row: EvidenceDraft;
  readonly place: string;
  readonly set: (patch: Partial<EvidenceDraft>) => void;
}) {
  const { row, place, set } = props;
  return (
    <>
      <LongTextField
        place={`${place}/claim`}
        label="What it says"
        description="For an assumption: why it is assumed."
        required
        value={row.claim}
        onChange={(claim) => set({ claim })}
      />
      <div className={css.two}>
        <ChoiceField
          place={`${place}/confidence`}
          label="How sure"
          value={row.confidence}
          choices={SURE}
          onChange={(confidence) => set({ confidence })}
        />
        <DayField
          place={`${place}/date`}
          label="Date"
          value={row.date}
          onChange={(date) => set({ date })}
        />
        <TextField
          place={`${place}/publisher`}
          label="Published by"
          value={row.publisher}
          onChange={(publisher) => set({ publisher })}
        />
        <TextField
          place={`${place}/url`}
          label="Web address"
          type="url"
          placeholder="https://"
          value={row.url}
          onChange={(url) => set({ url })}
        />
      </div>
    </>
  );
}

export function PairRows(props: {
  readonly place: string;
  readonly legend: string;
  readonly one: string;
  readonly rows: readonly PairDraft[];
  readonly onChange: (rows: readonly PairDraft[]) => void;
}) {
  return (
    <Rows {...props} empty={() => ({ rowKey: newRowKey(), name: '', value: '' })}>
      {(row, index, set) => (
        <div className={css.two}>
          <TextField
            place={`${props.place}/${index}`}
            label="Name"
            value={row.name}
            onChange={(name) => set({ name })}
          />
          <TextField
            place={`${props.place}/${index}/value`}
            label="Value"
            value={row.value}
            onChange={(value) => set({ value })}
          />
        </div>
      )}
    </Rows>
  );
}
