/**
 * Greatest Q / S² (Q = Σ y², S = Σ y) over the box of range.ts.
 *
 * √Q / S is quasiconvex, so a corner of the box is the greatest: each holder with unknowns has them
 * all at 0 ("off") or all at M ("on"). Which are on is a choice like a knapsack's, and is searched:
 *
 * 1. An on-holder adds e = h² − l² to Q and d = h − l = u·M to S. Trying the holders by falling
 *    e / d = l + h gives a first answer, λ.
 * 2. A better choice has Q − λS² > 0. For any t, S² = 2tS − t² + (S − t)², so
 *    Q − λS² = base(t) − penalties − λ(S − t)²: base(t) switches each holder on when
 *    c = e − 2λt·d > 0, and a holder that does otherwise costs |c|. With the t that makes base
 *    least (there base is at most what one holder moves), all holders with |c| ≥ base are settled.
 * 3. Among holders with the same u, one with more known money never stands back behind one with
 *    less (moving the M's over raises Q at the same S). So only the number that are on counts,
 *    and the classes are searched one after the other; in the last, (S − t)² leaves few numbers.
 */
import { falling } from './falling.ts';

export interface Greatest {
  readonly ratio: number;
  readonly exact: boolean;
}

/** Steps of the search before its safe bound is answered instead. */
const MAX_STEPS = 500_000;
const ROUNDING = 1e-13;

/** Holders with the same number u of unknowns, most known money first. */
interface Class {
  readonly d: number;
  /** e of the holders, falling. */
  readonly e: Float64Array;
  /** Sum of the first n of `e`. */
  readonly sum: Float64Array;
  /** Numbers that may be on: from … to. */
  from: number;
  to: number;
}

/** @param largest M > 0; @param known not all 0. O(n log n) where the search stays small. */
export function greatestRatio(
  known: Float64Array,
  unknown: Uint32Array,
  largest: number,
): Greatest {
  let [q, s] = [0, 0];
  for (let i = 0; i < known.length; i++) {
    q += known[i] * known[i];
    s += known[i];
  }
  const classes = classesOf(known, unknown, largest);
  const steps = stepsOf(classes);
  const first = bestPrefix(steps, q, s);
  const t = centreOf(steps, s, first);
  const base = baseAt(steps, q, s, first, t);
  if (base <= ROUNDING * first * t * t) return { ratio: first, exact: true };
  return search(classes, { q, s, lambda: first, t, base });
}

function classesOf(known: Float64Array, unknown: Uint32Array, largest: number): Class[] {
  const byUnknown = new Map<number, number[]>();
  for (let i = 0; i < known.length; i++) {
    if (unknown[i] === 0) continue;
    const list = byUnknown.get(unknown[i]);
    if (list) list.push(known[i]);
    else byUnknown.set(unknown[i], [known[i]]);
  }
  return [...byUnknown].map(([u, list]) => classOf(u * largest, Float64Array.from(list)));
}

function classOf(d: number, known: Float64Array): Class {
  const e = known.sort().reverse();
  const sum = new Float64Array(e.length + 1);
  for (let i = 0; i < e.length; i++) {
    e[i] = d * (2 * e[i] + d);
    sum[i + 1] = sum[i] + e[i];
  }
  return { d, e, sum, from: 0, to: e.length };
}

/** All holders by falling e / d. */
interface Steps {
  readonly d: Float64Array;
  readonly e: Float64Array;
}

function stepsOf(classes: readonly Class[]): Steps {
  const count = classes.reduce((sum, one) => sum + one.e.length, 0);
  const d = new Float64Array(count);
  const e = new Float64Array(count);
  const ratio = new Float64Array(count);
  let at = 0;
  for (const one of classes) {
    for (let i = 0; i < one.e.length; i++, at++) {
      d[at] = one.d;
      e[at] = one.e[i];
      ratio[at] = one.e[i] / one.d;
    }
  }
  const by = falling(ratio);
  return { d: d.map((_, i) => d[by[i]]), e: e.map((_, i) => e[by[i]]) };
}

function bestPrefix({ d, e }: Steps, q: number, s: number): number {
  let [squares, sum] = [q, s];
  let best = squares / (sum * sum);
  for (let i = 0; i < d.length; i++) {
    squares += e[i];
    sum += d[i];
    best = Math.max(best, squares / (sum * sum));
  }
  return best;
}

/** The t that makes base(t) least: t = S of the holders that are on at t, or where one is on the edge. */
function centreOf({ d, e }: Steps, s: number, lambda: number): number {
  let sum = s;
  for (let i = 0; i < d.length; i++) {
    const edge = e[i] / d[i] / (2 * lambda);
    if (edge <= sum) return sum;
    sum += d[i];
    if (edge <= sum) return edge;
  }
  return sum;
}

function baseAt({ d, e }: Steps, q: number, s: number, lambda: number, t: number): number {
  let base = q - 2 * lambda * t * s + lambda * t * t;
  for (let i = 0; i < d.length; i++) base += Math.max(0, e[i] - 2 * lambda * t * d[i]);
  return base;
}

interface Problem {
  readonly q: number;
  readonly s: number;
  readonly lambda: number;
  readonly t: number;
  readonly base: number;
}

/** A class with a choice left. */
interface Open extends Class {
  /** e at which c is 0. */
  readonly cost: number;
  /** Σ c of the holders with a choice that base(t) has on: what leaving all of them off costs. */
  readonly gain: number;
}

interface Search extends Problem {
  /** The largest last. */
  readonly open: readonly Open[];
  /** A better choice has |S − t| ≤ reach. */
  readonly reach: number;
  best: number;
  steps: number;
}

function search(classes: readonly Class[], problem: Problem): Greatest {
  const { lambda, t, base } = problem;
  let { q, s } = problem;
  for (const one of classes) {
    settle(one, 2 * lambda * t * one.d, base);
    q += one.sum[one.from];
    s += one.d * one.from;
  }
  const open = classes.filter(({ from, to }) => to > from).map((one) => opened(one, lambda * t));
  open.sort((a, b) => a.to - a.from - (b.to - b.from));
  const reach = Math.sqrt(base / lambda);
  const state: Search = { ...problem, open, reach, best: lambda, steps: 0 };
  descend(state, 0, q, s, base);
  if (state.steps <= MAX_STEPS) return { ratio: state.best, exact: true };
  // Q − λS² ≤ base everywhere, and S ≥ t − reach where it is above 0.
  const least = Math.max(t - reach, problem.s);
  return { ratio: Math.min(1, lambda + base / (least * least)), exact: false };
}

/** Holders whose |c| is at least `base` do as base(t) says. */
function settle(one: Class, cost: number, base: number): void {
  while (one.from < one.to && one.e[one.from] - cost >= base) one.from++;
  while (one.to > one.from && cost - one.e[one.to - 1] >= base) one.to--;
}

function opened(one: Class, edge: number): Open {
  const cost = 2 * edge * one.d;
  let gain = 0;
  for (let i = one.from; i < one.to; i++) gain += Math.max(0, one.e[i] - cost);
  return { ...one, cost, gain };
}

/** q, s: of what is settled so far; `left`: what penalties may still cost. */
function descend(state: Search, depth: number, q: number, s: number, left: number): void {
  if (depth === state.open.length) {
    state.best = Math.max(state.best, q / (s * s));
    return;
  }
  const { d, sum, from, to, cost, gain: most } = state.open[depth];
  // Paid back as those that base(t) has on are switched on.
  const slack = left - most;
  const last = depth === state.open.length - 1;
  const [first, final] = last ? windowOf(state, s, d) : [0, to - from];
  for (let n = Math.max(0, first); n <= Math.min(final, to - from); n++) {
    if (++state.steps > MAX_STEPS) return;
    const gain = sum[from + n] - sum[from];
    if (slack + gain - n * cost > 0) {
      descend(state, depth + 1, q + gain, s + n * d, slack + gain - n * cost);
    }
  }
}

/** How many of d may come on top of s so that S stays within reach of t; one more for rounding. */
function windowOf({ t, reach }: Search, s: number, d: number): [number, number] {
  return [Math.floor((t - reach - s) / d) - 1, Math.ceil((t + reach - s) / d) + 1];
}
