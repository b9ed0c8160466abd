/** "Without this outage it would be at …": each part of the question left out in turn. */
import type { Explanation, Question } from '@msp-impact/contract';
import { reach } from '@msp-impact/engine';
import { nodeName, nodeOf } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { askOnce, type Solved } from '../ask.ts';
import { levelOf } from '../numbers.ts';

type Counterfactual = Explanation['counterfactuals'][number];
interface Part {
  readonly without: string;
  readonly label: string;
  readonly rest: Question;
}

/** A question may have a thousand parts; each costs a solution. */
const MOST = 25;

/** Parts from which there is a way to the node, in the order of the question. */
export function counterfactualsOf({ snapshot, question }: Solved, node: number): Counterfactual[] {
  const parts = partsOf(snapshot, question, leadingTo(snapshot, question, node));
  return parts.slice(0, MOST).flatMap(({ without, label, rest }) => {
    const asked = askOnce(snapshot, rest);
    return asked.ok ? [{ without, label, level: levelOf(asked.value.impact, node) }] : [];
  });
}

function leadingTo(snapshot: Snapshot, question: Question, node: number): (id: string) => boolean {
  // A workaround may run via a node that no link joins to this one: then nothing is ruled out.
  if (question.workarounds) return () => true;
  const upstream = new Set(reach(snapshot.graph, node, 'upstream').nodes);
  return (id) => upstream.has(nodeOf(snapshot, id));
}

function partsOf(snapshot: Snapshot, question: Question, leads: (id: string) => boolean): Part[] {
  const { down = [], isolate = [], sever = [] } = question;
  const name = (id: string) => nodeName(snapshot, nodeOf(snapshot, id));
  const outages = down.flatMap(({ id }, i) =>
    leads(id)
      ? [
          {
            without: id,
            label: `Had ${name(id)} kept working`,
            rest: { ...question, down: down.toSpliced(i, 1) },
          },
        ]
      : [],
  );
  const zones = isolate.map((zone, i) => ({
    without: zone,
    label: `Had ${zone} not been switched off together`,
    rest: { ...question, isolate: isolate.toSpliced(i, 1) },
  }));
  const cuts = sever.flatMap(({ from, to }, i) =>
    leads(to)
      ? [
          {
            without: `${from}->${to}`,
            label: `Had ${name(to)} not cut itself off from ${name(from)}`,
            rest: { ...question, sever: sever.toSpliced(i, 1) },
          },
        ]
      : [],
  );
  return [...outages, ...zones, ...cuts];
}
