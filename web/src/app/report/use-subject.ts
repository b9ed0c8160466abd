import type { Incident, Scenario } from '@msp-impact/contract';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { useIncident } from '../../api/incidents.ts';
import { useSavedPlan } from '../../api/plans.ts';
import { useGraphView } from '../../api/questions.ts';
import { parseView } from '../../url/codec.ts';
import type { Desk } from '../../url/desk.ts';
import { parseHours } from '../../url/hours-codec.ts';
import { planOfQuestion } from '../../url/plan-of-question.ts';

/** What is reported on. */
export interface Subject {
  readonly plan: Scenario | undefined;
  readonly incident: Incident | undefined;
  /** The hour that is looked at: of the incident now, or of Hour by hour. */
  readonly hour: number;
  readonly error: unknown;
  readonly loading: boolean;
}

const MINUTES = 5;
const HOUR_MS = 3.6e6;

const hoursSince = (began: string, at: string) => (Date.parse(at) - Date.parse(began)) / HOUR_MS;

/**
 * Hours since it began, down to five minutes, so that it is the same question for a while; but never
 * before the last check, which counts at once.
 */
export function hourNow({ began, now, closed, checks }: Incident): number {
  const end = hoursSince(began, closed ?? now);
  const steps = Math.floor((end * 60) / MINUTES) * MINUTES;
  const seen = checks.map(({ at }) => hoursSince(began, at)).filter((hour) => hour <= end);
  return Math.max(0, steps / 60, ...seen);
}

/** The incident that goes on, the plan in the address, a saved one, or what is stopped on Explore. */
export function useSubject(desk: Desk): Subject {
  const incident = useIncident(desk.incident, !desk.facilitator);
  const inAddress = usePlanInAddress(desk.incident === undefined);
  if (desk.incident === undefined) return { ...inAddress, incident: undefined };
  return {
    plan: incident.data?.current,
    incident: incident.data,
    hour: incident.data ? hourNow(incident.data) : 0,
    error: incident.data ? null : incident.error,
    loading: incident.isPending,
  };
}

export function usePlanInAddress(wanted: boolean): Omit<Subject, 'incident'> {
  const search = useSearch();
  const { a, at } = useMemo(() => parseHours(search), [search]);
  const view = useMemo(() => parseView(search), [search]);
  const saved = useSavedPlan(wanted && !a.draft ? a.saved : undefined);
  const asked = useMemo(
    () => (a.draft || a.saved ? undefined : planOfQuestion(view)),
    [a.draft, a.saved, view],
  );
  const names = useGraphView(wanted && asked ? { show: 'all', budget: 1500 } : undefined).data;
  const named = useMemo(() => {
    if (!asked) return undefined;
    const known = new Map(names?.nodes.map(({ id, name }) => [id, name]));
    const ids = [...(asked.outages ?? []).map(({ id }) => id), ...view.isolate];
    const list = ids.slice(0, 3).map((id) => known.get(id) ?? id);
    const more = ids.length > 3 ? ` and ${ids.length - 3} more` : '';
    const name = list.length > 0 ? `If this stops: ${list.join(', ')}${more}` : asked.name;
    return { ...asked, name };
  }, [asked, names, view.isolate]);
  return {
    plan: a.draft ?? saved.data?.scenario ?? named,
    hour: at,
    error: a.draft ? null : saved.error,
    loading: a.draft === undefined && a.saved !== undefined && saved.isPending,
  };
}
