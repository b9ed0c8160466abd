import { Popover } from '@mantine/core';
import type { Demand } from '@msp-impact/contract';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';
import { Section } from '../../ui/Panel.tsx';
import { NumberField } from './fields.tsx';
import s from './scenario.module.css';

const MOST = 1e9;
/** What is asked of a service that was just named, until someone knows better. */
const USUAL = { perHour: 100, catchUpPerHour: 20 } as const;

interface DemandsProps {
  readonly demands: readonly Demand[];
  readonly nameOf: (id: string) => string;
  readonly onChange: (demands: readonly Demand[]) => void;
}

/** What services have to do, so that the cases that wait can be counted. */
export function Demands({ demands, nameOf, onChange }: DemandsProps) {
  const put = (at: number, patch: Partial<Demand>) =>
    onChange(demands.map((one, i) => (i === at ? { ...one, ...patch } : one)));
  return (
    <Section title="What services have to do">
      <p className={s.words}>
        {demands.length === 0
          ? 'Say how many cases an hour a service gets: what it cannot do waits, and is counted.'
          : 'Cases an hour, and how many more an hour each can do once it works again.'}
      </p>
      {demands.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same service may be named twice in a file
        <fieldset key={at} className={s.demand}>
          <legend>{nameOf(one.id)}</legend>
          <NumberField
            label="Cases an hour"
            value={one.perHour}
            most={MOST}
            onChange={(perHour) => put(at, { perHour })}
          />
          <NumberField
            label="Catches up, an hour"
            value={one.catchUpPerHour}
            most={MOST}
            onChange={(catchUpPerHour) => put(at, { catchUpPerHour })}
          />
          <button
            type="button"
            className={controls.link}
            aria-label={`Count the cases of ${nameOf(one.id)} no more`}
            onClick={() => onChange(demands.filter((_, i) => i !== at))}
          >
            Take away
          </button>
        </fieldset>
      ))}
      <AddDemand
        taken={new Set(demands.map((one) => one.id))}
        onAdd={(id) => onChange([...demands, { id, ...USUAL }])}
      />
    </Section>
  );
}

function AddDemand(props: {
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (id: string) => void;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={300} trapFocus position="bottom-start">
      <Popover.Target>
        <button type="button" className={controls.add} onClick={() => setOpened(!opened)}>
          + Cases of a service
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Count the cases of a service">
        <NodePicker
          label="Which service"
          kinds={['service']}
          autoFocus
          withinPortal={false}
          onPick={({ id }) => {
            setOpened(false);
            if (!props.taken.has(id)) props.onAdd(id);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
