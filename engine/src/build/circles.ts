import { ALL, ANY, SHARE } from '../codes.ts';
import { type Circles, DIRECT, type Graph, NEVER } from '../graph.ts';
import { isRedundant } from '../redundant.ts';
import { climb } from '../solve/climb.ts';
import { createWorkspace, type Workspace } from '../solve/workspace.ts';
import { workBound } from '../work-bound.ts';
import type { Numbering } from './numbering.ts';
import { components, rowsBy } from './scc.ts';

type Base = Omit<Graph, 'circles' | 'groundless'>;

/**
 * Finds, per circle, where each link reads, which members have no ground before any outage, and in
 * which round the others find it. Members without ground are taken as given: their links read the
 * greatest solution, which ties further rings, so ranks are then found anew.
 */
export function circlesOf(
  base: Base,
  numbering: Numbering,
): { circles: Circles; groundless: Uint32Array } {
  const given = new Uint8Array(base.nodeCount);
  let circles = slotsOf(base, numbering, given);
  if (circles.count === 0)
    return { circles: counted(base, circles), groundless: new Uint32Array(0) };
  rankMembers({ ...base, circles, groundless: new Uint32Array(0) });
  const groundless = groundlessOf({ ...base, circles, groundless: new Uint32Array(0) });
  if (groundless.length > 0) {
    for (const v of groundless) given[v] = 1;
    circles = slotsOf(base, numbering, given);
    rankMembers({ ...base, circles, groundless });
  }
  return { circles: counted(base, circles), groundless };
}

/** Which links and workarounds read the greatest solution, and the rings that they tie. */
function slotsOf(base: Base, numbering: Numbering, given: Uint8Array): Circles {
  const { nodeCount: n, from, to, groupOf, aids } = base;
  const { circleOf, first, end } = numbering;
  const ringFrom: number[] = [];
  const ringTo: number[] = [];
  const within = (a: number, b: number) => circleOf[a] >= 0 && circleOf[a] === circleOf[b];
  const upperLink = new Uint8Array(from.length);
  const upperAid = new Uint8Array(aids.count);
  for (let l = 0; first.length > 0 && l < from.length; l++) {
    if (!within(from[l], to[l])) continue;
    if (!given[to[l]] && redundantGroup(base, groupOf[l])) continue;
    upperLink[l] = 1;
    ringFrom.push(from[l]);
    ringTo.push(to[l]);
  }
  for (let w = 0; first.length > 0 && w < aids.count; w++) {
    if (aids.via[w] < 0 || !given[aids.node[w]] || !within(aids.via[w], aids.node[w])) continue;
    upperAid[w] = 1;
    ringFrom.push(aids.via[w]);
    ringTo.push(aids.node[w]);
  }
  const rows = rowsBy(n, Uint32Array.from(ringFrom), Uint32Array.from(ringTo));
  const ring = first.length > 0 ? components(n, rows).of : new Uint32Array(n);
  const tied = new Uint8Array(n);
  for (let i = 0; i < ringFrom.length; i++) {
    if (ring[ringFrom[i]] === ring[ringTo[i]]) tied[ringFrom[i]] = 1;
  }
  const upperSlot = new Uint32Array(n);
  for (let v = 0; v < n; v++) upperSlot[v] = v;
  let slotCount = n + 2;
  for (let v = 0; v < n; v++) if (tied[v]) upperSlot[v] = slotCount++;
  const linkSlot = from.slice();
  for (let l = 0; l < from.length; l++) {
    if (upperLink[l] && ring[from[l]] === ring[to[l]]) linkSlot[l] = upperSlot[from[l]];
  }
  const aidSlot = Uint32Array.from(aids.via, (v) => (v < 0 ? n + 1 : v));
  for (let w = 0; w < aids.count; w++) {
    const via = aids.via[w];
    if (upperAid[w] && ring[via] === ring[aids.node[w]]) aidSlot[w] = upperSlot[via];
  }
  return {
    count: first.length,
    of: circleOf,
    first,
    end,
    upperSlot,
    slotCount,
    linkSlot,
    aidSlot,
    rank: new Uint32Array(n).fill(NEVER),
    outCounted: new Uint8Array(0),
    mixed: new Uint8Array(0),
    spare: new Uint32Array(base.groupCount),
  };
}

function redundantGroup(base: Base, group: number): boolean {
  const size = base.linkStart[group + 1] - base.linkStart[group];
  return isRedundant(base.groupRule[group], base.groupNeed[group], size);
}

function membersOf(circles: Circles, c: number): number[] {
  return Array.from({ length: circles.end[c] - circles.first[c] }, (_, i) => circles.first[c] + i);
}

/** Climbs every circle from nothing. Workarounds give no ground. */
function climbAll(
  ws: Workspace,
  each: (members: number[]) => void,
  risen?: (node: number, round: number) => void,
): void {
  const { circles } = ws.graph;
  for (let c = 0; c < circles.count; c++) {
    const members = membersOf(circles, c);
    for (const v of members) ws.inside[v] = 1;
    climb(ws, members, workBound(members.length), risen);
    each(members);
    for (const v of members) {
      ws.inside[v] = 0;
      ws.level[v] = ws.level[circles.upperSlot[v]] = 1;
    }
  }
}

/**
 * Rounds in which members find ground when any loss at all counts as a full one: every live link
 * at strength 1, every share required. Such ground holds at every end of the ranges.
 */
function rankMembers(graph: Graph): void {
  const ws = createWorkspace(graph);
  ws.strength = graph.strength.high.map((s) => (s > 0 ? 1 : 0));
  ws.rule = graph.groupRule.map((rule) => (rule === SHARE ? ALL : rule));
  const { rank } = graph.circles;
  climbAll(
    ws,
    () => {},
    (v, round) => {
      rank[v] = round;
    },
  );
}

/**
 * Members that stay under 1 before any outage, at the strongest ends.
 * Most circles are cleared without iterating numbers: losses d = 1 - x obey equations without a
 * constant, so the greatest loss M > 0 could only be kept up by links of strength 1 from members
 * that lose M too (in a share group by all of them). When the graph with only those links grounds
 * every member, M = 0. Shares are read there as `any` over the least solution: a ring of shares
 * may lose M by ever smaller steps, which rules alone do not see. The rest is iterated.
 */
function groundlessOf(graph: Graph): Uint32Array {
  const sure = createWorkspace(graph);
  sure.strength = graph.strength.high.map((s) => (s === 1 ? 1 : 0));
  sure.rule = graph.groupRule.map((rule) => (rule === SHARE ? ANY : rule));
  for (let l = 0; l < graph.linkCount; l++) {
    if (graph.groupRule[graph.groupOf[l]] === SHARE) sure.source[l] = graph.from[l];
  }
  const cleared = new Uint8Array(graph.circles.count);
  climbAll(sure, (members) => {
    cleared[graph.circles.of[members[0]]] = members.every((v) => sure.level[v] === 1) ? 1 : 0;
  });
  if (!cleared.includes(0)) return new Uint32Array(0);
  const real = createWorkspace(graph);
  real.strength = graph.strength.high;
  const found: number[] = [];
  climbAll(real, (members) => {
    if (cleared[graph.circles.of[members[0]]]) return;
    for (const v of members) if (real.level[v] < 1) found.push(v);
  });
  return Uint32Array.from(found);
}

/** Adds what the counting of losses needs: which links count, and how many a group can spare. */
function counted(base: Base, circles: Circles): Circles {
  const { outLink, outGroup, outStrength, from, to, groupNeed } = base;
  const { of, rank } = circles;
  const { low, likely, high } = outStrength;
  const outCounted = new Uint8Array(outLink.length);
  const { direct, mixed } = directGroups(base, of);
  const supporting = new Uint32Array(base.groupCount);
  for (let p = 0; p < outLink.length; p++) {
    const g = outGroup[p];
    if (circles.count > 0 && high[p] > 0) {
      const l = outLink[p];
      const inner = of[from[l]] >= 0 && of[from[l]] === of[to[l]];
      if (inner && !supports(circles, l, from[l], to[l])) continue;
    }
    supporting[g]++;
    outCounted[p] =
      (direct[g] ? DIRECT : 0) |
      (high[p] > 0 ? 1 : 0) |
      (likely[p] > 0 ? 2 : 0) |
      (low[p] > 0 ? 4 : 0);
  }
  const spare = new Uint32Array(base.groupCount);
  for (let g = 0; g < spare.length; g++) {
    const lost = of[base.groupNode[g]] >= 0 && rank[base.groupNode[g]] === NEVER;
    spare[g] = lost || base.groupRule[g] === SHARE ? 0 : Math.max(0, supporting[g] - groupNeed[g]);
  }
  return { ...circles, outCounted, mixed, spare };
}

function directGroups(base: Base, circleOf: Int32Array): { direct: Uint8Array; mixed: Uint8Array } {
  const { groupCount, groupNode, groupRule, nodeCount } = base;
  const aided = base.aids.groupStart;
  const direct = new Uint8Array(groupCount);
  const mixed = new Uint8Array(nodeCount);
  for (let g = 0; g < groupCount; g++) {
    const calm = circleOf[groupNode[g]] < 0 && aided[g] === aided[g + 1];
    if (calm && groupRule[g] === ALL) direct[g] = 1;
    else mixed[groupNode[g]] = 1;
  }
  return { direct, mixed };
}

/**
 * Whether a link inside a circle holds its dependent's ground: its provider found ground before
 * it, or, in a ring of required links, with it. A member without a rank leans on every link.
 */
function supports(circles: Circles, l: number, from: number, to: number): boolean {
  const { rank, linkSlot } = circles;
  if (rank[to] === NEVER) return true;
  return linkSlot[l] === from ? rank[from] < rank[to] : rank[from] <= rank[to];
}
