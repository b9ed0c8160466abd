import { Button, Group, Modal, NumberInput } from '@mantine/core';
import type { TimedObservation } from '@msp-impact/contract';
import { type ReactNode, useState } from 'react';
import controls from '../../ui/controls.module.css';
import { CAUSE_WORDS, capital } from '../../ui/words.ts';
import type { EventItem } from './events.ts';
import { NumberField, RangeField } from './fields.tsx';
import s from './scenario.module.css';

interface EventDialogProps {
  readonly name: string;
  readonly event: EventItem;
  readonly hours: number;
  readonly onApply: (event: EventItem) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Everything that the plan says of one thing, numbers as ranges where they are not sure. */
export function EventDialog(props: EventDialogProps) {
  const { name, hours, onClose } = props;
  const [draft, setDraft] = useState(props.event);
  const set = (patch: object) => {
    const kept = Object.entries({ ...draft.item, ...patch }).filter(([, one]) => one !== undefined);
    setDraft({ ...draft, item: Object.fromEntries(kept) } as unknown as EventItem);
  };
  return (
    <Modal opened onClose={onClose} title={name} size={520} centered>
      <form
        className={s.form}
        onSubmit={(event) => {
          event.preventDefault();
          props.onApply(draft);
        }}
      >
        <div className={s.range} aria-hidden="true">
          <span />
          <small>likely</small>
          <small>at least</small>
          <small>at most</small>
        </div>
        <Fields draft={draft} hours={hours} set={set} />
        <Group justify="space-between" mt="sm">
          <Button variant="default" onClick={props.onRemove}>
            Take it out
          </Button>
          <Group gap={8}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Apply</Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  readonly draft: EventItem;
  readonly hours: number;
  readonly set: (patch: object) => void;
}

function Fields({ draft, hours, set }: FieldsProps) {
  const { list, item } = draft;
  const start = (
    <NumberField
      label="Starts at hour"
      value={item.startHour ?? 0}
      most={hours - 1}
      onChange={(startHour) => set({ startHour })}
    />
  );
  if (list === 'isolations')
    return <Isolation draft={draft} hours={hours} set={set} start={start} />;
  if (list === 'observations')
    return <Observation item={item} hours={hours} set={set} start={start} />;
  return (
    <>
      {list === 'outages' && (
        <label className={s.field}>
          What happens to it
          <select
            value={item.cause ?? 'failed'}
            onChange={(event) => set({ cause: event.target.value })}
          >
            {(['failed', 'compromised', 'isolated'] as const).map((cause) => (
              <option key={cause} value={cause}>
                {capital(CAUSE_WORDS[cause])}
              </option>
            ))}
          </select>
        </label>
      )}
      {start}
      <RangeField
        label="Lasts, hours"
        value={item.durationHours}
        most={hours}
        empty="with no end in sight"
        onChange={(durationHours) => set({ durationHours })}
      />
      {list === 'outages' && (
        <>
          <RangeField
            label="What is left of it meanwhile, %"
            value={item.level ?? 0}
            most={100}
            per={100}
            onChange={(level) => set({ level })}
          />
          <Stages
            title="Comes back in stages"
            stages={item.recovery ?? []}
            hours={hours}
            onChange={(recovery) => set({ recovery: recovery.length ? recovery : undefined })}
          />
        </>
      )}
    </>
  );
}

/** What somebody saw, for how long it counts, and who saw it. */
function Observation(props: {
  readonly item: TimedObservation;
  readonly hours: number;
  readonly set: (patch: object) => void;
  readonly start: ReactNode;
}) {
  const { item, hours, set, start } = props;
  return (
    <>
      {start}
      <NumberField
        label="How much works, %"
        value={Math.round(item.level * 100)}
        most={100}
        onChange={(level) => set({ level: level / 100 })}
      />
      <NumberInput
        label="Counts for, hours"
        placeholder="to the end"
        value={item.durationHours ?? ''}
        min={0}
        max={hours}
        onChange={(value) => set({ durationHours: Number(value) > 0 ? Number(value) : undefined })}
      />
      <label className={s.field}>
        Seen by
        <input
          value={item.seenBy ?? ''}
          onChange={(event) => set({ seenBy: event.target.value || undefined })}
        />
      </label>
    </>
  );
}

type OffItem = Extract<EventItem, { list: 'isolations' }>;

function Isolation(props: {
  readonly draft: OffItem;
  readonly hours: number;
  readonly set: (patch: object) => void;
  readonly start: ReactNode;
}) {
  const { item } = props.draft;
  return (
    <>
      {props.start}
      <RangeField
        label="Switched off after, hours"
        value={item.delayHours ?? 0}
        most={props.hours}
        onChange={(delayHours) => props.set({ delayHours })}
      />
      <Stages
        title="Switched on again in stages"
        stages={(item.release ?? []).map((step) => ({ ...step, level: step.level ?? 1 }))}
        hours={props.hours}
        onChange={(release) => props.set({ release: release.length ? release : undefined })}
      />
    </>
  );
}

type Stage = NonNullable<Extract<EventItem, { list: 'outages' }>['item']['recovery']>[number];

function Stages<T extends Stage & { readonly nodes?: readonly string[] }>(props: {
  readonly title: string;
  readonly stages: readonly T[];
  readonly hours: number;
  readonly onChange: (stages: T[]) => void;
}) {
  const { stages, onChange } = props;
  const change = (at: number, patch: Partial<Stage>) =>
    onChange(stages.map((stage, i) => (i === at ? { ...stage, ...patch } : stage)));
  return (
    <fieldset className={s.stages}>
      <legend>{props.title}</legend>
      {stages.map((stage, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stages have no other identity than their place
        <div key={i} className={s.stage}>
          <RangeField
            label={`Stage ${i + 1}: after, hours`}
            value={stage.afterHours}
            most={props.hours}
            onChange={(afterHours) => afterHours !== undefined && change(i, { afterHours })}
          />
          <RangeField
            label="back to, %"
            value={stage.level}
            most={100}
            per={100}
            onChange={(level) => level !== undefined && change(i, { level })}
          />
          {stage.nodes && <p className={s.words}>only for {stage.nodes.length} of them</p>}
          <button
            type="button"
            className={controls.link}
            aria-label={`Take stage ${i + 1} away`}
            onClick={() => onChange(stages.filter((_, at) => at !== i))}
          >
            Take away
          </button>
        </div>
      ))}
      <button
        type="button"
        className={controls.add}
        onClick={() =>
          onChange([...stages, { afterHours: 24 * (stages.length + 1), level: 1 } as T])
        }
      >
        + Stage
      </button>
    </fieldset>
  );
}
