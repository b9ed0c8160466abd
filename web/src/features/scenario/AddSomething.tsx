import { Popover } from '@mantine/core';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';
import { setName } from '../../ui/set-name.ts';
import type { EventItem } from './events.ts';
import s from './scenario.module.css';

const SORTS = [
  { value: 'outages', label: 'Stop something' },
  { value: 'isolations', label: 'Switch off together' },
  { value: 'cuts', label: 'Cut a link' },
  { value: 'observations', label: 'We checked: it works' },
] as const;
type Sort = (typeof SORTS)[number]['value'];

/** "+ Something else": added from hour 0 with no end; the timeline then says when. */
export function AddSomething(props: {
  readonly zones: readonly string[];
  readonly onAdd: (event: EventItem) => void;
}) {
  const [opened, setOpened] = useState(false);
  const [sort, setSort] = useState<Sort>('outages');
  const add = (event: EventItem) => {
    setOpened(false);
    props.onAdd(event);
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={330} trapFocus position="bottom-start">
      <Popover.Target>
        <button type="button" className={controls.add} onClick={() => setOpened(!opened)}>
          + Something else
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add to the plan">
        <fieldset className={s.sorts}>
          <legend className="only-heard">What happens</legend>
          {SORTS.map((one) => (
            <label key={one.value}>
              <input
                type="radio"
                name="plan-sort"
                checked={sort === one.value}
                onChange={() => setSort(one.value)}
              />
              {one.label}
            </label>
          ))}
        </fieldset>
        <Choice sort={sort} zones={props.zones} onAdd={add} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice(props: {
  readonly sort: Sort;
  readonly zones: readonly string[];
  readonly onAdd: (event: EventItem) => void;
}) {
  const { sort, zones, onAdd } = props;
  const [from, setFrom] = useState<string>();
  if (sort === 'isolations') {
    if (zones.length === 0) return <p className={s.words}>No set is on record around this.</p>;
    return (
      <div className={s.stack}>
        {zones.map((zone) => (
          <button
            key={zone}
            type="button"
            className={controls.button}
            onClick={() => onAdd({ list: 'isolations', item: { zone } })}
          >
            {setName(zone)}
          </button>
        ))}
      </div>
    );
  }
  if (sort === 'cuts') {
    return (
      <div className={s.stack}>
        <NodePicker label="Supplied by" withinPortal={false} onPick={(node) => setFrom(node.id)} />
        <NodePicker
          label="Cut off by"
          withinPortal={false}
          onPick={(node) => from && onAdd({ list: 'cuts', item: { from, to: node.id } })}
        />
      </div>
    );
  }
  return (
    <NodePicker
      label="Which one"
      autoFocus
      withinPortal={false}
      onPick={({ id }) =>
        onAdd(
          sort === 'outages'
            ? { list: 'outages', item: { id } }
            : { list: 'observations', item: { id, level: 1 } },
        )
      }
    />
  );
}
