import { Popover } from '@mantine/core';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';
import { setName } from '../../ui/set-name.ts';
import type { MeasureDraft } from '../../url/measures-codec.ts';
import s from './measures.module.css';
import { SORT_WORDS } from './words.ts';

type Sort = MeasureDraft['do'];
const SORTS = Object.keys(SORT_WORDS) as Sort[];

/** What each sort asks for: one thing or two, and its number. */
const ASKS: Readonly<
  Record<
    Sort,
    {
      readonly first: string;
      readonly second?: string;
      readonly number?: string;
      readonly usual?: number;
    }
  >
> = {
  workaround: { first: 'For whom', number: 'Carries, %', usual: 50 },
  supplier: { first: 'For whom', second: 'Beside whom it relies on now' },
  buffer: { first: 'Who runs on', second: 'Without whom', number: 'For, hours', usual: 24 },
  split: { first: 'Which one is kept apart' },
  restart: { first: 'Which one', number: 'Restarts within, hours', usual: 4 },
  exit: { first: 'Who relies less', second: 'On whom', number: 'Relies on it for, %', usual: 30 },
};

/** "+ Measure" */
export function AddMeasure(props: {
  readonly zones: readonly string[];
  readonly onAdd: (measure: MeasureDraft) => void;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={330} trapFocus position="bottom-start">
      <Popover.Target>
        <button type="button" className={controls.add} onClick={() => setOpened(!opened)}>
          + Measure
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add a measure">
        <Form
          zones={props.zones}
          onAdd={(measure) => {
            setOpened(false);
            props.onAdd(measure);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Form(props: {
  readonly zones: readonly string[];
  readonly onAdd: (measure: MeasureDraft) => void;
}) {
  const [sort, setSort] = useState<Sort>('workaround');
  const [first, setFirst] = useState<string>();
  const [second, setSecond] = useState<string>();
  const [zone, setZone] = useState(props.zones[0] ?? '');
  const asks = ASKS[sort];
  const [number, setNumber] = useState(50);
  const made = measureOf({ sort, first, second, zone, number });
  return (
    <form
      className={s.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (made) props.onAdd(made);
      }}
    >
      <label>
        What
        <select
          value={sort}
          onChange={(event) => {
            const next = event.target.value as Sort;
            setSort(next);
            setNumber(ASKS[next].usual ?? 0);
          }}
        >
          {SORTS.filter((one) => one !== 'split' || props.zones.length > 0).map((one) => (
            <option key={one} value={one}>
              {SORT_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      {sort === 'split' && (
        <label>
          From which set
          <select value={zone} onChange={(event) => setZone(event.target.value)}>
            {props.zones.map((one) => (
              <option key={one} value={one}>
                {setName(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <NodePicker label={asks.first} withinPortal={false} onPick={(node) => setFirst(node.id)} />
      {asks.second && (
        <NodePicker
          label={asks.second}
          withinPortal={false}
          onPick={(node) => setSecond(node.id)}
        />
      )}
      {asks.number && (
        <label>
          {asks.number}
          <input
            type="number"
            min={0}
            max={asks.number.includes('%') ? 100 : 87_600}
            value={number}
            onChange={(event) => setNumber(Number(event.target.value))}
          />
        </label>
      )}
      <button type="submit" className={controls.primary} disabled={!made}>
        Add
      </button>
    </form>
  );
}

function measureOf(of: {
  readonly sort: Sort;
  readonly first: string | undefined;
  readonly second: string | undefined;
  readonly zone: string;
  readonly number: number;
}): MeasureDraft | undefined {
  const { sort, first, second, zone, number } = of;
  if (!first || !(number >= 0)) return undefined;
  const share = Math.min(1, number / 100);
  if (sort === 'workaround') {
    return { do: sort, node: first, capacity: share, afterHours: 4, cost: 1 };
  }
  if (sort === 'restart') return { do: sort, node: first, hours: number, cost: 1 };
  if (sort === 'split') return zone ? { do: sort, zone, nodes: [first], cost: 1 } : undefined;
  if (!second) return undefined;
  if (sort === 'supplier') return { do: sort, to: first, beside: second, cost: 1 };
  if (sort === 'buffer') return { do: sort, to: first, from: second, hours: number, cost: 1 };
  return { do: sort, to: first, from: second, strength: share, cost: 1 };
}
