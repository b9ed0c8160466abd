import { evaluate } from './evaluate.ts';
import type { Workspace } from './workspace.ts';

/** A fall this small is not passed on. */
const STILL = 1e-16;
/**
 * A rise this small is not passed on. Falls stop a little above the greatest solution; were that
 * taken for a rise, a circle of both kinds of links would be lifted a little in every round.
 */
const RISE = 1e-13;
/** Levels this close to 0 or 1 after a circle has settled are 0 or 1. */
const SNAP = 1e-9;

/**
 * Solves muX.nuY.F(X, Y) over the members of one circle that may fall (`ws.inside`), all others
 * held fixed. Links whose source is the node itself read X; links whose source is an upper slot
 * (required links inside a ring of required links) read Y. A required link that lies on no ring of
 * required links may read either: the equations then have the same fixed points, so the least is the
 * same. Rounds: every member whose inputs rose, with the ring members under it, restarts at Y = 1
 * and falls to the greatest solution; what rose is committed to X.
 * Calls `risen(node, round)` for each rise. Returns false when `bound` evaluations did not do:
 * the levels are then lower bounds.
 */
export function climb(
  ws: Workspace,
  members: readonly number[],
  bound: number,
  risen: (node: number, round: number) => void = () => {},
): boolean {
  for (const v of members) write(ws, v, 0);
  let dirty: number[] = members.slice();
  let work = 0;
  for (let round = 1; dirty.length > 0; round++) {
    const open = openUp(ws, dirty);
    work += fall(ws, open, bound - work);
    if (work >= bound) {
      for (const v of open) close(ws, v);
      return false;
    }
    dirty = commit(ws, open, round, risen);
  }
  for (const v of members) snap(ws, v);
  return true;
}

/** The nodes given and what they reach over ring links, all set to Y = 1. */
function openUp(ws: Workspace, dirty: readonly number[]): number[] {
  const { waiting, level, next } = ws;
  const open: number[] = [];
  const admit = (v: number) => {
    if (waiting[v] || level[v] === 1) return;
    waiting[v] = 1;
    open.push(v);
  };
  for (const v of dirty) admit(v);
  for (let i = 0; i < open.length; i++) eachReader(ws, open[i], true, admit);
  for (const v of open) {
    next[v] = 1;
    const slot = ws.graph.circles.upperSlot[v];
    if (slot !== v) put(ws, slot, 1);
  }
  return open;
}

/** Lets the open nodes fall to the greatest solution. Returns the evaluations it took. */
function fall(ws: Workspace, open: readonly number[], bound: number): number {
  const { next, waiting } = ws;
  const { upperSlot } = ws.graph.circles;
  const queue = open.slice();
  let work = 0;
  // waiting: 1 open, 2 open and queued.
  for (const v of open) waiting[v] = 2;
  const again = (v: number) => {
    if (waiting[v] !== 1) return;
    waiting[v] = 2;
    queue.push(v);
  };
  for (; work < queue.length && work < bound; work++) {
    const v = queue[work];
    waiting[v] = 1;
    const value = evaluate(ws, v);
    if (next[v] - value <= STILL) continue;
    next[v] = value;
    if (upperSlot[v] === v) continue;
    put(ws, upperSlot[v], value);
    eachReader(ws, v, true, again);
  }
  return work;
}

/** Makes rises final and returns the nodes that read them. */
function commit(
  ws: Workspace,
  open: readonly number[],
  round: number,
  risen: (node: number, round: number) => void,
): number[] {
  const { next, level, waiting } = ws;
  const rose: number[] = [];
  for (const v of open) {
    if (next[v] - level[v] > RISE) rose.push(v);
    else close(ws, v);
    waiting[v] = 0;
  }
  for (const v of rose) {
    write(ws, v, next[v]);
    risen(v, round);
  }
  const dirty: number[] = [];
  const mark = (v: number) => {
    if (waiting[v]) return;
    waiting[v] = 1;
    dirty.push(v);
  };
  for (const v of rose) eachReader(ws, v, false, mark);
  for (const v of dirty) waiting[v] = 0;
  return dirty;
}

/** Puts the upper slot back to the level. */
function close(ws: Workspace, v: number): void {
  put(ws, ws.graph.circles.upperSlot[v], ws.level[v]);
  ws.waiting[v] = 0;
}

function put(ws: Workspace, slot: number, level: number): void {
  ws.level[slot] = level;
  if (ws.relay) ws.relay(slot);
}

/** Sets a member's level in both slots. */
function write(ws: Workspace, v: number, level: number): void {
  put(ws, v, level);
  const slot = ws.graph.circles.upperSlot[v];
  if (slot !== v) put(ws, slot, level);
}

function snap(ws: Workspace, v: number): void {
  if (ws.level[v] > 1 - SNAP) write(ws, v, 1);
  else if (ws.level[v] < SNAP) write(ws, v, 0);
}

/** Members in the making that read v: its upper slot (over ring links), or its level. */
function eachReader(ws: Workspace, v: number, upper: boolean, found: (node: number) => void): void {
  const { outStart, outLink, to, aids, circles } = ws.graph;
  const { base, inside } = ws;
  const slot = upper ? circles.upperSlot[v] : v;
  if (upper && slot === v) return;
  for (let p = outStart[v]; p < outStart[v + 1]; p++) {
    const l = outLink[p];
    if (base[l] === slot && inside[to[l]]) found(to[l]);
  }
  if (!ws.aids) return;
  for (let i = aids.viaStart[v]; i < aids.viaStart[v + 1]; i++) {
    const w = aids.byVia[i];
    if (circles.aidSlot[w] === slot && inside[aids.node[w]]) found(aids.node[w]);
  }
}
