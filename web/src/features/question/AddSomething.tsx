import { Popover } from '@mantine/core';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker, type Picked } from '../../ui/NodePicker.tsx';
import * as act from '../../url/actions.ts';
import type { Change } from './Chips.tsx';
import { type Zone, zoneName } from './how.ts';
import s from './question.module.css';

const SORTS = [
  { value: 'stop', label: 'Something else stops' },
  { value: 'zone', label: 'Switched off together' },
  { value: 'cut', label: 'Someone cuts a link' },
  { value: 'seen', label: 'We checked it' },
] as const;
type Sort = (typeof SORTS)[number]['value'];

/** "+ Something else": one more thing of any sort joins the question. */
export function AddSomething(props: { readonly zones: readonly Zone[]; readonly change: Change }) {
  const [opened, setOpened] = useState(false);
  const [sort, setSort] = useState<Sort>('stop');
  const add: Change = (next) => {
    props.change(next);
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-start" trapFocus>
      <Popover.Target>
        <button type="button" className={controls.add} onClick={() => setOpened(!opened)}>
          + Something else
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add to the question">
        <fieldset className={s.sorts}>
          <legend className="only-heard">What to add</legend>
          {SORTS.map((one) => (
            <label key={one.value}>
              <input
                type="radio"
                name="sort"
                checked={sort === one.value}
                onChange={() => setSort(one.value)}
              />
              {one.label}
            </label>
          ))}
        </fieldset>
        <Form sort={sort} zones={props.zones} add={add} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Form(props: {
  readonly sort: Sort;
  readonly zones: readonly Zone[];
  readonly add: Change;
}) {
  const { sort, zones, add } = props;
  if (sort === 'stop') {
    return (
      <NodePicker
        label="What stops"
        withinPortal={false}
        onPick={(node) => add((view) => act.stopOne(view, { id: node.id }))}
      />
    );
  }
  if (sort === 'seen') {
    return (
      <NodePicker
        label="What was checked and works"
        withinPortal={false}
        onPick={(node) => add((view) => act.observe(view, node.id, 1))}
      />
    );
  }
  if (sort === 'cut') return <CutForm add={add} />;
  return <ZoneForm zones={zones} add={add} />;
}

function ZoneForm({ zones, add }: { readonly zones: readonly Zone[]; readonly add: Change }) {
  if (zones.length === 0) return <p>Nothing on record is switched off together.</p>;
  return (
    <ul className={s.zones}>
      {zones.map((zone) => (
        <li key={zone.id}>
          <button
            type="button"
            className={controls.link}
            onClick={() => add((view) => act.toggleZone(view, zone.id))}
          >
            {zoneName(zone.id)} ({zone.members.length})
          </button>
        </li>
      ))}
    </ul>
  );
}

function CutForm({ add }: { readonly add: Change }) {
  const [from, setFrom] = useState<Picked>();
  const [to, setTo] = useState<Picked>();
  return (
    <div className={s.cut}>
      <NodePicker label="Who is cut off" withinPortal={false} onPick={setFrom} />
      <NodePicker label="By which user" withinPortal={false} onPick={setTo} />
      <button
        type="button"
        className={controls.primary}
        disabled={!from || !to}
        onClick={() => from && to && add((view) => act.toggleCut(view, from.id, to.id))}
      >
        Cut it off
      </button>
    </div>
  );
}
