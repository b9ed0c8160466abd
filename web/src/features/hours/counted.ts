/** What is counted at one hour, with the range where it is known. O(nodes × log steps). */
import type { SimulatedNode, SimulationAnswer } from '@msp-impact/contract';
import { people } from '../../ui/words.ts';
import { leftAt, levelAt, within } from './series.ts';

export interface Counted {
  readonly value: string;
  /** "14–20"; absent where it can be nothing else. */
  readonly range?: string;
}

const SAME = 1e-9;

/** Of a large graph the answer lists those alone that are hit longest: more may stand as they do. */
const isCut = ({ nodes, total, totalAtRisk }: SimulationAnswer) =>
  nodes.length < total + totalAtRisk;

/**
 * Services at the hour; "40+" where the answer does not list all. A range of what is stopped goes from those that are by every course to those that
 * are by some; of what is reduced likewise, since one that may be stopped may be reduced as well.
 */
export function servicesAt(answer: SimulationAnswer, hour: number) {
  const [stopped, reduced, edge] = [tally(), tally(), tally()];
  for (const node of answer.nodes) {
    if (node.kind !== 'service') continue;
    const { level, range } = leftAt(node, hour);
    const [low, high] = [range?.low ?? level, range?.high ?? level];
    const isDown = (one: number) => one < 1 && one <= node.downAt + SAME;
    stopped.add(isDown(level), isDown(high), isDown(low));
    reduced.add(level < 1 && !isDown(level), high < 1 && !isDown(low), low < 1 && !isDown(high));
    const last = onEdge(node, level, hour);
    edge.add(last, last, last);
  }
  const more = isCut(answer) ? '+' : '';
  return { stopped: stopped.of(more), reduced: reduced.of(more), edge: edge.of(more) };
}

const onEdge = (node: SimulatedNode, level: number, hour: number) =>
  level >= 1 && within(node.atRisk, hour);

/** Most likely, at least, at most. */
function tally() {
  let [n, least, most] = [0, 0, 0];
  return {
    add: (likely: boolean, surely: boolean, maybe: boolean) => {
      n += Number(likely);
      least += Number(surely);
      most += Number(maybe);
    },
    of: (more: string) => counted(n, least, most, (one) => `${one}${more}`),
  };
}

function counted(n: number, low: number, high: number, words: (n: number) => string): Counted {
  const [least, most] = [words(Math.min(n, low)), words(Math.max(n, high))];
  if (least === most) return { value: words(n) };
  // "30.9–46.6 M": the unit once.
  const unit = /\D+$/.exec(most)?.[0] ?? '';
  const short = unit !== '' && least.endsWith(unit) ? least.slice(0, -unit.length) : least;
  return { value: words(n), range: `${short}–${most}` };
}

/** Limits that are missed until the hour. */
export function missedAt({ breaches }: SimulationAnswer, hour: number): Counted {
  const by = (at: number | undefined) => at !== undefined && at <= hour;
  const of = (which: (one: (typeof breaches)[number]) => number | undefined) =>
    breaches.filter((one) => by(which(one))).length;
  return counted(
    of((one) => one.hour),
    of((one) => (one.certainty === 'certain' ? (one.latest ?? one.hour) : undefined)),
    of((one) => one.earliest ?? one.hour),
    String,
  );
}

/** People × what is lost. */
export function peopleAt({ harm }: SimulationAnswer, hour: number): Counted {
  const at = (steps: typeof harm.lost | undefined) => (steps?.length ? levelAt(steps, hour) : 0);
  const n = at(harm.lost);
  if (!harm.lostLow || !harm.lostHigh) return { value: people(n) };
  return counted(n, at(harm.lostLow), at(harm.lostHigh), people);
}
