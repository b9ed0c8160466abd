import { expect, test } from 'vitest';
import { buildGraph, solve } from '../index.ts';
import { inEngine, randomGraph, randomQuestion } from './random-graph.ts';

declare const console: { log: (line: string) => void };

test('the random cases hold enough of everything', () => {
  const count: Record<string, number> = {};
  const cases = 400;
  for (let seed = 0; seed < cases; seed++) {
    const shape = {
      nodes: 2 + (seed % 13),
      degree: [1, 1.5, 2.5][seed % 3],
      circles: seed % 2 === 0,
      ranges: seed % 4 < 2,
      sharp: seed % 5 === 0,
    };
    for (const name of traits(seed, shape)) count[name] = (count[name] ?? 0) + 1;
  }
  const mix = Object.entries(count).map(
    ([name, found]) => `${name} ${Math.round((100 * found) / cases)} %`,
  );
  console.log(`random cases: ${mix.join(', ')}`);
  for (const name of EXPECTED) expect(count[name] ?? 0, name).toBeGreaterThanOrEqual(cases / 5);
  for (const name of ['at risk']) expect(count[name] ?? 0, name).toBeGreaterThanOrEqual(cases / 20);
});

const EXPECTED = [
  'circle',
  'all',
  'any',
  'atLeast',
  'share',
  'weak link',
  'range',
  'partial outage',
  'observation',
  'severed',
  'workaround',
  'workaround via',
  'hit',
  'region of parts',
];

function traits(seed: number, shape: Parameters<typeof randomGraph>[1]): string[] {
  const input = randomGraph(seed, shape);
  const question = randomQuestion(seed, input, shape.ranges);
  const graph = buildGraph(input);
  const impact = solve(graph, inEngine(graph, question));
  const used = [...new Set(graph.groupRule)].map(
    (rule) => ['all', 'any', 'atLeast', 'share'][rule],
  );
  const partial = question.outages.some((o) => o.level.likely > 0 && o.level.likely < 1);
  const flags: [boolean, string][] = [
    [graph.circles.count > 0, 'circle'],
    [graph.groundless.length > 0, 'groundless'],
    [graph.strength.likely.some((s) => s > 0 && s < 1), 'weak link'],
    [graph.ranged, 'range'],
    [partial, 'partial outage'],
    [question.observed.length > 0, 'observation'],
    [question.severed.length > 0, 'severed'],
    [question.workarounds && graph.aids.count > 0, 'workaround'],
    [question.workarounds && graph.aids.via.some((v) => v >= 0), 'workaround via'],
    [impact.hit.length > question.outages.length, 'hit'],
    [impact.atRisk.length > 0, 'at risk'],
    [graph.groupOrder.includes(-2), 'region of parts'],
  ];
  return [...used, ...flags.filter(([holds]) => holds).map(([, name]) => name)];
}
