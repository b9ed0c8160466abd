import type { Question } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { documentOf, link, node, sampleSnapshot, snapshotOf } from '../snapshot/testing.ts';
import { ask, type Solved } from './ask.ts';
import { cutSetsAnswer } from './cut-sets.ts';
import { explanationOf } from './explain/explain.ts';
import { cliImpact, impactAnswer } from './impact.ts';
import { rankAnswer } from './rank.ts';
import { searchAnswer } from './search.ts';
import { MAX_WORDS, sentenceOf } from './sentence.ts';
import { wordCount } from './words.ts';

const sample = sampleSnapshot();
const STOPPED: Question = { down: [{ id: 'advanced' }] };
const INTERNAL =
  /\b(level|degraded|at-risk|unknown|node|severed|isolated|compromised|downstream|upstream)\b/i;

function solve(snapshot: Snapshot, question: Question): Solved {
  const asked = ask(snapshot, question);
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  return asked.value;
}

function explain(snapshot: Snapshot, question: Question, id: string) {
  return explanationOf(solve(snapshot, question), nodeOf(snapshot, id)).explanation;
}

test('the answer is a sentence of at most 24 words, in words that people read', () => {
  const sentence = sentenceOf(solve(sample, STOPPED));
  expect(sentence).toBe(
    '34 services stop or are reduced in all four nations. NHS 111, England keeps about 15 % (10–25 %). 4 services are not known.',
  );
  expect(wordCount(sentence)).toBeLessThanOrEqual(MAX_WORDS);
});

test('whatever is stopped, the sentence keeps to its length and its words', () => {
  for (const id of sample.columns.nodes.id) {
    const sentence = sentenceOf(solve(sample, { down: [{ id }] }));
    expect(wordCount(sentence), sentence).toBeLessThanOrEqual(MAX_WORDS);
    expect(sentence).not.toMatch(INTERNAL);
    expect(explain(sample, STOPPED, id).sentence).not.toMatch(INTERNAL);
  }
});

test('where nothing is stopped or nothing is hit, it says so', () => {
  expect(sentenceOf(solve(sample, {}))).toMatch(/^Nothing is stopped/);
  const untouched = solve(sample, { observed: [{ id: 'adastra', level: 1 }] });
  expect(sentenceOf(untouched)).toMatch(/^On record, nothing is hit/);
});

test('a name of a thousand words is left out of the sentence rather than cut', () => {
  const nodes = [
    node('p', 'product'),
    node('s', 'service', { name: 'word '.repeat(1000).trim() }),
    node('t', 'service'),
  ];
  const snapshot = snapshotOf(documentOf(nodes, [link('p', 's'), link('p', 't')]));
  expect(sentenceOf(solve(snapshot, { down: [{ id: 'p' }] }))).toBe('2 services stop.');
});

test('where and how much are said shorter before services that are not known are left out', () => {
  const product = node('p', 'product');
  const areas = ['a', 'b', 'c'].map((id) => node(id, 'region', { name: `Area ${id}` }));
  const services = areas.map(({ id }) =>
    node(`s${id}`, 'service', { name: 'Out of hours for people in the north and the west' }),
  );
  const unknown = [node('u1', 'service'), node('u2', 'service')];
  const links = services.flatMap(({ id }, at) => [
    link('p', id, { strength: { low: 0.8, likely: 0.85, high: 0.9 } }),
    link(id, (areas[at] as { id: string }).id),
  ]);
  const snapshot = snapshotOf(documentOf([product, ...areas, ...services, ...unknown], links));
  const sentence = sentenceOf(solve(snapshot, { down: [{ id: 'p' }] }));
  expect(sentence).toBe(
    '3 services are reduced. Out of hours for people in the north and the west keeps about 15 %. 2 services are not known.',
  );
  expect(wordCount(sentence)).toBeLessThanOrEqual(MAX_WORDS);
});

test('an area without people on record has those of its parts, once all of them are known', () => {
  const part = (id: string, population?: number) =>
    node(id, 'region', { parent: 'whole', ...(population ? { population } : {}) });
  const peopleWith = (second?: number) => {
    const nodes = [node('s', 'service'), node('whole', 'region'), part('a', 20), part('b', second)];
    const snapshot = snapshotOf(documentOf(nodes, [link('s', 'a'), link('s', 'b')]));
    const { impacted } = impactAnswer(solve(snapshot, { down: [{ id: 's' }] }), 10);
    return impacted.find(({ id }) => id === 'whole')?.people;
  };
  expect(peopleWith(5)).toBe(25);
  expect(peopleWith()).toBeUndefined();
});

test('rows stand worst first, then by id, and pages follow each other', () => {
  const all = impactAnswer(solve(sample, STOPPED), 1000).impacted;
  const keys = all.map(({ level, id }) => [level, id] as const);
  const sorted = [...keys].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  expect(keys).toEqual(sorted);
  const first = impactAnswer(solve(sample, STOPPED), 50, 0);
  const second = impactAnswer(solve(sample, STOPPED), 50, 50);
  expect(first.next).toBeDefined();
  expect(second.next).toBeUndefined();
  expect([...first.impacted, ...second.impacted]).toEqual(all);
});

test('the command line gets the same rows in its own shape', () => {
  const answer = cliImpact(solve(sample, STOPPED));
  expect(answer.down).toEqual(['advanced']);
  const row = answer.impacted.find(({ id }) => id === 'nhs-111-england');
  expect(row).toMatchObject({ kind: 'service', state: 'degraded', cause: 'failed' });
  expect(row?.path).toEqual(['advanced', 'adastra', 'nhs-111-england']);
  expect(Object.keys(answer)).toEqual(['down', 'impacted', 'atRisk', 'unknown', 'summary']);
  expect(answer.summary.people.touched).toBeGreaterThan(60_000_000);
  const hit = new Set(answer.impacted.map(({ id }) => id));
  expect(answer.unknown.some((id) => hit.has(id))).toBe(false);
});

test('a marked node has itself alone as its way, also where something above it takes more', () => {
  const snapshot = snapshotOf(
    documentOf([node('a', 'service'), node('b', 'supplier')], [link('b', 'a')]),
  );
  const { impacted } = cliImpact(solve(snapshot, { down: [{ id: 'a', level: 0.5 }, { id: 'b' }] }));
  expect(impacted.map(({ id, level, path }) => ({ id, level, path }))).toEqual([
    { id: 'a', level: 0, path: ['a'] },
    { id: 'b', level: 0, path: ['b'] },
  ]);
});

test('a node of which nothing is recorded is not known, unless someone has looked or it is stopped', () => {
  const snapshot = snapshotOf(documentOf([node('s', 'service'), node('t', 'service')]));
  expect(cliImpact(solve(snapshot, {})).unknown).toEqual(['s', 't']);
  const seen = { observed: [{ id: 's', level: 1 }], down: [{ id: 't' }] };
  expect(cliImpact(solve(snapshot, seen)).unknown).toEqual([]);
});

test('an explanation names the way, what it is computed from, and what would change it', () => {
  const why = explain(sample, STOPPED, 'nhs-111-england');
  expect(why.steps.map(({ id }) => id)).toEqual(['advanced', 'adastra', 'nhs-111-england']);
  expect(why.groups[0]?.members.map(({ from }) => from)).toContain('adastra');
  expect(why.counterfactuals).toEqual([
    { without: 'advanced', label: 'Had Advanced kept working', level: 1 },
  ]);
  const paper = why.changes.find(({ label }) => label === 'Paper and printed protocols');
  expect(paper?.to).toBeCloseTo(0.4, 9);
  expect(why.basis.links).toBe(2);
});

test('a change by one way of working is what solving with it alone gives', () => {
  const nodes = [
    node('p', 'product'),
    node('q', 'product'),
    node('s', 'service', {
      workarounds: [
        { name: 'paper', capacity: 0.3 },
        { name: 'second system', capacity: 0.8, via: 'q' },
      ],
    }),
  ];
  const snapshot = snapshotOf(documentOf(nodes, [link('p', 's')]));
  const down = [{ id: 'p' }, { id: 'q', level: 0.5 }];
  const changes = explain(snapshot, { down }, 's').changes;
  const to = Object.fromEntries(changes.map(({ label, to: level }) => [label, level]));
  expect(to.paper).toBeCloseTo(0.3, 9);
  expect(to['second system']).toBeCloseTo(0.4, 9);
  expect(to['P works again']).toBe(1);
});

test('inside a circle a way of working is tried by solving', () => {
  const nodes = [
    node('p', 'product'),
    node('s', 'service', { workarounds: [{ name: 'paper', capacity: 0.6 }] }),
    node('t', 'service'),
  ];
  const links = [link('p', 's'), link('s', 't'), link('t', 's')];
  const snapshot = snapshotOf(documentOf(nodes, links));
  const changes = explain(snapshot, { down: [{ id: 'p' }] }, 's').changes;
  const paper = changes.find(({ label }) => label === 'paper');
  const both = ask(snapshot, { down: [{ id: 'p' }], workarounds: true });
  if (!both.ok) throw new Error('not asked');
  expect(paper?.to ?? 0).toBe(both.value.impact.level.likely[nodeOf(snapshot, 's')]);
});

test('every sample level has an explanation that ends at its node', () => {
  const solved = solve(sample, STOPPED);
  for (const { id, path, level } of impactAnswer(solved, 1000).impacted) {
    const why = explain(sample, STOPPED, id);
    expect(why.level).toBe(level);
    expect(why.steps.map((step) => step.id)).toEqual(path);
  }
});

test('search folds case and accents, and the closest match comes first', () => {
  const nodes = [
    node('x1', 'service', { name: 'Zoë Hospice' }),
    node('x2', 'service', { name: 'Hospice' }),
    node('x3', 'service', { name: 'The Hospice' }),
    node('x4', 'service', { name: 'Superhospice' }),
    node('hospice', 'service', { name: 'Other' }),
  ];
  const snapshot = snapshotOf(documentOf(nodes));
  const found = (q: string) => searchAnswer(snapshot, q).nodes.map(({ id }) => id);
  expect(found('HOSPICE')).toEqual(['x2', 'hospice', 'x1', 'x3', 'x4']);
  expect(found('zoe')).toEqual(['x1']);
  expect(found('hospice zoe')).toEqual(['x1']);
  expect(found('  ')).toEqual([]);
});

test('ranking puts what would hurt most first, and a kind keeps its order', async () => {
  const suppliers = await rankAnswer(sample, { kinds: ['supplier'], top: 3 });
  expect(suppliers?.rows.map(({ id }) => id)).toEqual([
    'advanced',
    'nhs-digital',
    'welsh-ambulance-service',
  ]);
  expect(suppliers?.rows[0]).toMatchObject({ services: 34, down: 29, degraded: 52 });
  const all = await rankAnswer(sample, {});
  const kept = all?.rows.filter(({ kind }) => kind === 'supplier').map(({ id }) => id);
  expect(kept?.slice(0, 3)).toEqual(suppliers?.rows.map(({ id }) => id));
});

test('cut sets are minimal, and a higher order than two is owned up to', async () => {
  const nodes = [
    ...['a', 'b', 'c'].map((id) => node(id, 'product')),
    node('s', 'service', { groups: { g: { rule: 'any' } } }),
  ];
  const links = [link('a', 's'), link('b', 's', { group: 'g' }), link('c', 's', { group: 'g' })];
  const snapshot = snapshotOf(documentOf(nodes, links));
  const target = nodeOf(snapshot, 's');
  const two = await cutSetsAnswer(snapshot, { target, maxOrder: 2, candidates: 'all' });
  expect(two).toMatchObject({ complete: true, countByOrder: [1, 1], sets: [['a'], ['b', 'c']] });
  const limited = { target, maxOrder: 3, candidates: 'leaves', limit: 1 } as const;
  expect(await cutSetsAnswer(snapshot, limited)).toMatchObject({
    maxOrder: 2,
    complete: false,
    count: 2,
    sets: [['a']],
  });
});

test('what a source does not record is not known, also beside a supplier; known once a link says more', () => {
  const attributes = { dependencies: 'not recorded' };
  const nodes = [
    node('s', 'supplier'),
    node('other', 'supplier'),
    node('host', 'product'),
    node('p', 'product', { attributes }),
    node('bare', 'product', { attributes }),
  ];
  const links = [link('s', 'p'), link('other', 'host')];
  const silent = snapshotOf(documentOf(nodes, links));
  const stopped = { down: [{ id: 'other' }] };
  expect(explain(silent, stopped, 'p').sentence).toBe(
    'Nobody has recorded what else P relies on: whether it is hit is not known.',
  );
  expect(explain(silent, stopped, 'bare').sentence).toContain('recorded what BARE relies on');
  expect(cliImpact(solve(silent, { down: [{ id: 's' }] })).unknown).toEqual(['bare']);
  const told = snapshotOf(documentOf(nodes, [...links, link('host', 'p')]));
  expect(cliImpact(solve(told, { down: [{ id: 's' }] })).unknown).toEqual(['bare']);
  expect(explain(told, stopped, 'p').sentence).not.toContain('Nobody');
});
