/** Two plans on one clock: what differs in the inputs, and what that changes. */
import type { ComparisonAnswer, Scenario, Steps } from '@msp-impact/contract';
import { KINDS, largestFirst } from '@msp-impact/engine';
import { nameOf } from '../answers/impact.ts';
import { at } from '../rules/fault.ts';
import { answerInParts } from './answer.ts';
import { isHit, lostHours, stepsOf, valueAt } from './series.ts';
import type { Simulated } from './simulated.ts';

/** Levels this close are the same level. */
const SAME = 1e-9;
const MOST_NODES = 500;
const MOST_INPUTS = 1000;
/** Compared between two turns of the event loop. */
const NODES_AT_ONCE = 2000;

type Difference = ComparisonAnswer['differences'][number];

/** Yields between parts of some milliseconds. */
export function* comparisonInParts(a: Simulated, b: Simulated): Generator<void, ComparisonAnswer> {
  const differences = yield* differencesOf(a, b);
  return {
    a: yield* answerInParts(a),
    b: yield* answerInParts(b),
    sentence: sentenceOf(differences),
    inputs: inputsThatDiffer(a.scenario, b.scenario).slice(0, MOST_INPUTS),
    differences: differences.slice(0, MOST_NODES),
  };
}

/** By the point answers, up to the shorter of the two scenarios; most hours apart first, then by id. */
function* differencesOf(a: Simulated, b: Simulated): Generator<void, Difference[]> {
  const { indexOf } = a.snapshot.graph;
  const until = Math.min(a.plan.hours, b.plan.hours);
  const found: Difference[] = [];
  const apart: number[] = [];
  // Rows are in id order.
  for (let row = 0; row < indexOf.length; row++) {
    if (row % NODES_AT_ONCE === NODES_AT_ONCE - 1) yield;
    const node = indexOf[row] as number;
    if (!isHit(a.likely, node) && !isHit(b.likely, node)) continue;
    const steps = minus(stepsOf(b.likely, node), stepsOf(a.likely, node), until);
    if (steps.every(([, value]) => value === 0)) continue;
    const lost = lostHours(b.likely, node) - lostHours(a.likely, node);
    found.push({ ...nameOf(a.snapshot, node), lostHours: lost, steps });
    apart.push(distance(steps, until));
  }
  yield;
  const order = largestFirst(Float64Array.from(apart));
  return [
    ...Array.from(order, (i) => found[i] as Difference),
    ...found.filter((_, i) => apart[i] === 0),
  ];
}

/** x − y at every hour at which it changes. */
function minus(x: Steps, y: Steps, until: number): Steps {
  const hours = [...new Set([...x, ...y].map(([hour]) => hour))].sort((p, q) => p - q);
  const steps: Steps = [];
  for (const hour of hours.filter((one) => one <= until)) {
    const exact = valueAt(x, hour) - valueAt(y, hour);
    const value = Math.abs(exact) < SAME ? 0 : exact;
    if (value !== steps.at(-1)?.[1]) steps.push([hour, value]);
  }
  return steps;
}

/** ∫ |difference| dt. */
function distance(steps: Steps, until: number): number {
  return steps.reduce((sum, [hour, value], i) => {
    return sum + Math.abs(value) * ((steps[i + 1]?.[0] ?? until) - hour);
  }, 0);
}

const KIND = KINDS[2];

/** `B keeps NHS 111, England 25–31 points higher, hour 4 to day 14.` */
function sentenceOf(differences: readonly Difference[]): string {
  const most = differences.find(({ kind }) => kind === KIND) ?? differences[0];
  if (!most) return 'A and B come to the same levels.';
  const span = longestSpan(most.steps);
  const points = span.values.map((value) => Math.round(Math.abs(value) * 100));
  const [least, greatest] = [Math.min(...points), Math.max(...points)];
  const size = least === greatest ? `${greatest}` : `${least}–${greatest}`;
  const way = span.sign > 0 ? 'higher' : 'lower';
  return `B keeps ${most.name} ${size} points ${way}, ${spanText(span)}.`;
}

interface Span {
  from: number;
  until: number | undefined;
  sign: number;
  values: number[];
}

/** The stretch of one sign that weighs most. */
function longestSpan(steps: Steps): Span {
  const spans: (Span & { weight: number })[] = [];
  steps.forEach(([hour, value], i) => {
    const last = spans.at(-1);
    if (last && last.until === undefined && last.sign !== Math.sign(value)) last.until = hour;
    if (value === 0) return;
    const until = steps[i + 1]?.[0] ?? hour + 1e6;
    const weight = Math.abs(value) * (until - hour);
    if (last && last.until === undefined) {
      last.values.push(value);
      last.weight += weight;
    } else
      spans.push({ from: hour, until: undefined, sign: Math.sign(value), values: [value], weight });
  });
  return spans.sort((x, y) => y.weight - x.weight)[0] as Span;
}

/** Within one day the hours tell more: "day 31 to day 31" says nothing. */
function spanText({ from, until }: Span): string {
  if (until === undefined) return `${momentText(from)} on`;
  if (momentText(from) !== momentText(until)) return `${momentText(from)} to ${momentText(until)}`;
  const [first, last] = [from, until].map((hour) => Number(hour.toFixed(1)));
  return `hour ${first?.toLocaleString('en-GB')} to ${last?.toLocaleString('en-GB')}`;
}

function momentText(hour: number): string {
  return hour <= 72 ? `hour ${Number(hour.toFixed(1))}` : `day ${Math.floor(hour / 24) + 1}`;
}

/** JSON paths at which two scenarios differ; lists are compared by position. */
function inputsThatDiffer(a: Scenario, b: Scenario): ComparisonAnswer['inputs'] {
  const found: ComparisonAnswer['inputs'] = [];
  walk(a, b, '$', found);
  return found.filter(({ path }) => path !== '$.name' && path !== '$.note');
}

function walk(a: unknown, b: unknown, path: string, out: ComparisonAnswer['inputs']): void {
  if (JSON.stringify(a) === JSON.stringify(b)) return;
  const both = [a, b].every((one) => typeof one === 'object' && one !== null);
  if (!both || Array.isArray(a) !== Array.isArray(b)) {
    out.push({ path, ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) });
    return;
  }
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    walk(left[key], right[key], at(path, Array.isArray(a) ? Number(key) : key), out);
  }
}
