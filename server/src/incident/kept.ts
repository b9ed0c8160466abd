/** Incidents in the store: a change is a new version, made anew where somebody else was faster. */
import { randomUUID } from 'node:crypto';
import type { Check, Incident, IncidentHead, Inject, Scenario } from '@msp-impact/contract';
import { Conflict, type Paper, type Store } from '../store/port.ts';
import { currentScenario, hourOf } from './current.ts';
import { heldBack } from './held-back.ts';

export type KeptInject = Omit<Inject, 'open'>;

/** What a version holds. Times are ISO 8601, UTC; checks in the order in which they were logged. */
export interface Kept {
  readonly name: string;
  readonly began: string;
  readonly exercise: boolean;
  readonly revealed: boolean;
  readonly closed?: string;
  readonly staleAfterHours: number;
  readonly scenario: Scenario;
  readonly checks: readonly Check[];
  readonly injects: readonly KeptInject[];
}

export interface Stored {
  readonly paper: Paper;
  readonly kept: Kept;
}

const TRIES = 20;

export const storedOf = (paper: Paper): Stored => ({ paper, kept: paper.body as Kept });

/**
 * Applies `change` to the newest version. `expected`: the only version that may be changed; then
 * rejects with Conflict where there is a newer one. Undefined: there is no such incident.
 */
export async function changeIncident(
  store: Store,
  id: string,
  change: (kept: Kept) => Kept,
  expected?: number,
): Promise<Stored | undefined> {
  for (let left = TRIES; ; left--) {
    const paper = await store.incidents.get(id);
    if (!paper) return undefined;
    if (expected !== undefined && paper.version !== expected) throw new Conflict(paper.version);
    const kept = change(paper.body as Kept);
    const { author, graphRevision } = paper;
    const next = { id, title: kept.name, author, graphRevision, body: kept };
    try {
      const head = await store.incidents.save(next, paper.version);
      return { kept, paper: { ...head, body: kept } };
    } catch (error) {
      if (!(error instanceof Conflict) || expected !== undefined || left <= 1) throw error;
    }
  }
}

export const newId = (): string => randomUUID();

export function headOf({ paper, kept }: Stored): IncidentHead {
  return {
    id: paper.id,
    version: paper.version,
    name: kept.name,
    author: paper.author,
    began: kept.began,
    exercise: kept.exercise,
    ...(kept.closed ? { closed: kept.closed } : {}),
    checks: kept.checks.length,
  };
}

/** `player`: what is not out yet is left out, until the results are shown. */
export function incidentOf(stored: Stored, now: string, player = false): Incident {
  const { kept } = stored;
  const { checks: _count, ...head } = headOf(stored);
  const elapsed = hourOf(kept.began, now);
  const injects = kept.injects.map((one) => ({ ...one, open: isOpen(one, elapsed) }));
  const seen = (scenario: Scenario) =>
    player && kept.exercise && !kept.revealed ? heldBack(scenario, elapsed) : scenario;
  const hour = (one: Inject) => one.atHour ?? Number.POSITIVE_INFINITY;
  return {
    ...head,
    now,
    revealed: kept.revealed,
    staleAfterHours: kept.staleAfterHours,
    scenario: seen(kept.scenario),
    current: seen(currentScenario(kept, now)),
    checks: [...kept.checks].reverse().sort((a, b) => (a.at < b.at ? 1 : Number(a.at > b.at) * -1)),
    injects: injects
      .filter(({ open }) => open || !player)
      .sort((a, b) => (hour(a) < hour(b) ? -1 : Number(hour(a) > hour(b)))),
  };
}

const isOpen = ({ released, atHour }: KeptInject, elapsed: number) =>
  released !== undefined || (atHour !== undefined && atHour <= elapsed);
