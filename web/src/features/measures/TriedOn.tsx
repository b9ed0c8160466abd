import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useSavedPlans } from '../../api/plans.ts';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { MOST_OVER } from '../../url/hours-codec.ts';
import type { Weighted } from '../../url/hours-view.ts';
import { CostField } from './CostField.tsx';
import s from './measures.module.css';

/** A plan that measures are tried on, and how much it counts beside the others. */
export interface TriedPlan {
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  readonly onWeight: (weight: number) => void;
  /** The plans on screen always count; others can be left out again. */
  readonly onRemove?: () => void;
}

/** Which plans count, and how much: what happens rarely may count less. */
export function TriedOn(props: {
  readonly plans: readonly TriedPlan[];
  readonly over: readonly Weighted[];
  readonly onOver: (over: readonly Weighted[]) => void;
}) {
  const { plans } = props;
  return (
    <Section title="Tried on">
      <ul className={s.list}>
        {plans.map((one) => (
          <li key={one.key}>
            <span>{one.name}</span>
            <span>
              counts{' '}
              <CostField
                label={`How much ${one.name} counts`}
                value={one.weight}
                onChange={one.onWeight}
              />{' '}
              {plans.length > 1 && partWords(one, plans)}
            </span>
            {one.onRemove && (
              <button
                type="button"
                className={controls.link}
                aria-label={`Leave out: ${one.name}`}
                onClick={one.onRemove}
              >
                Leave out
              </button>
            )}
          </li>
        ))}
      </ul>
      {props.over.length < MOST_OVER && <AddPlan over={props.over} onOver={props.onOver} />}
    </Section>
  );
}

/** "of 3": so much of all that counts. */
function partWords({ weight }: TriedPlan, plans: readonly TriedPlan[]): string {
  const all = plans.reduce((sum, one) => sum + one.weight, 0);
  return all > 0 && weight > 0 ? `of ${Number(all.toPrecision(6))}` : 'not at all';
}

function AddPlan(props: {
  readonly over: readonly Weighted[];
  readonly onOver: (over: readonly Weighted[]) => void;
}) {
  const [opened, setOpened] = useState(false);
  const saved = useSavedPlans();
  const free = saved.data?.scenarios.filter(
    (head) => !props.over.some((one) => one.id === head.id && one.version === undefined),
  );
  return (
    <Popover opened={opened} onChange={setOpened} width={300} trapFocus position="bottom-start">
      <Popover.Target>
        <button type="button" className={controls.add} onClick={() => setOpened(!opened)}>
          + Saved plan
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add a saved plan">
        {saved.error && <ErrorState error={saved.error} onRetry={() => void saved.refetch()} />}
        {free?.length === 0 && (
          <p className={s.quiet}>No other plan is saved. Save one under Plans.</p>
        )}
        <div className={s.form}>
          {free?.map((head) => (
            <button
              key={head.id}
              type="button"
              className={controls.button}
              onClick={() => {
                setOpened(false);
                props.onOver([...props.over, { id: head.id, weight: 1 }]);
              }}
            >
              {head.name}
            </button>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
