import { push } from '../solve/queue.ts';
import { schedule } from './agenda.ts';
import { record } from './history.ts';
import { NOT_AT_ALL, OVER_BUFFER, type Run } from './run.ts';
import { BUFFER_ENDS, KINDS, LAG_ENDS } from './shocks.ts';

/**
 * Makes the new level of a node known: writes it down, and queues those that rely on it, outside
 * the circle just solved. `level` and `cause` are those of just before this hour.
 */
export function passOn(run: Run, v: number, level: number, cause: number, circle: number): void {
  const { ws, graph, passes } = run;
  const now = ws.level[v];
  if (now === level && ws.cause[v] === cause) return;
  if (now !== level) record(run.levels, v, run.now, now);
  if (now < run.worst[v]) {
    run.worst[v] = now;
    run.worstCause[v] = ws.cause[v];
  }
  const { outStart, outLink, outTo, circles, aids } = graph;
  for (let p = outStart[v], end = outStart[v + 1]; p < end; p++) {
    // A cut link passes on as well: its dependent then finds nothing new.
    if (passes[p] === NOT_AT_ALL) continue;
    if (passes[p] === OVER_BUFFER && !deliver(run, outLink[p], level, now)) continue;
    if (circle < 0 || circles.of[outTo[p]] !== circle) push(ws.queue, outTo[p]);
  }
  for (let i = aids.viaStart[v]; i < aids.viaStart[v + 1]; i++) {
    const u = aids.node[aids.byVia[i]];
    if (ws.aids && (circle < 0 || circles.of[u] !== circle)) push(ws.queue, u);
  }
}

/**
 * What a link with a buffer delivers after its provider went from one level to another. The end of
 * a buffer is entered when the provider falls. Returns whether its dependent has news.
 */
function deliver(run: Run, link: number, before: number, now: number): boolean {
  const { ws, floor, firstDelivered } = run;
  const until = run.now + run.buffer[link];
  if (now < before && until > run.now) {
    if (floor[link] < before) floor[link] = before;
    if (until <= run.horizon) schedule(run.agenda, until, link * KINDS + BUFFER_ENDS);
  }
  const delivered = Math.max(now, floor[link]);
  const news = delivered !== ws.level[firstDelivered + link] || now === before;
  ws.level[firstDelivered + link] = delivered;
  return news;
}

/**
 * Follows the least of a node's groups, which `now` is from this hour on. After a rise the node is
 * held at what it was, until its lag is over.
 */
export function followGroups(run: Run, v: number, now: number): void {
  const before = run.groupsNow[v];
  if (now === before) return;
  record(run.groups, v, run.now, now);
  run.groupsNow[v] = now;
  const until = run.now + run.lag[v];
  if (now < before || !(until > run.now)) return;
  if (run.hold[v] > before) run.hold[v] = before;
  if (until <= run.horizon) schedule(run.agenda, until, v * KINDS + LAG_ENDS);
}
