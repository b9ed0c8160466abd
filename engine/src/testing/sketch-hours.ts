/** Small incidents by name, for truth cases over time. */
import { buildGraph } from '../build/build-graph.ts';
import { CAUSES, type Cause } from '../codes.ts';
import type { Ends } from '../graph.ts';
import { breaches } from '../simulate/breaches.ts';
import { levelAt } from '../simulate/level-at.ts';
import { type Simulation, simulate } from '../simulate/simulate.ts';
import { timeToRecover } from '../simulate/time-to-recover.ts';
import type { End, Parameters, Timeline } from '../simulate/timeline.ts';
import { draw, type Sketch } from './sketch.ts';

type Number3 = number | [number, number, number];

export interface Clocks {
  /** 'a > b': hours. */
  buffer?: Record<string, Number3>;
  lag?: Record<string, Number3>;
  /** Along the sketch's workarounds: hours until ready, hours that it lasts. */
  workarounds?: [Number3, Number3][];
}

/** [from, until) as a pair; a number alone is from then on. */
type Span = number | [number, number];

export interface Incident {
  hours?: number;
  /** Node: [hour, level] steps; several lists are several outages. */
  outages?: [string, [number, number][], Cause?][];
  severed?: Record<string, Span>;
  observed?: [string, number, Span][];
  workarounds?: boolean;
  declared?: number;
}

/** An outage at level 0 in [from, until), for `outages`. */
export const down = (from: number, until: number): [number, number][] => [
  [from, 0],
  [until, 1],
];

/** Draws the graph, with clocks, and gives a way to play incidents on it. */
export function drawHours(sketch: Sketch, clocks: Clocks = {}) {
  const drawn = draw(sketch);
  const { input } = drawn;
  const links = sketch.links.map((l) => (typeof l === 'string' ? l : l[0]));
  const names = Array.from({ length: input.nodeCount }, (_, i) =>
    drawn.nameOf(drawn.graph.indexOf[i]),
  );
  const graph = buildGraph({
    ...input,
    links: { ...input.links, buffer: ends(links.map((text) => clocks.buffer?.[text] ?? 0)) },
    restartLag: ends(names.map((name) => clocks.lag?.[name] ?? 0)),
    workarounds: {
      ...input.workarounds,
      after: ends((clocks.workarounds ?? []).map(([after]) => after)),
      lasts: ends((clocks.workarounds ?? []).map(([, lasts]) => lasts)),
    },
  });
  const timeline = (incident: Incident): Timeline => ({
    hours: incident.hours ?? 100,
    outages: (incident.outages ?? []).map(([name, steps, cause]) => ({
      node: drawn.node(name),
      cause: CAUSES.indexOf(cause ?? 'failed'),
      steps: steps.map(([hour, level]) => ({ hour, level })),
    })),
    severed: Object.entries(incident.severed ?? {}).map(([text, span]) => ({
      link: drawn.link(text),
      ...between(span),
    })),
    observed: (incident.observed ?? []).map(([name, level, span]) => ({
      node: drawn.node(name),
      level,
      ...between(span),
    })),
    workarounds: incident.workarounds ?? true,
    declared: incident.declared ?? 0,
  });
  return {
    graph,
    node: drawn.node,
    link: drawn.link,
    timeline,
    playTimeline: (given: Timeline) => read(simulate(graph, given, 'likely'), drawn.node),
    play: (incident: Incident, end: End = 'likely', parameters?: Parameters) =>
      read(simulate(graph, timeline(incident), end, parameters), drawn.node),
  };
}

function ends(values: Number3[]): Ends {
  const three = values.map((x) => (typeof x === 'number' ? [x, x, x] : x));
  const end = (i: number) => Float64Array.from(three, (x) => x[i]);
  return { low: end(0), likely: end(1), high: end(2) };
}

function between(span: Span): { from: number; until: number } {
  if (typeof span === 'number') return { from: span, until: Number.POSITIVE_INFINITY };
  return { from: span[0], until: span[1] };
}

/** A simulation read by name. */
function read(simulation: Simulation, node: (name: string) => number) {
  const { stepStart, stepHour, stepLevel } = simulation;
  return {
    simulation,
    level: (name: string, hour: number) => levelAt(simulation, node(name), hour),
    steps: (name: string) => {
      const v = node(name);
      const begin = stepStart[v];
      return Array.from({ length: stepStart[v + 1] - begin }, (_, i) => [
        stepHour[begin + i],
        stepLevel[begin + i],
      ]);
    },
    cause: (name: string) => CAUSES[simulation.cause[node(name)]],
    recovers: (name: string) => timeToRecover(simulation, node(name)),
    breach: (name: string, minimum: number, maxHours: number) => {
      const found = breaches(simulation, {
        node: Uint32Array.of(node(name)),
        minimum: Float64Array.of(minimum),
        maxHours: Float64Array.of(maxHours),
      });
      return found[0]?.hour;
    },
  };
}
