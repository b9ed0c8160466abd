import { ALL, SHARE } from '../codes.ts';
import type { Graph } from '../graph.ts';

/** Any other node. */
export const BLUNT = 0;
/** While what fails falls to 0 and workarounds are off, the node is at 0 or at 1: losses need counting only. */
export const SHARP = 1;
/** Sharp with workarounds on too, and the loss over any one of its links is its own. */
export const PLAIN = 2;

/**
 * What can be said of nodes before any question. A node has no higher grade than what it relies on,
 * so all that a sharp node relies on is sharp. Outside circles, no shares, strengths 1 or 0 at every end.
 */
export interface Grades {
  /** By node. */
  readonly grade: Uint8Array;
  /** By node: the least grade of what relies on it; BLUNT if a link out of it has strength 0. */
  readonly outward: Uint8Array;
  /** Every node is plain; then every link has strength 1. */
  readonly allPlain: boolean;
}

const kept = new WeakMap<Graph, Grades>();

/** The grades of a graph, found when they are first asked for. O(n + m). */
export function gradesOf(graph: Graph): Grades {
  let grades = kept.get(graph);
  if (!grades) {
    const grade = gradeNodes(graph);
    const allPlain = !grade.includes(BLUNT) && !grade.includes(SHARP);
    grades = { grade, outward: allPlain ? grade : outwardOf(graph, grade), allPlain };
    kept.set(graph, grades);
  }
  return grades;
}

function gradeNodes(graph: Graph): Uint8Array {
  const { nodeCount, groupStart, circles } = graph;
  const grade = new Uint8Array(nodeCount);
  // Links outside circles run upwards: the grades of all providers are final.
  for (let v = 0; v < nodeCount; v++) {
    let least = circles.of[v] < 0 ? PLAIN : BLUNT;
    for (let g = groupStart[v]; least > BLUNT && g < groupStart[v + 1]; g++) {
      least = Math.min(least, gradeOfGroup(graph, g, grade));
    }
    grade[v] = least;
  }
  return grade;
}

function gradeOfGroup(graph: Graph, g: number, grade: Uint8Array): number {
  const { groupRule, linkStart, from, strength, aids } = graph;
  if (groupRule[g] === SHARE) return BLUNT;
  const aided = aids.groupStart[g] < aids.groupStart[g + 1];
  let least = groupRule[g] === ALL && !aided ? PLAIN : SHARP;
  for (let l = linkStart[g]; l < linkStart[g + 1]; l++) {
    if (strength.low[l] < 1 && strength.high[l] > 0) return BLUNT;
    least = Math.min(least, strength.high[l] > 0 ? PLAIN : SHARP, grade[from[l]]);
  }
  return least;
}

function outwardOf(graph: Graph, grade: Uint8Array): Uint8Array {
  const { nodeCount, outStart, outTo, outStrength } = graph;
  const outward = new Uint8Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    let least = PLAIN;
    for (let p = outStart[v]; p < outStart[v + 1]; p++) {
      least = outStrength.high[p] > 0 ? Math.min(least, grade[outTo[p]]) : BLUNT;
      if (least === BLUNT) break;
    }
    outward[v] = least;
  }
  return outward;
}
