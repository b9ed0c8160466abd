import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './client.ts';
import { noteLost, noteRevision, useLost, useRevision } from './revision.ts';

/** Milliseconds between two attempts: quick at first, then patient. */
const WAITS = [1000, 2000, 4000, 8000, 15_000];
/** How often a screen that is looked at asks whether someone else has changed the data. */
const WATCH_MS = 20_000;

/** Learns the data's version at the start, and notices what others change. Shows nothing. */
export function RevisionWatch() {
  const known = useRevision() !== undefined;
  const lost = useLost();
  const ready = useQuery({
    queryKey: ['ready'],
    queryFn: () => api.ready(),
    enabled: !lost,
    staleTime: 0,
    refetchInterval: WATCH_MS,
    refetchOnWindowFocus: true,
  });
  useEffect(() => {
    if (ready.data?.revision !== undefined) noteRevision(ready.data.revision);
    // The store may be failing while the last answers are still served: let the questions be asked.
    else if (ready.isError && !known && !lost) noteRevision(0);
  }, [ready.data, ready.isError, known, lost]);
  return null;
}

/**
 * While the server does not answer: seconds until the next attempt, and a way to try now.
 * Polls only while it is lost; when the server is back, what failed is asked again.
 */
export function useReconnect(): { lost: boolean; seconds: number; tryNow: () => void } {
  const lost = useLost();
  const client = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!lost) {
      setAttempt(0);
      return;
    }
    const wait = WAITS[Math.min(attempt, WAITS.length - 1)] ?? 15_000;
    const until = Date.now() + wait;
    setSeconds(Math.ceil(wait / 1000));
    const tick = setInterval(
      () => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000))),
      500,
    );
    const timer = setTimeout(() => void knock(), wait);
    async function knock() {
      const back = await answers();
      if (!back) return setAttempt((n) => n + 1);
      noteLost(false);
      void client.refetchQueries({ predicate: (query) => query.state.status === 'error' });
    }
    return () => {
      clearInterval(tick);
      clearTimeout(timer);
    };
  }, [lost, attempt, client]);
  const tryNow = async () => {
    if (!(await answers())) return setAttempt((n) => n + 1);
    noteLost(false);
    void client.refetchQueries({ predicate: (query) => query.state.status === 'error' });
  };
  return { lost, seconds, tryNow: () => void tryNow() };
}

async function answers(): Promise<boolean> {
  return api.ready().then(
    (ready) => {
      if (ready.revision !== undefined) noteRevision(ready.revision);
      return true;
    },
    (error: unknown) => error instanceof Error && error.name === 'ApiProblem',
  );
}
