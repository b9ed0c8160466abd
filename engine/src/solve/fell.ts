import { ALL } from '../codes.ts';
import type { Graph } from '../graph.ts';
import { BLUNT, gradesOf, SHARP } from './grades.ts';

/**
 * The fall of sharp nodes (see Grades), by counting alone: a node is at 0 once one of its groups has
 * lost more than it can spare. So there is no order to keep and no level to compute.
 */
export interface Felling {
  readonly graph: Graph;
  readonly grade: Uint8Array;
  readonly outward: Uint8Array;
  /** Losses until a group falls. Small, since it is read at random: so it stays in the cache. */
  readonly left: Uint8Array | Uint16Array | Uint32Array;
  /** Groups that lost something, as often as they did: so `left` is put back without asking again. */
  readonly lost: Uint32Array;
  /** 1: fallen. All 0 at rest. */
  readonly fallen: Uint8Array;
  /** The fallen, in no order; a place more than there are nodes, since it is written before it is counted. */
  readonly nodes: Uint32Array;
}

const kept = new WeakMap<Graph, Felling>();

export function fellingOf(graph: Graph): Felling {
  let felling = kept.get(graph);
  if (!felling) {
    felling = create(graph);
    kept.set(graph, felling);
  }
  return felling;
}

function create(graph: Graph): Felling {
  const { nodeCount, linkCount } = graph;
  return {
    graph,
    ...gradesOf(graph),
    left: lossesLeft(graph),
    lost: new Uint32Array(linkCount),
    fallen: new Uint8Array(nodeCount),
    nodes: new Uint32Array(nodeCount + 1),
  };
}

/** A counter passes 0 once at most: it is taken from no more often than its group has members. */
function lossesLeft({ groupCount, groupNeed, groupRule, linkStart, largestGroup }: Graph) {
  const Counters =
    largestGroup < 0x100 ? Uint8Array : largestGroup < 0x10000 ? Uint16Array : Uint32Array;
  const left = new Counters(groupCount);
  for (let g = 0; g < groupCount; g++) {
    const size = linkStart[g + 1] - linkStart[g];
    left[g] = groupRule[g] === ALL ? 1 : size - groupNeed[g] + 1;
  }
  return left;
}

/**
 * Fells a sharp node and the sharp nodes that fall with it; returns how many are in `nodes`.
 * O(nodes fallen and their links). `left` and `fallen` are at rest again afterwards.
 */
export function fell(felling: Felling, first: number): number {
  const { graph, outward, left, lost, fallen, nodes } = felling;
  const { outStart, outGroup, groupNode } = graph;
  nodes[0] = first;
  fallen[first] = 1;
  let [count, losses] = [1, 0];
  for (let i = 0; i < count; i++) {
    const v = nodes[i];
    const mixed = outward[v] === BLUNT;
    for (let p = outStart[v], end = outStart[v + 1]; p < end; p++) {
      if (mixed && !fellsOver(felling, p)) continue;
      const g = outGroup[p];
      const rest = left[g] - 1;
      left[g] = rest;
      lost[losses++] = g;
      if (rest !== 0) continue;
      const u = groupNode[g];
      nodes[count] = u;
      count += 1 - fallen[u];
      fallen[u] = 1;
    }
  }
  for (let i = 0; i < losses; i++) left[lost[i]]++;
  for (let i = 0; i < count; i++) fallen[nodes[i]] = 0;
  return count;
}

/** Whether a link can fell a sharp node. */
function fellsOver({ graph, grade }: Felling, p: number): boolean {
  return grade[graph.outTo[p]] >= SHARP && graph.outStrength.high[p] > 0;
}
