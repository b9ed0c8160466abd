/** A view: what is drawn while nothing is asked is what the sample's question, or the busiest supplier's stop, would hit. */
import type { GraphView, Question, SampleSummary, ViewRequest } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import { ask, asksNothing, type Solved } from '../answers/ask.ts';
import { viewAnswer } from '../answers/view/view.ts';
import { malformed } from '../errors.ts';
import { at } from '../rules/fault.ts';
import { sampleNamed } from '../samples.ts';
import { noNode, toQuestion } from '../snapshot/question.ts';
import { nodeId, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { solved } from './context.ts';

const SUPPLIER = KINDS.indexOf('supplier');

/** Throws 422 for ids that are not there. */
export function picture(snapshot: Snapshot, request: ViewRequest, path = '$'): GraphView {
  const { question = {}, ...options } = request;
  const { around } = options;
  if (around !== undefined && nodeOf(snapshot, around) < 0) {
    throw malformed([noNode(at(path, 'around'), around)]);
  }
  const answer = solved(snapshot, question, at(path, 'question'));
  const sample = sampleIn(snapshot);
  const suggested = asksNothing(question)
    ? suggestion(snapshot, sample?.question as Question | undefined)
    : undefined;
  return viewAnswer(answer, options, {
    ...(suggested ? { suggested } : {}),
    ...(sample ? { sample: sample.id } : {}),
  });
}

/** The sample that is loaded. A list in its place may keep its name: then its question finds nothing. */
function sampleIn(snapshot: Snapshot): SampleSummary | undefined {
  const sample = sampleNamed(snapshot.name);
  return sample && toQuestion(snapshot, sample.question as Question, '$').ok ? sample : undefined;
}

function suggestion(snapshot: Snapshot, ofSample?: Question): Solved | undefined {
  const sampled = ofSample && ask(snapshot, ofSample);
  if (sampled?.ok) return sampled.value;
  const busiest = busiestSupplier(snapshot);
  const asked = busiest === undefined ? undefined : ask(snapshot, { down: [{ id: busiest }] });
  return asked?.ok ? asked.value : undefined;
}

/** The supplier with most links out, ties by id; undefined without a supplier. */
function busiestSupplier(snapshot: Snapshot): string | undefined {
  const { graph } = snapshot;
  let best = -1;
  let most = -1;
  for (const node of graph.indexOf) {
    const links = (graph.outStart[node + 1] as number) - (graph.outStart[node] as number);
    if (graph.kind[node] === SUPPLIER && links > most) [best, most] = [node, links];
  }
  return best < 0 ? undefined : nodeId(snapshot, best);
}
