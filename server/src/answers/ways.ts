/** Reach and paths: what hangs on what, whatever the strengths. */
import type { PathsAnswer, ReachAnswer } from '@msp-impact/contract';
import { reach, simplePaths } from '@msp-impact/engine';
import { nodeId } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { writeCursor } from './cursor.ts';
import { nameOf } from './impact.ts';

export const REACH_PAGE = 1000;
type Direction = ReachAnswer['direction'];

export interface ReachRequest {
  readonly id: string;
  readonly direction: Direction;
  readonly depth?: number | undefined;
}

/** The node itself is left out. Nearest first, ties by id. `from`: position of the first row. */
export function reachAnswer(
  snapshot: Snapshot,
  node: number,
  request: ReachRequest,
  limit = REACH_PAGE,
  from = 0,
): ReachAnswer {
  const { nodes, depth } = reach(snapshot.graph, node, request.direction, request.depth);
  const { order } = snapshot.graph;
  const places = Array.from(nodes.keys()).slice(1);
  const rowAt = (place: number) => order[nodes[place] as number] as number;
  places.sort((a, b) => (depth[a] as number) - (depth[b] as number) || rowAt(a) - rowAt(b));
  const page = places.slice(from, from + limit);
  const end = from + page.length;
  return {
    revision: snapshot.revision,
    id: request.id,
    direction: request.direction,
    count: places.length,
    nodes: page.map((place) => ({
      ...nameOf(snapshot, nodes[place] as number),
      depth: depth[place] as number,
    })),
    ...(end < places.length ? { next: writeCursor(snapshot.revision, end, request) } : {}),
  };
}

/** Simple paths, shortest first; `complete` false when `limit` or the work bound cut them short. */
export function pathsAnswer(
  snapshot: Snapshot,
  from: number,
  to: number,
  limit: number,
): PathsAnswer {
  const { paths, complete } = simplePaths(snapshot.graph, from, to, limit);
  return {
    revision: snapshot.revision,
    count: paths.length,
    complete,
    paths: paths.map((path) => path.map((node) => nodeId(snapshot, node))),
  };
}
