/** Calls of the Incident screen. Others log checks at the same time, so an open one is read again and again. */
import type {
  Incident,
  IncidentChange,
  IncidentsAnswer,
  NewCheck,
  NewIncident,
  NewInject,
} from '@msp-impact/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './client.ts';

const POLL_MS = 10_000;
const KEY = 'incidents';
const path = (id: string) => `/incidents/${encodeURIComponent(id)}`;
const send = (method: 'POST' | 'PATCH', to: string, body?: unknown) =>
  call<Incident>(to, { method, ...(body === undefined ? {} : { body }) });

export const useIncidents = () =>
  useQuery({
    queryKey: [KEY, 'list'],
    queryFn: () => call<IncidentsAnswer>('/incidents'),
    staleTime: POLL_MS,
    refetchOnWindowFocus: true,
  });

/** `player`: without what is not out yet. */
export const useIncident = (id: string | undefined, player: boolean) =>
  useQuery({
    queryKey: [KEY, 'one', id, player],
    queryFn: () => call<Incident>(path(id!), { query: player ? { as: 'player' } : {} }),
    enabled: id !== undefined,
    staleTime: 0,
    refetchInterval: POLL_MS,
  });

export function useOpenIncident() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (made: NewIncident) => send('POST', '/incidents', made),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useIncidentActs(id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [KEY] });
  return {
    check: useMutation({
      mutationFn: (check: NewCheck) => send('POST', `${path(id)}/checks`, check),
      onSettled,
    }),
    inject: useMutation({
      mutationFn: (inject: NewInject) => send('POST', `${path(id)}/injects`, inject),
      onSettled,
    }),
    release: useMutation({
      mutationFn: (inject: string) =>
        send('POST', `${path(id)}/injects/${encodeURIComponent(inject)}/release`),
      onSettled,
    }),
    change: useMutation({
      mutationFn: (change: IncidentChange) => send('PATCH', path(id), change),
      onSettled,
    }),
  };
}
