/**
 * The graph at one hour: the drawing's own view, with the levels that the simulation gives. Nothing is
 * asked of the server while the hour moves, so that scrubbing follows the hand.
 */
import type {
  GraphView,
  Scenario,
  SimulatedNode,
  SimulationAnswer,
  State,
  ViewNode,
  ViewRequest,
} from '@msp-impact/contract';
import { type Left, leftAt, lowest, within } from './series.ts';

/** Hit things that are drawn singly, worst first; the others stay in counted groups. */
const DRAWN = 350;
const BUDGET = 500;

/**
 * What to draw for a plan: everything it stops, all at once and for good, hits at least what the plan
 * hits at any hour (law 2), so that one layout serves every hour.
 */
export function viewRequestFor(
  plan: Scenario,
  answer: SimulationAnswer | undefined,
  opened: readonly string[],
): ViewRequest {
  const keep = new Set(answer?.nodes.slice(0, DRAWN).map((node) => node.id));
  const ids = (list: readonly { id: string }[] | undefined) => [
    ...new Set(list?.map((one) => one.id)),
  ];
  return {
    question: {
      ...(plan.outages && { down: ids(plan.outages).map((id) => ({ id })) }),
      ...(plan.isolations && { isolate: [...new Set(plan.isolations.map((one) => one.zone))] }),
      ...(plan.cuts && { sever: plan.cuts.map(({ from, to }) => ({ from, to })) }),
    },
    show: 'hit',
    budget: BUDGET,
    ...(opened.length > 0 && { open: [...opened] }),
    ...(keep.size > 0 && { keep: [...keep].sort() }),
  };
}

/** What the plan itself says of an hour. */
export interface OutNow {
  readonly down: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
  /** `from>to` */
  readonly cut: ReadonlySet<string>;
}

type Timed = {
  readonly ids: readonly string[];
  readonly list: string;
  readonly from: number;
  readonly until: number;
  readonly open: boolean;
};

/** `events`: the plan's own, as features/scenario lists them. */
export function outAt(events: readonly Timed[], hour: number): OutNow {
  const now = events.filter((one) => one.from <= hour && (one.open || hour < one.until));
  const of = (list: string, key = (ids: readonly string[]) => ids[0] ?? '') =>
    new Set(now.filter((one) => one.list === list).map((one) => key(one.ids)));
  return {
    down: of('outages'),
    zones: of('isolations'),
    seen: of('observations'),
    cut: of('cuts', (ids) => ids.join('>')),
  };
}

/** Everything that the plan says at some hour. */
export function outEver(events: readonly Timed[]): OutNow {
  return outAt(
    events.map((one) => ({ ...one, from: 0, open: true })),
    0,
  );
}

export const NOTHING_OUT: OutNow = {
  down: new Set(),
  zones: new Set(),
  seen: new Set(),
  cut: new Set(),
};

export type ById = ReadonlyMap<string, SimulatedNode>;
export const byIdOf = (answer: SimulationAnswer): ById =>
  new Map(answer.nodes.map((node) => [node.id, node]));

export function viewAtHour(base: GraphView, nodes: ById, out: OutNow, hour: number): GraphView {
  const shown = base.nodes.map((node) => nodeAt(node, nodes.get(node.id), out, hour));
  return withNodes(base, shown, out);
}

/** Every level at its worst: what the layout makes room for. */
export function viewAtWorst(base: GraphView, nodes: ById, out: OutNow): GraphView {
  const shown = base.nodes.map((node) => {
    const known = nodes.get(node.id);
    const level = known ? lowest(known.steps) : 1;
    return dressed(node, known, out, { level, edge: known?.atRisk !== undefined });
  });
  return withNodes(base, shown, out);
}

function withNodes(base: GraphView, nodes: ViewNode[], out: OutNow): GraphView {
  const low = new Set(nodes.filter((node) => node.level < 1).map((node) => node.id));
  const links = base.links.map((link) => {
    const severed = out.cut.has(`${link.from}>${link.to}`);
    const hit = severed || low.has(link.from);
    return link.hit === hit && link.severed === severed ? link : { ...link, hit, severed };
  });
  return { ...base, nodes, links };
}

function nodeAt(
  node: ViewNode,
  known: SimulatedNode | undefined,
  out: OutNow,
  hour: number,
): ViewNode {
  const { level, range } = leftAt(known, hour);
  const edge = within(known?.atRisk, hour);
  return dressed(node, known, out, { level, ...(range && { range }), edge });
}

interface Now extends Left {
  /** On its last option. */
  readonly edge: boolean;
}

function dressed(
  node: ViewNode,
  known: SimulatedNode | undefined,
  out: OutNow,
  { level, range, edge }: Now,
): ViewNode {
  const { cause: _c, marked: _m, range: _r, ...rest } = node;
  const state = stateAt(node, known, level, edge);
  const cause = level < 1 ? known?.cause : undefined;
  const marked = markedAt(node, out, level);
  return {
    ...rest,
    level,
    state,
    ...(range && { range }),
    ...(cause && { cause }),
    ...(marked && { marked }),
  };
}

function markedAt(node: ViewNode, out: OutNow, level: number): ViewNode['marked'] {
  if (out.seen.has(node.id)) return 'observed';
  if (out.down.has(node.id)) return 'down';
  return level < 1 && node.zones?.some((zone) => out.zones.has(zone)) ? 'isolated' : undefined;
}

const SAME = 1e-9;

/** What is not in the answer was not hit and not on its last option: known or not stays as it was. */
function stateAt(
  node: ViewNode,
  known: SimulatedNode | undefined,
  level: number,
  edge: boolean,
): State {
  if (known && level < 1) return level <= known.downAt + SAME ? 'down' : 'degraded';
  if (edge) return 'at-risk';
  return node.state === 'unknown' && (!known || known.state === 'unknown') ? 'unknown' : 'up';
}
