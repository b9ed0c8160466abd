/**
 * A question solved against a snapshot. The picture, the rows and the explanation of one question
 * are asked for one after the other, so the last few solutions are kept with their snapshot.
 */
import type { Fault, Question } from '@msp-impact/contract';
import { type Question as EngineQuestion, type Impact, solve } from '@msp-impact/engine';
import { toQuestion } from '../snapshot/question.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export interface Solved {
  readonly snapshot: Snapshot;
  readonly question: Question;
  readonly engineQuestion: EngineQuestion;
  readonly impact: Impact;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: Fault[] };

const KEPT = 8;
const kept = new WeakMap<Snapshot, Map<string, Solved>>();

/** Faults name unknown ids, zones and pairs; `path` is where the question stands in the request. */
export function ask(snapshot: Snapshot, question: Question, path = '$.question'): Answer<Solved> {
  const solutions = kept.get(snapshot) ?? new Map<string, Solved>();
  kept.set(snapshot, solutions);
  const key = JSON.stringify(question);
  const known = solutions.get(key);
  if (known) return { ok: true, value: known };
  const answer = askOnce(snapshot, question, path);
  if (!answer.ok) return answer;
  solutions.set(key, answer.value);
  const [oldest] = solutions.keys();
  if (solutions.size > KEPT && oldest !== undefined) solutions.delete(oldest);
  return answer;
}

/** As ask, for a question that nobody will ask again: it pushes no other solution out. */
export function askOnce(
  snapshot: Snapshot,
  question: Question,
  path = '$.question',
): Answer<Solved> {
  const asked = toQuestion(snapshot, question, path);
  if (!asked.ok) return asked;
  const impact = solve(snapshot.graph, asked.value);
  return { ok: true, value: { snapshot, question, engineQuestion: asked.value, impact } };
}

/** Nothing is stopped, cut off or observed. */
export function asksNothing({ down, isolate, sever, observed }: Question): boolean {
  return [down, isolate, sever, observed].every((list) => !list?.length);
}
