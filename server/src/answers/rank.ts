/** What would hurt most: every node alone at level 0, computed once for a version of the graph. */
import type { Kind, RankAnswer, RankRow } from '@msp-impact/contract';
import { KINDS, type Ranking, solve } from '@msp-impact/engine';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { compute } from './heavy.ts';
import { nameOf } from './impact.ts';

const SERVICE = KINDS.indexOf('service');
const kept = new WeakMap<Snapshot, Promise<Ranking | undefined>>();

/** All nodes, worst first; undefined when it took too long. */
function rankingOf(snapshot: Snapshot): Promise<Ranking | undefined> {
  const known = kept.get(snapshot);
  if (known) return known;
  const ranking = compute(snapshot, { what: 'rank' }) as Promise<Ranking | undefined>;
  kept.set(snapshot, ranking);
  // A failure is not kept: the next one to ask tries again.
  ranking.then(
    (result) => result ?? kept.delete(snapshot),
    () => kept.delete(snapshot),
  );
  return ranking;
}

export interface RankOptions {
  readonly kinds?: readonly Kind[] | undefined;
  readonly top?: number | undefined;
}

/** A row's place in the ranking: its score does not depend on who else is ranked. */
export async function rankAnswer(
  snapshot: Snapshot,
  { kinds, top = Number.POSITIVE_INFINITY }: RankOptions,
): Promise<RankAnswer | undefined> {
  const ranking = await rankingOf(snapshot);
  if (!ranking) return undefined;
  const places = placesOf(snapshot, ranking, kinds);
  const rows = places.slice(0, top).map((place) => rowOf(snapshot, ranking, place));
  return { revision: snapshot.revision, byPeople: ranking.byPeople, total: places.length, rows };
}

function placesOf({ graph }: Snapshot, { node }: Ranking, kinds?: readonly Kind[]): number[] {
  const places = Array.from(node.keys());
  if (!kinds?.length) return places;
  const codes = new Set<number | undefined>(kinds.map((kind) => KINDS.indexOf(kind)));
  return places.filter((place) => codes.has(graph.kind[node[place] as number]));
}

function rowOf(snapshot: Snapshot, ranking: Ranking, place: number): RankRow {
  const node = ranking.node[place] as number;
  return {
    ...nameOf(snapshot, node),
    score: ranking.score[place] as number,
    down: ranking.down[place] as number,
    degraded: ranking.degraded[place] as number,
    people: ranking.people[place] as number,
    services: servicesHit(snapshot, node),
  };
}

/** Other services under level 1 when this node stops. One sparse run. */
function servicesHit({ graph }: Snapshot, node: number): number {
  const outage = { node, level: { low: 0, likely: 0, high: 0 }, cause: 0 };
  const question = { outages: [outage], severed: [], observed: [], workarounds: false };
  const { hit } = solve(graph, question);
  return hit.filter((one) => one !== node && graph.kind[one] === SERVICE).length;
}

/** `rank --json`, one row. */
export function cliRank({ rows }: RankAnswer) {
  return rows.map(({ id, score, down, degraded, people }) => ({
    id,
    score,
    down,
    degraded,
    people,
  }));
}
