import type { SimulatedNode, SimulationAnswer } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { layoutView } from '../../picture/layout.ts';
import { drawPicture } from '../../picture/picture.ts';
import { graphView, viewLink, viewNode } from '../../ui/testing/answers.ts';
import { byIdOf, outAt, outEver, viewAtHour, viewAtWorst, viewRequestFor } from './hour-view.ts';
import { reskin } from './reskin.ts';
import { withSecondBars } from './second-bar.ts';

const simulated = (id: string, steps: [number, number][], over: object = {}): SimulatedNode => ({
  id,
  kind: 'service',
  name: id,
  downAt: 0.1,
  steps,
  state: 'degraded',
  worst: { hour: 0, level: 0 },
  lostHours: 1,
  ...over,
});
const answer = {
  nodes: [
    simulated(
      'adastra',
      [
        [0, 1],
        [2, 0],
        [50, 1],
      ],
      { cause: 'isolated' },
    ),
    simulated(
      'nhs-111',
      [
        [0, 1],
        [4, 0.15],
        [50, 1],
      ],
      {
        low: [
          [0, 1],
          [4, 0.1],
          [60, 1],
        ],
        high: [
          [0, 1],
          [4, 0.3],
        ],
      },
    ),
    simulated('spare', [[0, 1]], { state: 'at-risk', atRisk: [{ from: 4, until: 30 }] }),
  ],
} as unknown as SimulationAnswer;
const base = graphView({
  nodes: [
    viewNode({ id: 'adastra', kind: 'product', state: 'down', zones: ['hosting'] }),
    viewNode({ id: 'nhs-111', state: 'degraded', level: 0.1 }),
    viewNode({ id: 'x-ray', state: 'unknown' }),
    viewNode({ id: 'spare', state: 'at-risk' }),
  ],
  links: [viewLink('adastra', 'nhs-111', { hit: true }), viewLink('spare', 'nhs-111')],
});
const events = [
  { list: 'isolations', ids: ['hosting'], from: 2, until: 50, open: false },
  { list: 'cuts', ids: ['spare', 'nhs-111'], from: 3, until: 9, open: false },
];
const at = (hour: number) => viewAtHour(base, byIdOf(answer), outAt(events, hour), hour);
const node = (hour: number, id: string) => at(hour).nodes.find((one) => one.id === id)!;

test('cards say what is left at the hour, with its range and its cause', () => {
  expect(node(0, 'nhs-111')).toMatchObject({ level: 1, state: 'up' });
  expect(node(5, 'nhs-111')).toMatchObject({
    level: 0.15,
    state: 'degraded',
    range: { low: 0.1, high: 0.3 },
  });
  expect(node(5, 'adastra')).toMatchObject({
    state: 'down',
    cause: 'isolated',
    marked: 'isolated',
  });
  expect(node(50, 'adastra')).toEqual({ ...base.nodes[0], level: 1, state: 'up' });
});

test('not known stays not known, and a last option is said at its own hours', () => {
  expect([0, 5, 50].map((hour) => node(hour, 'x-ray').state)).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ]);
  expect([0, 3, 5, 50].map((hour) => node(hour, 'spare').state)).toEqual([
    'up',
    'up',
    'at-risk',
    'up',
  ]);
});

test('links carry what is lost only while it is', () => {
  const hits = (hour: number) => at(hour).links.map((link) => [link.hit, link.severed]);
  expect(hits(0)).toEqual([
    [false, false],
    [false, false],
  ]);
  expect(hits(5)).toEqual([
    [true, false],
    [true, true],
  ]);
  expect(hits(20)).toEqual([
    [true, false],
    [false, false],
  ]);
});

test('what is asked to be drawn is everything the plan says, at once', () => {
  const plan = {
    format: 'msp-impact-scenario/1' as const,
    name: 'x',
    hours: 9,
    outages: [
      { id: 'a', startHour: 3 },
      { id: 'a', startHour: 7 },
    ],
    isolations: [{ zone: 'hosting' }],
  };
  expect(viewRequestFor(plan, answer, ['product:not-affected'])).toMatchObject({
    question: { down: [{ id: 'a' }], isolate: ['hosting'] },
    keep: ['adastra', 'nhs-111', 'spare'],
    open: ['product:not-affected'],
  });
});

test('another hour moves no box', () => {
  const layout = layoutView(viewAtWorst(base, byIdOf(answer), outEver(events)), { width: 1000 });
  const look = { theme: 'light' as const };
  const place = ({
    id,
    x,
    y,
    w,
    h,
  }: {
    id: string;
    x: number;
    y: number;
    w: number;
    h: number;
  }) => [id, x, y, w, h];
  const [early, late] = [0, 5].map((hour) => drawPicture(reskin(layout, at(hour)), look));
  expect(early!.boxes.map(place)).toEqual(late!.boxes.map(place));
  expect(late!.boxes.find((box) => box.id === 'nhs-111')?.label).toContain('15');
  expect(early!.boxes.find((box) => box.id === 'nhs-111')?.label).toContain('Working');
});

test('two plans have two bars where they differ', () => {
  const layout = layoutView(at(5), { width: 1000 });
  const drawn = drawPicture(layout, { theme: 'light' });
  const [a, b] = [new Map([['nhs-111', { level: 0.15 }]]), new Map([['nhs-111', { level: 0.4 }]])];
  const both = withSecondBars(drawn, a, b);
  const box = both.boxes.find((one) => one.id === 'nhs-111')!;
  expect(box.label).toContain('Plan A 15');
  expect(box.shapes.length).toBe(
    drawn.boxes.find((one) => one.id === 'nhs-111')!.shapes.length + 2,
  );
  expect(withSecondBars(drawn, a, a)).toEqual(drawn);
});
