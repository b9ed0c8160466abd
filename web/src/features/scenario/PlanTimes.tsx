import type { Scenario } from '@msp-impact/contract';
import { NumberField } from './fields.tsx';
import { localTime, zoneOf } from './local-time.ts';
import s from './scenario.module.css';

/** When hour 0 is, on the reader's own clock, and from which hour other ways of working count. */
export function PlanTimes(props: {
  readonly plan: Scenario;
  readonly onStart: (start: string | undefined) => void;
  readonly onDeclared: (hour: number) => void;
}) {
  const { plan } = props;
  const zone = zoneOf(plan.start);
  return (
    <div className={s.times}>
      <label className={s.field}>
        Begins{zone && ` (${zone})`}
        <input
          type="datetime-local"
          value={localTime(plan.start)}
          onChange={(event) => {
            const at = new Date(event.target.value);
            if (event.target.value === '') props.onStart(undefined);
            else if (!Number.isNaN(at.getTime())) props.onStart(at.toISOString());
          }}
        />
      </label>
      <NumberField
        label="Declared at hour"
        value={plan.declaredHour ?? 0}
        most={plan.hours}
        onChange={props.onDeclared}
      />
    </div>
  );
}
