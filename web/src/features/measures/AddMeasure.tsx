import { Popover } from '@mantine/core';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';
import { setName } from '../../ui/set-name.ts';
import { typedNumber } from '../../ui/typed-number.ts';
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
      readonly after?: string;
    }
  >
> = {
  workaround: { first: 'For whom', number: 'Carries, %', usual: 50, after: 'Begins after, hours' },
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
  const [after, setAfter] = useState(4);
  const [cost, setCost] = useState('1');
  const price = typedNumber(cost);
  const made = measureOf({ sort, first, second, zone, number, after, price });
  return (
    <form
      className={s.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (made) props.onAdd(made);
      }}
    >
      <SortRow
        sort={sort}
        sets={props.zones.length > 0}
        onSort={(next) => {
          setSort(next);
          setNumber(ASKS[next].usual ?? 0);
        }}
      />
      {sort === 'split' && <SetRow zones={props.zones} value={zone} onChange={setZone} />}
      <NodePicker label={asks.first} withinPortal={false} onPick={(node) => setFirst(node.id)} />
      {asks.second && (
        <NodePicker
          label={asks.second}
          withinPortal={false}
          onPick={(node) => setSecond(node.id)}
        />
      )}
      {asks.number && (
        <NumberRow
          label={asks.number}
          most={asks.number.includes('%') ? 100 : 87_600}
          value={number}
          onChange={setNumber}
        />
      )}
      {asks.after && (
        <NumberRow label={asks.after} most={87_600} value={after} onChange={setAfter} />
      )}
      <CostRow value={cost} unread={price === undefined} onChange={setCost} />
      <button type="submit" className={`${controls.primary} ${s.add}`} disabled={!made}>
        Add
      </button>
    </form>
  );
}

function SortRow(props: {
  readonly sort: Sort;
  /** Whether there is a set that something could be kept apart from. */
  readonly sets: boolean;
  readonly onSort: (sort: Sort) => void;
}) {
  return (
    <label>
      What
      <select value={props.sort} onChange={(event) => props.onSort(event.target.value as Sort)}>
        {SORTS.filter((one) => one !== 'split' || props.sets).map((one) => (
          <option key={one} value={one}>
            {SORT_WORDS[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

function SetRow(props: {
  readonly zones: readonly string[];
  readonly value: string;
  readonly onChange: (zone: string) => void;
}) {
  return (
    <label>
      From which set
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.zones.map((one) => (
          <option key={one} value={one}>
            {setName(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function NumberRow(props: {
  readonly label: string;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <label>
      {props.label}
      <input
        type="number"
        min={0}
        max={props.most}
        value={props.value}
        onChange={(event) => props.onChange(Number(event.target.value))}
      />
    </label>
  );
}

function CostRow(props: {
  readonly value: string;
  readonly unread: boolean;
  readonly onChange: (typed: string) => void;
}) {
  return (
    <label>
      Costs
      <input
        inputMode="decimal"
        value={props.value}
        aria-invalid={props.unread}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.unread && <small className={s.unread}>Not a number: write it as 200,000</small>}
    </label>
  );
}

function measureOf(of: {
  readonly sort: Sort;
  readonly first: string | undefined;
  readonly second: string | undefined;
  readonly zone: string;
  readonly number: number;
  readonly after: number;
  readonly price: number | undefined;
}): MeasureDraft | undefined {
  const { sort, first, second, zone, number, after, price: cost } = of;
  if (!first || !(number >= 0) || !(after >= 0) || cost === undefined) return undefined;
  const share = Math.min(1, number / 100);
  if (sort === 'workaround') {
    return { do: sort, node: first, capacity: share, afterHours: after, cost };
  }
  if (sort === 'restart') return { do: sort, node: first, hours: number, cost };
  if (sort === 'split') return zone ? { do: sort, zone, nodes: [first], cost } : undefined;
  if (!second) return undefined;
  if (sort === 'supplier') return { do: sort, to: first, beside: second, cost };
  if (sort === 'buffer') return { do: sort, to: first, from: second, hours: number, cost };
  return { do: sort, to: first, from: second, strength: share, cost };
}
