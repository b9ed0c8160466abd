/** What is worth saying beside the answer: found by the simulation, not by the check alone. */

import { percent } from '../answers/words.ts';
import { nodeName } from '../snapshot/read.ts';
import { isHit, lowestWithin } from './series.ts';
import type { Simulated } from './simulated.ts';

const MOST = 50;

export function notesOf(simulated: Simulated): string[] {
  const { likely, low, high, notes } = simulated;
  const all = [...notes, ...lostWorkarounds(simulated)];
  if (!likely.settled || !low.settled || !high.settled) {
    all.push('A circle did not settle within the bound: its levels are approximate.');
  }
  if (all.length <= MOST) return all;
  return [...all.slice(0, MOST), `And ${all.length - MOST} more notes.`];
}

/** Workarounds that need a node which is out itself while they would be used. */
function lostWorkarounds({ snapshot, plan, likely }: Simulated): string[] {
  if (!plan.workarounds) return [];
  const { aids } = snapshot.graph;
  const notes: string[] = [];
  for (let i = 0; i < aids.count; i++) {
    const [node, via] = [aids.node[i] as number, aids.via[i] as number];
    if (via < 0 || !isHit(likely, node)) continue;
    const from = plan.declared + (aids.after.likely[i] as number);
    const until = Math.min(from + (aids.lasts.likely[i] as number), plan.hours);
    const left = lowestWithin(likely, via, from, until);
    if (left === 1) continue;
    const [name, needed] = [nodeName(snapshot, node), nodeName(snapshot, via)];
    const way = snapshot.workarounds.recorded[i]?.name;
    notes.push(
      `${name}: "${way}" needs ${needed}, which falls to ${percent(left)} itself in that time.`,
    );
  }
  return notes;
}
