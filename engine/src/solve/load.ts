import { NO_CAUSE } from '../codes.ts';
import type { Question } from '../question.ts';
import { LIKELY, OPTIMISTIC, PESSIMISTIC, type Workspace } from './workspace.ts';

/** Puts the question into a workspace at rest. Several outages of a node: the lowest counts. */
export function load(ws: Workspace, question: Question, end: number): void {
  const { graph } = ws;
  ws.end = end;
  const worst = end === PESSIMISTIC ? 'high' : end === LIKELY ? 'likely' : 'low';
  ws.strength = graph.strength[worst];
  ws.outStrength = graph.outStrength[worst];
  ws.capacity = graph.aids.capacity[endName(end)];
  ws.rule = graph.groupRule;
  ws.aids = question.workarounds && graph.aids.count > 0;
  for (const outage of question.outages) loadOutage(ws, outage.node, outage.level, outage.cause);
  for (const link of question.severed) {
    if (ws.source[link] === graph.nodeCount) continue;
    ws.source[link] = graph.nodeCount;
    ws.severed.push(link);
  }
  for (const { node, level } of question.observed) {
    ws.pin[node] = ws.fixed[node] ? Math.min(ws.pin[node], level) : level;
    if (!ws.fixed[node]) ws.pinned.push(node);
    ws.fixed[node] = 1;
  }
}

function endName(end: number): 'low' | 'likely' | 'high' {
  if (end === PESSIMISTIC) return 'low';
  return end === OPTIMISTIC ? 'high' : 'likely';
}

/** Equal levels: the cause with the lower code, so that the order of outages says nothing. */
function loadOutage(
  ws: Workspace,
  node: number,
  level: { low: number; likely: number; high: number },
  cause: number,
): void {
  const value = level[endName(ws.end)];
  if (value >= 1) return;
  if (ws.cap[node] === 1) {
    ws.capped.push(node);
    ws.ownCause[node] = NO_CAUSE;
  }
  if (value < ws.cap[node] || (value === ws.cap[node] && cause < ws.ownCause[node])) {
    ws.cap[node] = value;
    ws.ownCause[node] = cause;
  }
}
