import type { Question } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { documentOf, link, node, sampleSnapshot, snapshotOf } from '../../snapshot/testing.ts';
import { ask } from '../ask.ts';
import type { ViewOptions } from './options.ts';
import { viewAnswer } from './view.ts';

const sample = sampleSnapshot();
const STOPPED: Question = { down: [{ id: 'advanced' }] };

function view(snapshot: Snapshot, question: Question, options: ViewOptions = {}) {
  const asked = ask(snapshot, question);
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  return viewAnswer(asked.value, options);
}

/** One product with many services, half of them hit. */
function fan(count: number): Snapshot {
  const services = Array.from({ length: count }, (_, i) =>
    node(`s${String(i).padStart(4, '0')}`, 'service'),
  );
  const links = services.map(({ id }, i) => link(i % 2 ? 'p' : 'q', id));
  return snapshotOf(documentOf([node('p', 'product'), node('q', 'product'), ...services], links));
}

test('every node is drawn singly or counted in one group, never left out', () => {
  for (const options of [{}, { show: 'all' }, { budget: 10 }, { kinds: ['service'] }] as const) {
    const { nodes, groups, shown, grouped, total } = view(sample, STOPPED, options as ViewOptions);
    expect(nodes).toHaveLength(shown);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(grouped);
    expect(shown + grouped).toBe(total);
  }
  expect(view(sample, STOPPED).total).toBe(111);
});

test('a group opens also where the budget is used up, but not beyond 1,500', () => {
  const snapshot = fan(2000);
  const full = view(snapshot, {}, { show: 'all' });
  const rest = full.groups.find(({ id }) => id === 'service:not-affected');
  expect(full.shown).toBe(500);
  const opened = view(snapshot, {}, { show: 'all', open: ['service:not-affected'] });
  expect(opened.shown).toBe(550);
  expect(opened.groups.find(({ id }) => id === rest?.id)?.count).toBe((rest?.count ?? 0) - 50);
  const often = Array<string>(100).fill('service:not-affected');
  expect(view(snapshot, {}, { show: 'all', open: often }).shown).toBe(1500);
});

test('what is hit is drawn singly; what nobody recorded is a group of its own', () => {
  const picture = view(sample, STOPPED);
  expect(picture.nodes.filter(({ level }) => level < 1)).toHaveLength(81);
  const statuses = picture.groups.map(({ status }) => status);
  expect(statuses).toContain('not-known');
  expect(statuses).not.toContain('hit');
  expect(picture.nodes.find(({ id }) => id === 'advanced')?.marked).toBe('down');
});

test('members of a zone are drawn and marked as switched off', () => {
  const picture = view(sample, { isolate: ['advanced-health-and-care'] });
  const marked = picture.nodes.filter((one) => one.marked === 'isolated');
  expect(marked.map(({ id }) => id)).toContain('staffplan-citrix');
});

test('the budget bounds what is drawn singly, and groups open fifty at a time', () => {
  const snapshot = fan(400);
  const question = { down: [{ id: 'p' }] };
  const small = view(snapshot, question, { budget: 20 });
  expect(small.shown).toBe(20);
  expect(small.groups.find(({ id }) => id === 'service:hit')?.count).toBe(181);
  const closed = view(snapshot, question, {});
  const rest = closed.groups.find(({ id }) => id === 'service:not-affected');
  expect(rest).toMatchObject({ count: 200, label: '200 services not affected' });
  expect(rest?.sample).toHaveLength(50);
  const twice = view(snapshot, question, {
    open: ['service:not-affected', 'service:not-affected'],
  });
  expect(twice.shown).toBe(closed.shown + 100);
});

test('links into groups are bundled with their number', () => {
  const picture = view(fan(10), { down: [{ id: 'p' }] }, {});
  expect(picture.bundles).toEqual([
    { from: 'product:not-known', to: 'service:not-affected', count: 5 },
  ]);
  expect(picture.links).toHaveLength(5);
});

test('ids that are kept are drawn whatever the filter says', () => {
  const picture = view(sample, {}, { kinds: ['service'], keep: ['rio'] });
  expect(picture.nodes.map(({ id }) => id)).toContain('rio');
});

test('a neighbourhood holds what is within so many links', () => {
  const options = { around: 'adastra', direction: 'downstream', depth: 1 } as const;
  const picture = view(sample, {}, options);
  expect(picture.total).toBe(15);
  expect(picture.shown).toBe(15);
  const up = view(sample, {}, { around: 'adastra', direction: 'upstream' });
  expect(up.nodes.map(({ id }) => id)).toContain('advanced');
});

test('hiding assumed links leaves them undrawn, counts them, and changes no answer', () => {
  const shown = view(sample, STOPPED, { show: 'all' });
  const hidden = view(sample, STOPPED, { show: 'all', hideAssumed: true });
  const assumed = shown.links.filter((one) => one.assumed).length;
  expect(assumed).toBeGreaterThan(0);
  expect(hidden.hiddenLinks).toBe(assumed);
  expect(hidden.links).toHaveLength(shown.links.length - assumed);
  expect(hidden.nodes).toEqual(shown.nodes);
});

test('alternatives of what is hit are drawn beside it', () => {
  const nodes = [
    node('p', 'product'),
    node('spare', 'product'),
    node('s', 'service', { groups: { g: { rule: 'any' } } }),
    node('far', 'product'),
  ];
  const links = [link('p', 's', { group: 'g' }), link('spare', 's', { group: 'g' })];
  const picture = view(snapshotOf(documentOf(nodes, links)), { down: [{ id: 'p' }] });
  expect(picture.nodes.map(({ id }) => id)).toEqual(['p', 's', 'spare']);
  expect(picture.nodes.find(({ id }) => id === 's')?.state).toBe('at-risk');
});

test('a severed link is drawn as cut, and hit', () => {
  const picture = view(sample, { sever: [{ from: 'adastra', to: 'nhs-111-england' }] });
  const cut = picture.links.find(({ severed }) => severed);
  expect(cut).toMatchObject({ from: 'adastra', to: 'nhs-111-england', hit: true });
});
