/** What the Hour by hour screen asks, one hook each. `undefined` in place of a request asks nothing. */
import type { Scenario } from '@msp-impact/contract';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRevision } from './revision.ts';
import { plansApi } from './simulate.ts';
import { useAnswer } from './use-answer.ts';

/** Hit things answered, worst first: as many as can be drawn. */
const MOST_HIT = 1500;

export const useSimulation = (scenario: Scenario | undefined) =>
  useAnswer('simulate', scenario && { scenario, limit: MOST_HIT }, plansApi.simulate);

export const useComparison = (a: Scenario | undefined, b: Scenario | undefined) =>
  useAnswer('compare', a && b && { a, b }, plansApi.compare);

const SAVED = 'saved-plans';

export const useSavedPlans = () => {
  const revision = useRevision();
  return useQuery({
    queryKey: [SAVED, 'list', revision],
    queryFn: plansApi.list,
    staleTime: 10_000,
    refetchOnWindowFocus: true,
  });
};

export const useSavedPlan = (saved: { id: string; version?: number } | undefined) => {
  const revision = useRevision();
  return useQuery({
    queryKey: [SAVED, 'one', saved?.id, saved?.version, revision],
    queryFn: () => plansApi.get(saved!.id, saved!.version),
    enabled: saved !== undefined,
  });
};

/** Several at once, in their order; undefined while one is read. */
export const useSavedPlansOf = (refs: readonly { id: string; version?: number }[]) => {
  const revision = useRevision();
  return useQueries({
    queries: refs.map(({ id, version }) => ({
      queryKey: [SAVED, 'one', id, version, revision],
      queryFn: () => plansApi.get(id, version),
    })),
  });
};

export const usePlanVersions = (id: string | undefined) =>
  useQuery({
    queryKey: [SAVED, 'versions', id],
    queryFn: () => plansApi.versions(id!),
    enabled: id !== undefined,
    staleTime: 10_000,
  });

interface PlanToSave {
  readonly scenario: Scenario;
  readonly author: string;
  readonly over?: { readonly id: string; readonly version: number };
}

/** Saves and removes; every list of plans is read again afterwards. */
export function usePlanChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [SAVED] });
  return {
    save: useMutation({
      mutationFn: ({ scenario, author, over }: PlanToSave) =>
        over
          ? plansApi.replace(over.id, scenario, over.version, author)
          : plansApi.create(scenario, author),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (head: { id: string; version: number }) => plansApi.remove(head.id, head.version),
      onSettled,
    }),
  };
}

export const useTemplates = () => {
  const revision = useRevision();
  return useQuery({
    queryKey: ['plan-templates', revision],
    queryFn: plansApi.templates,
  });
};

/** The incident as it was; absent (an error) where the sample comes with none. */
export const useSamplePlan = (sample: string | undefined) =>
  useQuery({
    queryKey: ['sample-plan', sample],
    queryFn: () => plansApi.ofSample(sample!),
    enabled: sample !== undefined,
    retry: false,
  });

/** What was published of the incident, beside what the model says. Always of the sample as delivered. */
export const useReplay = (sample: string | undefined) =>
  useQuery({
    queryKey: ['replay', sample],
    queryFn: () => plansApi.replay(sample!),
    enabled: sample !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Soon while there is nothing to show; then as often as a number can be read. */
const FIRST_POLL_MS = 80;
const POLL_MS = 250;
const OVER = new Set(['done', 'failed', 'cancelled']);

/** A long computation: started, watched, cancelled. `key` new: another question, the old job is dropped. */
export function useJob(key: string) {
  const [job, setJob] = useState<{ readonly key: string; readonly id: string }>();
  const id = job?.key === key ? job.id : undefined;
  const state = useQuery({
    queryKey: ['job', id],
    queryFn: () => plansApi.job(id!),
    enabled: id !== undefined,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => {
      if (OVER.has(data?.state ?? '')) return false;
      return data?.result === undefined ? FIRST_POLL_MS : POLL_MS;
    },
  });
  const start = useMutation({
    mutationFn: (begin: () => ReturnType<typeof plansApi.job>) => begin(),
    onSuccess: (made) => setJob({ key, id: made.id }),
  });
  const cancel = useMutation({
    mutationFn: () => (id ? plansApi.cancel(id) : Promise.reject(new Error('Nothing runs'))),
    onSuccess: () => state.refetch(),
  });
  return {
    job: id ? state.data : undefined,
    error: start.error ?? state.error,
    start: (begin: () => ReturnType<typeof plansApi.job>) => start.mutate(begin),
    starting: start.isPending,
    cancel: () => cancel.mutate(),
  };
}
