import type { Contract, GraphDocument, GraphNode } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { planMerge } from '../../parties/merge.ts';
import { unreadAnswer, withExitPlan } from '../../quality/attributes.ts';
import { buildSnapshot } from '../../snapshot/build.ts';
import { documentOf, link, node } from '../../snapshot/testing.ts';
import { memoryReader } from '../../store/memory-reader.ts';
import { concentrationAnswer, count, figuresOf } from './concentration.ts';
import { decideByAnswer } from './decide.ts';
import { lossesOf } from './losses.ts';
import { matrixAnswer } from './matrix.ts';
import { type Register, registerOf } from './register.ts';
import { singleSourceAnswer } from './single.ts';
import { overTimeAnswer } from './time.ts';
import { whatIfAnswer } from './what-if.ts';

async function register(document: GraphDocument) {
  const reader = memoryReader(document);
  return { reader, register: await registerOf(buildSnapshot(await reader.columns()), { reader }) };
}
const supplier = (id: string, ownership?: string, more: Partial<GraphNode> = {}) =>
  node(id, 'supplier', {
    ...(ownership === undefined ? {} : { attributes: { ownership } }),
    ...more,
  });
const contract = (
  id: string,
  of: string,
  value: number,
  more: Partial<Contract> = {},
): Contract => ({
  id,
  supplier: of,
  value,
  currency: 'GBP',
  valueBasis: 'total',
  ...more,
});

/** a belonged to x to the middle of 2023, b belongs to x since 2021; c says nothing and belongs to y. */
const HISTORY = 'x 2019-01-01/2023-06-30; (none) 2023-07-01/..';
const ESTATE: GraphDocument = {
  ...documentOf(
    [
      supplier('a', HISTORY),
      supplier('b', 'x 2021-01-01/..', { parent: 'x' }),
      supplier('c', undefined, { parent: 'y' }),
      supplier('x'),
      supplier('y'),
    ],
    [],
  ),
  contracts: [
    contract('1', 'a', 50, { start: '2018-01-01' }),
    contract('2', 'b', 30, { start: '2018-01-01' }),
    contract('3', 'c', 20, { start: '2018-01-01', end: '2024-12-31' }),
  ],
};
const sharesOn = (from: Register, at?: string) => {
  const found = concentrationAnswer(from, { by: 'parent', ...(at ? { at } : {}) });
  if (!found.ok) throw new Error(found.faults[0]?.reason);
  const shares = found.value.shares.map(({ id, amount }) => `${id} ${amount}`).join(', ');
  return `${shares}; assumed ${found.value.ownersAssumed ?? 0}`;
};

test('shares are rolled up to the owner of that day, both days of a spell included', async () => {
  const { register: from } = await register(ESTATE);
  expect(sharesOn(from, '2023-06-30')).toBe('x 80, y 20; assumed 1');
  expect(sharesOn(from, '2023-07-01')).toBe('a 50, x 30, y 20; assumed 1');
  expect(sharesOn(from, '2025-01-01')).toBe('a 50, x 30; assumed 0');
});

test('without a day the present owners count', async () => {
  const { register: from } = await register(ESTATE);
  expect(sharesOn(from)).toBe('a 50, x 30, y 20; assumed 0');
});

test('before the first spell a supplier stands on its own, and that is told as assumed', async () => {
  const { register: from } = await register(ESTATE);
  expect(sharesOn(from, '2020-12-31')).toBe('x 50, b 30, y 20; assumed 2');
  expect(sharesOn(from, '2018-06-01')).toBe('a 50, b 30, y 20; assumed 3');
});

test('the course over the years follows the owners of each year', async () => {
  const { register: from } = await register(ESTATE);
  const found = overTimeAnswer(from, { by: 'parent' }, '2026-11-24');
  const points = found.ok ? found.value.points : [];
  const hhi = new Map(points.map((one) => [one.at.slice(0, 4), Math.round(one.hhi ?? -1)]));
  expect(hhi.get('2022')).toBe(6800); // 0.8² + 0.2²
  expect(hhi.get('2023')).toBe(3800); // 0.5² + 0.3² + 0.2²
  expect(hhi.get('2026')).toBe(5313); // (50² + 30²) / 80²
  expect(points.find((one) => one.at.startsWith('2022'))?.ownersAssumed).toBe(1);
});

test('by direct supplier no owner plays a part', async () => {
  const { register: from } = await register(ESTATE);
  const direct = count(from, { at: '2022-12-31' });
  expect(direct.ok && figuresOf(direct.value).ownersAssumed).toBe(undefined);
});

test.each([
  ['gone 2019-01-01/2020-01-01', '“gone” is the id of no supplier on record'],
  ['p 2019-01-01/2020-01-01', '“p” is no supplier'],
  ['a 2019-01-01/2020-01-01', 'it cannot own itself'],
  ['x 2019-01-01/..', 'says that x owns it still; the owner on record is nobody'],
  ['since 2019', 'is no owner with two days'],
])('the ownership “%s” is told and not counted', async (ownership, reason) => {
  const document = documentOf([supplier('a', ownership), supplier('x'), node('p', 'product')], []);
  const { register: from } = await register({ ...document, contracts: [contract('1', 'a', 1)] });
  const { total, rows } = unreadAnswer(from);
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({ type: 'node', id: 'a', attribute: 'ownership' });
  expect(rows[0]?.reason).toContain(reason);
  expect(sharesOn(from, '2019-06-01')).toBe('a 1; assumed 0');
});

test('an owner that was merged into another record is found under its old id', async () => {
  const { reader, register: from } = await register(ESTATE);
  const merge = { keep: 'y', others: ['x'] };
  const { edits } = await planMerge(from.snapshot, reader, merge, '$');
  const after = new Map(edits.map((one) => [`${one.type} ${one.id}`, one.after]));
  const nodes = ESTATE.nodes.flatMap((one) => {
    const changed = after.get(`node ${one.id}`);
    return changed === null ? [] : [(changed ?? one) as GraphNode];
  });
  const { register: merged } = await register({ ...ESTATE, nodes });
  expect(sharesOn(merged, '2023-06-30')).toBe('y 100; assumed 1');
  expect(unreadAnswer(merged).total).toBe(0);
});

test('a purchase that is tried holds on the day that is looked at', async () => {
  const { reader, register: from } = await register(ESTATE);
  const found = await whatIfAnswer(from, reader, {
    scope: { at: '2024-06-01' },
    alternatives: [{ name: 'y buys a', edits: [{ do: 'buy', supplier: 'a', by: 'y' }] }],
  });
  const outcomes = found.ok ? found.value.outcomes : [];
  expect(outcomes.map((one) => Math.round(one.byParent?.hhi ?? -1))).toEqual([3800, 5800]);
});

const PLANS = documentOf(
  [
    supplier('a'),
    supplier('b'),
    node('s', 'service', { priority: 1 }),
    node('t', 'service', { priority: 1 }),
  ],
  [
    link('a', 's', { attributes: { 'exit plan': 'tested 2026-01-01', alternatives: 'b; Acme' } }),
    link('a', 't', { attributes: { 'Exit Plan': 'drafted' } }),
    link('b', 't', { attributes: { 'exit plan': 'some day', alternatives: 'none' } }),
  ],
);
const LISTED: GraphDocument = {
  ...PLANS,
  contracts: [
    { id: '1', supplier: 'a', end: '2027-01-01', dependencies: ['a->s'] },
    {
      id: '2',
      supplier: 'a',
      end: '2027-02-01',
      dependencies: ['a->t'],
      attributes: { 'exit plan': 'no' },
    },
    { id: '3', supplier: 'b', end: '2027-03-01', dependencies: ['b->t'] },
  ],
};

test('a contract shows its own exit plan, else that of the links that it covers', async () => {
  const { register: from } = await register(LISTED);
  const found = decideByAnswer(from, {}, '2026-01-01');
  const rows = found.ok ? found.value.rows : [];
  expect(rows.map(({ exitPlan, alternatives }) => ({ exitPlan, alternatives }))).toEqual([
    {
      exitPlan: { state: 'tested', on: '2026-01-01' },
      alternatives: [{ id: 'b', name: 'B' }, { name: 'Acme' }],
    },
    { exitPlan: { state: 'none' }, alternatives: undefined },
    { exitPlan: undefined, alternatives: [] },
  ]);
  expect(withExitPlan(from)).toBe(2);
});

test('an alternative that a register names by its number is shown by its name', async () => {
  const { register: from } = await register({
    ...documentOf([supplier('a'), supplier('EUID:LU1', undefined, { name: 'Other' })], []),
    contracts: [
      { id: '1', supplier: 'a', end: '2027-01-01', attributes: { alternatives: 'LU1; LU2' } },
    ],
  });
  const found = decideByAnswer(from, {}, '2026-01-01');
  expect(found.ok && found.value.rows[0]?.alternatives).toEqual([
    { id: 'EUID:LU1', name: 'Other' },
    { name: 'LU2' },
  ]);
});

test('counts are of all rows, however few are listed, and what has ended comes last', async () => {
  const { register: from } = await register(LISTED);
  const found = decideByAnswer(from, { limit: 1 }, '2027-01-15');
  const answer = found.ok ? found.value : undefined;
  expect(answer?.states).toEqual({ late: 2, due: 0, later: 0, ended: 1 });
  expect(answer?.rows.map(({ id }) => id)).toEqual(['2']);
  const single = singleSourceAnswer(from, await lossesOf(from.snapshot), 1);
  expect(single).toMatchObject({ oneSource: 1, stopped: 2, total: 2 });
  expect(single.rows).toHaveLength(1);
});

test('a supplier shows the worst of its plans, and all its alternatives', async () => {
  const { register: from } = await register(LISTED);
  const { rows } = matrixAnswer(from, await lossesOf(from.snapshot));
  const [a, b] = ['a', 'b'].map((id) => rows.find((row) => row.id === id));
  expect(a?.exitPlan).toEqual({ state: 'none' });
  expect(a?.alternatives).toHaveLength(2);
  expect(b?.exitPlan).toBeUndefined();
  expect(unreadAnswer(from).rows).toMatchObject([
    { type: 'dependency', id: 'b->t', name: 'B → T', attribute: 'exit plan', value: 'some day' },
  ]);
});
