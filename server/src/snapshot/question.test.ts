import { expect, test } from 'vitest';
import { toQuestion } from './question.ts';
import { nodeOf } from './read.ts';
import { documentOf, link, node, snapshotOf } from './testing.ts';

const snapshot = snapshotOf(
  documentOf(
    [
      node('a', 'supplier'),
      node('p', 'product', { zones: ['z'] }),
      node('q', 'product', { zones: ['z'] }),
      node('s', 'service'),
    ],
    [link('a', 'p'), link('p', 's'), link('p', 's', { id: 'second', strength: 0.5 })],
  ),
);

function value(question: Parameters<typeof toQuestion>[1]) {
  const asked = toQuestion(snapshot, question);
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  return asked.value;
}

test('a zone switches off each of its members', () => {
  const { outages } = value({ isolate: ['z'] });
  expect(outages.map(({ node: one, cause }) => [one, cause])).toEqual([
    [nodeOf(snapshot, 'p'), 2],
    [nodeOf(snapshot, 'q'), 2],
  ]);
});

test('of several outages of one node the lowest level counts, with its cause', () => {
  const { outages } = value({
    down: [
      { id: 'p', level: 0.98, cause: 'compromised' },
      { id: 'p', level: { low: 0.5, high: 0.7 } },
    ],
  });
  expect(outages).toEqual([
    { node: nodeOf(snapshot, 'p'), level: { low: 0.5, likely: 0.6, high: 0.7 }, cause: 0 },
  ]);
  expect(value({ down: [{ id: 'p', level: 0.98 }], isolate: ['z'] }).outages[0]?.cause).toBe(2);
});

test('a pair is severed with every link that joins it, in that direction alone', () => {
  expect(value({ sever: [{ from: 'p', to: 's' }] }).severed).toHaveLength(2);
  expect(toQuestion(snapshot, { sever: [{ from: 's', to: 'p' }] })).toMatchObject({
    ok: false,
    faults: [{ path: '$.sever[0]', value: 's->p' }],
  });
});

test('everything unknown is told at once, with its place and value', () => {
  const asked = toQuestion(
    snapshot,
    {
      down: [{ id: 'a' }, { id: 'nobody' }],
      isolate: ['nowhere'],
      sever: [{ from: 'ghost', to: 's' }],
      observed: [{ id: 'unseen', level: 1 }],
    },
    '$.question',
  );
  expect(asked.ok).toBe(false);
  if (asked.ok) return;
  expect(asked.faults.map(({ path, value: bad }) => [path, bad])).toEqual([
    ['$.question.down[1].id', 'nobody'],
    ['$.question.isolate[0]', 'nowhere'],
    ['$.question.sever[0].from', 'ghost'],
    ['$.question.observed[0].id', 'unseen'],
  ]);
});

test('a range that runs the wrong way, and two levels seen at one node, are refused', () => {
  const asked = toQuestion(snapshot, {
    down: [{ id: 'a', level: { low: 0.9, high: 0.1 } }],
    observed: [
      { id: 's', level: 1 },
      { id: 's', level: 0.5 },
    ],
  });
  expect(asked).toMatchObject({
    faults: [{ path: '$.down[0].level' }, { path: '$.observed[1].level' }],
  });
});
