/**
 * The best set within a budget: HiGHS's by the effects alone and in pairs, or the greedy one where that
 * does better when simulated as a whole; then held against every set that the budget allows.
 */
import type { MeasuresResult, Mitigation } from '@msp-impact/contract';
import { choose, type Knapsack } from './choose.ts';
import type { Evaluator } from './evaluate.ts';
import { greedy } from './greedy.ts';
import { prove, type Sets } from './prove.ts';
import type { MeasuresTask } from './task.ts';

/** Share of the harm under which two results are the same. */
export const SAME = 1e-9;

/** Shares of the time limit, one after the other; what is left over goes to the proof. */
const PAIRS = 0.35;
const EXACT = 0.25;
const GREEDY = 0.15;

type Best = Pick<MeasuresResult, 'best' | 'method' | 'gap' | 'note'>;

/** What the measures of a set remove together, each set simulated once. */
export function setsOf(task: MeasuresTask, evaluator: Evaluator, harm: number): Sets {
  const { measures, budget } = task;
  const known = new Map<string, number>([['', 0]]);
  return {
    costs: measures.map(({ cost }) => cost),
    budget,
    removed(set) {
      const sorted = [...set].sort((a, b) => a - b);
      const key = sorted.join(' ');
      const found = known.get(key);
      if (found !== undefined) return found;
      const removed = harm - evaluator.harm(sorted.map((i) => measures[i] as Mitigation));
      known.set(key, removed);
      return removed;
    },
  };
}

export async function bestSet(task: MeasuresTask, sets: Sets, harm: number): Promise<Best> {
  const limit = task.timeLimit * 1000;
  const begin = performance.now();
  const { pairs, complete } = pairsOf(sets, harm, begin + PAIRS * limit);
  const alone = sets.costs.map((_, i) => sets.removed([i]));
  const knapsack: Knapsack = { costs: sets.costs, budget: sets.budget, alone, pairs };
  const chosen = await choose(knapsack, (EXACT * limit) / 1000);
  const byGreed = greedy(sets, harm, performance.now() + GREEDY * limit);
  const useGreed = !chosen || sets.removed(byGreed) > sets.removed(chosen.set) + SAME * harm;
  const proof = prove(sets, useGreed ? byGreed : chosen.set, begin + limit);
  const proven = proof.bound <= proof.removed + SAME * harm;
  const found = proof.set === byGreed || proof.set === chosen?.set ? undefined : proof.set;
  return {
    best: {
      measures: [...proof.set].sort((a, b) => a - b).map((i) => task.measures[i]?.id as string),
      cost: proof.set.reduce((sum, i) => sum + (sets.costs[i] as number), 0),
      harm: harm - proof.removed,
      removed: proof.removed,
    },
    method: proven ? 'optimal' : useGreed && !found ? 'greedy' : 'within the gap',
    gap: proven ? 0 : (proof.bound - proof.removed) / proof.bound,
    note: noteOf({ harm, proven, chosen, useGreed, found: found !== undefined, complete }),
  };
}

/** Gains of pairs beyond the sum of their parts, until the time is up. */
function pairsOf(sets: Sets, harm: number, until: number) {
  const { costs } = sets;
  const pairs: Knapsack['pairs'][number][] = [];
  for (let i = 0; i < costs.length; i++) {
    for (let j = i + 1; j < costs.length; j++) {
      if (performance.now() > until) return { pairs, complete: false };
      const gain = sets.removed([i, j]) - sets.removed([i]) - sets.removed([j]);
      if (Math.abs(gain) > SAME * harm) pairs.push({ i, j, gain });
    }
  }
  return { pairs, complete: true };
}

interface Outcome {
  readonly harm: number;
  readonly proven: boolean;
  readonly chosen: { readonly proven: boolean } | undefined;
  readonly useGreed: boolean;
  readonly found: boolean;
  readonly complete: boolean;
}

function noteOf({ harm, proven, chosen, useGreed, found, complete }: Outcome): string {
  if (harm <= 0) return 'Nothing is lost in these scenarios, so no measure can help.';
  if (proven) {
    return 'Proven to be the best: every other set within the budget was simulated as a whole, or is part of one that removes no more.';
  }
  const bound =
    'No set within the budget removes more than the gap says; nearer than that it is not known.';
  if (found) {
    return `The best found in time, by simulating whole sets. ${bound}`;
  }
  if (!chosen) {
    return `Chosen one by one, each time what helps most for its cost: the exact search gave no set in time. ${bound}`;
  }
  if (useGreed) {
    return `Chosen one by one, each time what helps most for its cost: simulated as a whole that does better than the best set by the effects alone and in pairs. ${bound}`;
  }
  const pairs = complete ? 'of every pair' : 'of those pairs for which there was time';
  const how = chosen.proven ? 'Proven to be the best' : 'The best found in time';
  return `${how} by the effects of the measures alone and ${pairs}; what three and more do to each other could make another set better. ${bound}`;
}
