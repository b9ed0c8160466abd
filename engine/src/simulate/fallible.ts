import type { Run } from './run.ts';

/**
 * Members of a circle that may lie under 1 at this hour, observed ones left out; marks them in
 * `inside`. First those with a loss of their own or more losses around them than a group can spare,
 * then those whose ground leans on one of them. All others are at 1, since their ground stands: see
 * Circles.rank. Buffers and workarounds only add to that. O(members and their links).
 */
export function fallible(run: Run, c: number): number[] {
  const { ws, graph, lost } = run;
  const { first, end } = graph.circles;
  const fallen: number[] = [];
  const free: number[] = [];
  const enter = (v: number) => {
    if (ws.inside[v] || (ws.fixed[v] && ws.pin[v] >= 1)) return;
    ws.inside[v] = 1;
    fallen.push(v);
    if (!ws.fixed[v]) free.push(v);
  };
  for (let v = first[c]; v < end[c]; v++) {
    if (ws.cap[v] < 1 || ws.fixed[v] || losesOutside(run, v, c)) enter(v);
  }
  // Invariant: of the members before i all losses have been counted.
  for (let i = 0; i < fallen.length; i++) loseInside(run, fallen[i], c, enter);
  for (const v of fallen) if (ws.fixed[v]) ws.inside[v] = 0;
  lost.fill(0, graph.groupStart[first[c]], graph.groupStart[end[c]]);
  return free;
}

/** Counts what a member loses over links from outside and cuts; whether a group cannot spare it. */
function losesOutside(run: Run, v: number, c: number): boolean {
  const { ws, graph, lost } = run;
  let loses = false;
  for (let l = graph.inStart[v]; l < graph.inStart[v + 1]; l++) {
    const isCut = ws.source[l] === graph.nodeCount;
    if (ws.strength[l] === 0 || (!isCut && graph.circles.of[graph.from[l]] === c)) continue;
    if (ws.level[ws.source[l]] >= 1) continue;
    const g = graph.groupOf[l];
    if (++lost[g] > graph.circles.spare[g] || isCut) loses = true;
  }
  return loses;
}

/** Counts the loss of a member over the links that hold another's ground. */
function loseInside(run: Run, v: number, c: number, enter: (node: number) => void): void {
  const { ws, graph, lost } = run;
  const { of, outCounted, spare } = graph.circles;
  for (let p = graph.outStart[v]; p < graph.outStart[v + 1]; p++) {
    const l = graph.outLink[p];
    if (of[graph.outTo[p]] !== c || outCounted[p] === 0 || ws.strength[l] === 0) continue;
    if (ws.source[l] === graph.nodeCount) continue;
    const g = graph.outGroup[p];
    if (++lost[g] > spare[g]) enter(graph.outTo[p]);
  }
}
