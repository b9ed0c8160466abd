import { expect, test } from 'vitest';
import { buildGraph } from '../build/build-graph.ts';
import { simulate } from '../simulate/simulate.ts';
import { randomGraph } from './random-graph.ts';
import { randomTimeline, timelineIn, withTimes } from './random-timeline.ts';

declare const console: { log: (line: string) => void };

test('the random incidents hold enough of everything', () => {
  const count: Record<string, number> = {};
  const cases = 400;
  for (let seed = 0; seed < cases; seed++) {
    for (const name of traits(seed)) count[name] = (count[name] ?? 0) + 1;
  }
  const mix = Object.entries(count).map(
    ([name, found]) => `${name} ${Math.round((100 * found) / cases)} %`,
  );
  console.log(`random incidents: ${mix.join(', ')}`);
  for (const name of EXPECTED) expect(count[name] ?? 0, name).toBeGreaterThanOrEqual(cases / 5);
});

const EXPECTED = [
  'circle',
  'circle with a buffer',
  'circle with a lag',
  'buffer',
  'buffer range',
  'lag',
  'workaround',
  'workaround that ends',
  'recovery in steps',
  'outage without end',
  'several outages',
  'cut',
  'observation',
  'buffer or lag ends',
  'spreads',
  'comes back',
];

function traits(seed: number): string[] {
  const shape = {
    nodes: 2 + (seed % 13),
    degree: [1, 1.5, 2.5][seed % 3],
    circles: seed % 3 > 0,
    ranges: seed % 4 < 2,
    sharp: seed % 5 === 0,
  };
  const input = withTimes(seed, randomGraph(seed, shape), shape.ranges);
  const graph = buildGraph(input);
  const timeline = timelineIn(graph, randomTimeline(seed, input));
  const { stepStart, stepLevel, stepHour, events } = simulate(graph, timeline, 'likely');
  const inCircle = (v: number) => graph.circles.of[v] >= 0;
  const inner = (l: number) =>
    inCircle(graph.to[l]) && graph.circles.of[graph.to[l]] === graph.circles.of[graph.from[l]];
  const some = (values: Float64Array, holds: (i: number) => boolean) =>
    values.some((x, i) => x > 0 && holds(i));
  const known = timeline.outages.flatMap((o) => o.steps).length;
  const aids = timeline.workarounds && graph.aids.count > 0;
  const hit = Array.from({ length: graph.nodeCount }, (_, v) => v).filter(
    (v) => stepStart[v + 1] - stepStart[v] > 1 || stepLevel[stepStart[v]] < 1,
  );
  const flags: [boolean, string][] = [
    [graph.circles.count > 0, 'circle'],
    [some(graph.buffer.likely, inner), 'circle with a buffer'],
    [some(graph.restartLag.likely, inCircle), 'circle with a lag'],
    [some(graph.buffer.likely, () => true), 'buffer'],
    [graph.buffer.low.some((x, l) => x < graph.buffer.high[l]), 'buffer range'],
    [some(graph.restartLag.likely, () => true), 'lag'],
    [aids, 'workaround'],
    [aids && graph.aids.lasts.likely.some((x) => x < timeline.hours), 'workaround that ends'],
    [timeline.outages.some((o) => o.steps.length > 2), 'recovery in steps'],
    [timeline.outages.some((o) => (o.steps.at(-1)?.level ?? 1) < 1), 'outage without end'],
    [timeline.outages.length > 1, 'several outages'],
    [timeline.severed.length > 0, 'cut'],
    [timeline.observed.length > 0, 'observation'],
    [
      events > known + 2 * (timeline.severed.length + timeline.observed.length + graph.aids.count),
      'buffer or lag ends',
    ],
    [hit.length > timeline.outages.length, 'spreads'],
    [
      hit.some((v) => stepHour[stepStart[v + 1] - 1] > 0 && stepLevel[stepStart[v + 1] - 1] === 1),
      'comes back',
    ],
  ];
  return flags.filter(([holds]) => holds).map(([, name]) => name);
}
