import type { Scenario } from '@msp-impact/contract';
import { useState } from 'react';
import { firstHour } from './events.ts';
import { NumberField } from './fields.tsx';
import { localTime, zoneOf } from './local-time.ts';
import s from './scenario.module.css';

/** A year is typed digit by digit: the first ones are no year that anybody means. */
const FIRST_YEAR = 1900;

/** When hour 0 is, on the reader's own clock, and from which hour other ways of working count. */
export function PlanTimes(props: {
  readonly plan: Scenario;
  readonly onStart: (start: string | undefined) => void;
  readonly onDeclared: (hour: number) => void;
}) {
  const { plan } = props;
  const zone = zoneOf(plan.start);
  const [typed, setTyped] = useState<string>();
  return (
    <div className={s.times}>
      <label className={s.field}>
        Begins{zone && ` (${zone})`}
        <input
          type="datetime-local"
          value={typed ?? localTime(plan.start)}
          onChange={(event) => {
            setTyped(event.target.value);
            const at = new Date(event.target.value);
            if (at.getFullYear() >= FIRST_YEAR) props.onStart(at.toISOString());
          }}
          onBlur={() => {
            // Empty while a part of it is typed: it is taken away only when it is left so.
            if (typed === '') props.onStart(undefined);
            setTyped(undefined);
          }}
        />
      </label>
      <NumberField
        label="Declared at hour"
        value={plan.declaredHour ?? 0}
        most={plan.hours}
        onChange={props.onDeclared}
      />
      {(plan.declaredHour ?? 0) < (firstHour(plan) ?? 0) && (
        <p className={s.words}>
          That is before anything stops: other ways of working would begin too early.
        </p>
      )}
    </div>
  );
}
