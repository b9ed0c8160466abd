import { FAILED, NO_CAUSE } from '../codes.ts';
import { bind, trace } from '../solve/trace.ts';
import type { Run } from './run.ts';

/**
 * Finds what binds a node outside circles whose level is set. A direct node that is not observed
 * has its binding link already: it binds unless the node's own bound is as low.
 */
export function bindNode(run: Run, v: number): void {
  const { ws } = run;
  if (ws.level[v] >= 1) {
    ws.cause[v] = NO_CAUSE;
    return;
  }
  if (ws.fixed[v] || run.graph.circles.mixed[v]) trace(ws, v, false);
  else if (ws.cap[v] <= ws.level[v]) bind(ws, v, -1, 0);
  else bind(ws, v, ws.binding[v], ws.distance[v]);
  // Only a circle that has not settled can leave a loss without an origin.
  if (ws.cause[v] === NO_CAUSE) ws.cause[v] = FAILED;
}

/**
 * Notes what binds the groups of a node with a lag, be the node observed or in an outage of its
 * own: that is what will hold it back when they rise.
 */
export function bindGroups(run: Run, v: number): void {
  const { ws } = run;
  if (run.groupsNow[v] >= 1) return;
  if (!ws.fixed[v] && ws.level[v] < 1 && ws.binding[v] >= 0) {
    run.groupsCause[v] = ws.cause[v]; // it is its groups that bind it
    return;
  }
  const [fixed, cap, ownCause] = [ws.fixed[v], ws.cap[v], ws.ownCause[v]];
  const [cause, link, hops] = [ws.cause[v], ws.binding[v], ws.distance[v]];
  ws.fixed[v] = 0;
  ws.cap[v] = 1;
  ws.ownCause[v] = run.groupsCause[v];
  trace(ws, v, true);
  run.groupsCause[v] = ws.cause[v];
  ws.fixed[v] = fixed;
  ws.cap[v] = cap;
  ws.ownCause[v] = ownCause;
  ws.cause[v] = cause;
  ws.binding[v] = link;
  ws.distance[v] = hops;
}
