import { Checkbox, NumberInput, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../ui/Panel.tsx';
import { compact } from '../../url/compact.ts';
import type { Desk } from '../../url/desk.ts';
import s from './report.module.css';

interface ChoicesProps {
  readonly desk: Desk;
  /** As they are in the draft, chosen or not. */
  readonly title: string;
  readonly marking: string;
  readonly author: string;
  /** The last hour of the plan, and the hour that is looked at. */
  readonly hours: number;
  readonly hour: number;
  /** How things stand where nothing is chosen. */
  readonly usual: 'worst' | 'now';
  readonly onDesk: (next: (desk: Desk) => Desk) => void;
  readonly onAuthor: (author: string) => void;
}

/** What a draft can be told; all of it stands in the address, save who writes. */
export function Choices(props: ChoicesProps) {
  const { desk, onDesk } = props;
  return (
    <Section title="This report">
      <div className={s.fields}>
        <Committed
          label="Title"
          description="Reports of one title are numbered 1, 2, 3 …"
          value={props.title}
          onCommit={(title) => onDesk((old) => compact({ ...old, title: title || undefined }))}
        />
        <Committed
          label="Marking line"
          description="Empty: none."
          value={props.marking}
          onCommit={(marking) => onDesk((old) => ({ ...old, marking }))}
        />
        <Committed
          label="Author"
          description="Remembered on this device."
          value={props.author}
          onCommit={props.onAuthor}
        />
        <When {...props} />
        <NumberInput
          label="Next report due in hours"
          placeholder="not said"
          min={0}
          max={8760}
          value={desk.due ?? ''}
          onChange={(due) => onDesk((old) => compact({ ...old, due: Number(due) || undefined }))}
        />
        <Radio.Group
          label="Headings"
          value={desk.headings}
          onChange={(headings) =>
            onDesk((old) => ({ ...old, headings: headings === 'iimarch' ? 'iimarch' : 'plain' }))
          }
        >
          <div className={s.radios}>
            <Radio value="plain" label="Plain" />
            <Radio value="iimarch" label="IIMARCH" />
          </div>
        </Radio.Group>
        <Checkbox
          label="With the owners’ contacts"
          description="Without the tick none leaves in the report or its files."
          checked={desk.contacts}
          onChange={({ currentTarget: { checked } }) =>
            onDesk((old) => ({ ...old, contacts: checked }))
          }
        />
      </div>
    </Section>
  );
}

function When({ desk, hours, hour, usual, onDesk }: ChoicesProps) {
  const at = (value: Desk['hour']) => onDesk((old) => compact({ ...old, hour: value }));
  const chosen = desk.hour ?? usual;
  const byHour = typeof chosen === 'number';
  return (
    <Radio.Group
      label="How things stand"
      value={byHour ? 'hour' : chosen}
      onChange={(value) => {
        if (value === 'hour') at(Math.min(Math.round(hour * 10) / 10, hours));
        else at(value === usual ? undefined : 'worst');
      }}
    >
      <div className={s.radios}>
        {usual === 'now' && <Radio value="now" label="Now" />}
        <Radio value="worst" label="At their worst" />
        <Radio value="hour" label="At hour" />
        <NumberInput
          aria-label="Hour of the report"
          className={s.hour ?? ''}
          disabled={!byHour}
          hideControls={!byHour}
          min={0}
          max={hours}
          value={byHour ? chosen : ''}
          onChange={(value) => {
            if (typeof value === 'number') at(Math.min(Math.max(0, value), hours));
          }}
        />
      </div>
    </Radio.Group>
  );
}

/** Typing is free; the draft is made anew when the field is left, or on Enter. */
function Committed(props: {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const commit = () => {
    if (typed !== undefined && typed.trim() !== props.value) props.onCommit(typed.trim());
    setTyped(undefined);
  };
  return (
    <TextInput
      label={props.label}
      description={props.description}
      maxLength={200}
      value={typed ?? props.value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
