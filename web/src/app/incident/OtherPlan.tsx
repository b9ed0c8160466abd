import type { Incident, IncidentChange } from '@msp-impact/contract';
import { useLocation, useSearch } from 'wouter';
import s from '../../features/incident/incident.module.css';
import controls from '../../ui/controls.module.css';
import { othersKeys, parseHours } from '../../url/hours-codec.ts';
import { formatPlan, normalPlan } from '../../url/scenario-codec.ts';

/** A plan that was changed under Hour by hour, and is not what the incident assumes: take it over or not. */
export function OtherPlan(props: {
  readonly incident: Incident;
  readonly onAssume: (change: IncidentChange) => void;
}) {
  const { incident, onAssume } = props;
  const search = useSearch();
  const [, go] = useLocation();
  const { draft } = parseHours(search).a;
  const written = (plan: Incident['scenario']) => formatPlan(normalPlan(plan), '').join('&');
  if (!draft || incident.closed || written(draft) === written(incident.scenario)) return null;
  const drop = () => go(`/incident?${othersKeys(search)}`);
  return (
    <div className={s.strip} role="status">
      <span>The plan from Hour by hour is not what is assumed here.</span>
      <button
        type="button"
        className={controls.button}
        onClick={() => {
          onAssume({ scenario: draft });
          drop();
        }}
      >
        Assume it from now on
      </button>
      <button type="button" className={controls.button} onClick={drop}>
        Drop it
      </button>
    </div>
  );
}
