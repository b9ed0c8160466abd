/**
 * Which nodes are drawn singly, most telling first, until the budget is used up (fifty more for each
 * group that was opened):
 * kept and marked ones, groups that were opened, what is hit, its alternatives, what is switched
 * off together with it, the other parts of its nation; with `all`, then the rest.
 */
import { nodeModel, nodeOf } from '../../snapshot/read.ts';
import { asksNothing, type Solved } from '../ask.ts';
import { NodeMask } from '../node-mask.ts';
import { byId, worstFirst } from '../order.ts';
import { groupIdOf, OPENED_AT_A_TIME } from './groups.ts';
import type { ViewOptions } from './options.ts';

const DEFAULT_BUDGET = 500;
/** Drawn singly at the very most, whatever is opened. */
const MOST = 1500;

export function singleNodes(
  solved: Solved,
  options: ViewOptions,
  matching: NodeMask,
  suggested?: Solved,
): NodeMask {
  const { budget: asked = DEFAULT_BUDGET, open = [] } = options;
  // A group that is opened comes on top: where the budget is used up it would not open at all.
  const budget = Math.min(MOST, asked + OPENED_AT_A_TIME * open.length);
  const singles = new NodeMask(solved.snapshot.graph);
  for (const node of candidates(solved, options, matching, suggested)) {
    if (singles.size >= budget) break;
    singles.add(node);
  }
  return singles;
}

function* candidates(
  solved: Solved,
  options: ViewOptions,
  matching: NodeMask,
  suggested?: Solved,
): Iterable<number> {
  yield* askedFor(solved, options);
  const within = (nodes: Iterable<number>) => [...nodes].filter((node) => matching.has(node));
  yield* within(worstFirst(solved));
  yield* within(byId(solved, solved.impact.atRisk));
  yield* opened(solved, options.open ?? [], matching);
  yield* within(companions(solved));
  const picture = asksNothing(solved.question) ? suggested : undefined;
  if (picture) {
    yield* within(worstFirst(picture));
    yield* within(companions(picture));
  }
  const { show, around, search } = options;
  if (show === 'all' || around !== undefined || search?.trim()) yield* matching.byId();
}

/** Drawn whatever the filter says. */
function* askedFor({ snapshot, engineQuestion }: Solved, options: ViewOptions): Iterable<number> {
  for (const { node } of engineQuestion.outages) yield node;
  for (const { node } of engineQuestion.observed) yield node;
  for (const link of engineQuestion.severed) {
    yield snapshot.graph.to[link] as number;
    yield snapshot.graph.from[link] as number;
  }
  for (const id of options.keep ?? []) {
    const node = nodeOf(snapshot, id);
    if (node >= 0) yield node;
  }
}

/** The first 50 of a group for each time that it was opened, by id. */
function* opened(solved: Solved, open: readonly string[], matching: NodeMask): Iterable<number> {
  if (open.length === 0) return;
  const left = new Map<string, number>();
  for (const id of open) left.set(id, (left.get(id) ?? 0) + OPENED_AT_A_TIME);
  for (const node of matching.byId()) {
    const group = groupIdOf(solved, node);
    const room = left.get(group) ?? 0;
    if (room === 0) continue;
    left.set(group, room - 1);
    yield node;
  }
}

/** Alternatives, zone mates and regional siblings of what is hit. */
function companions(solved: Solved): Set<number> {
  const found = new Set<number>();
  addAlternatives(solved, found);
  addZoneMates(solved, found);
  addSiblings(solved, found);
  return found;
}

/** Other members of the groups that a hit provider is in, and the nodes of workarounds. */
function addAlternatives({ snapshot, impact }: Solved, found: Set<number>): void {
  const { graph } = snapshot;
  const touched = new Set([...impact.hit, ...impact.atRisk]);
  for (const node of touched) {
    const start = graph.groupStart[node] as number;
    const end = graph.groupStart[node + 1] as number;
    for (let group = start; group < end; group++) {
      const links = range(graph.linkStart[group], graph.linkStart[group + 1]);
      const redundant = (graph.groupNeed[group] as number) < links.length;
      if (redundant) for (const link of links) found.add(graph.from[link] as number);
    }
  }
  graph.aids.via.forEach((via, aid) => {
    if (via >= 0 && touched.has(graph.aids.node[aid] as number)) found.add(via);
  });
}

function addZoneMates({ snapshot, impact }: Solved, found: Set<number>): void {
  for (const node of impact.hit) {
    for (const zone of nodeModel(snapshot, node)?.zones ?? []) {
      for (const mate of snapshot.zones.get(zone) ?? []) found.add(mate);
    }
  }
}

/** A nation's card has a tile for each of its parts, hit or not. */
function addSiblings(solved: Solved, found: Set<number>): void {
  const { area } = solved.snapshot;
  const areas = new Set([...solved.impact.hit].map((node) => area[node] as number));
  areas.delete(-1);
  if (areas.size === 0) return;
  const inArea = [...area.keys()].filter((node) => areas.has(area[node] as number));
  for (const node of byId(solved, inArea)) found.add(node);
}

function range(start = 0, end = 0): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
