import type { Contract, GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../snapshot/build.ts';
import { documentOf, link, node, sampleDocument } from '../../snapshot/testing.ts';
import { memoryReader } from '../../store/memory-reader.ts';
import { type Counted, cliConcentration, concentrationAnswer, count } from './concentration.ts';
import { decideByAnswer } from './decide.ts';
import { fourthPartiesAnswer } from './fourth.ts';
import { lossesOf } from './losses.ts';
import { matrixAnswer } from './matrix.ts';
import { type Register, registerOf } from './register.ts';
import { singleSourceAnswer } from './single.ts';
import { choicesAnswer, overTimeAnswer } from './time.ts';

async function register(document: GraphDocument): Promise<Register> {
  const reader = memoryReader(document);
  return registerOf(buildSnapshot(await reader.columns()), { reader });
}

function counted(from: Register, request: Parameters<typeof count>[1]): Counted {
  const found = count(from, request);
  if (!found.ok) throw new Error(found.faults[0]?.reason);
  return found.value;
}

const contract = (id: string, supplier: string, more: Partial<Contract> = {}): Contract => ({
  id,
  supplier,
  ...more,
});
const pounds = (value: number) => ({ value, currency: 'GBP', valueBasis: 'total' }) as const;

/** Two owners; a product of each of three suppliers; two services, one of them tagged. */
const ESTATE: GraphDocument = {
  ...documentOf(
    [
      node('a', 'supplier', { parent: 'owner' }),
      node('b', 'supplier', { parent: 'owner' }),
      node('c', 'supplier', { tags: ['cloud'] }),
      node('owner', 'supplier'),
      node('pa', 'product'),
      node('pb', 'product'),
      node('s', 'service', { people: 900, priority: 1, tags: ['111'] }),
      node('t', 'service', { priority: 3 }),
    ],
    [
      link('a', 'pa'),
      link('c', 'b', { substitutability: 'none' }),
      link('b', 'pb', { substitutability: 'easy' }),
      link('pa', 's', { strength: 1, group: 'g', substitutability: 'complex' }),
      link('pb', 's', { strength: 0.5, group: 'g' }),
      link('pb', 't'),
    ],
  ),
  contracts: [
    contract('1', 'a', {
      ...pounds(50),
      dependencies: ['pa->s'],
      end: '2027-03-31',
      noticeDays: 90,
    }),
    contract('2', 'b', { ...pounds(30), dependencies: ['pb->t'], category: 'IT services' }),
    contract('3', 'c', { ...pounds(20), start: '2025-01-01', end: '2025-12-31' }),
    contract('4', 'c', { buyer: 'Council' }),
    contract('5', 'c', { value: 7, currency: 'GBP', valueBasis: 'annual' }),
    contract('6', 'a', { value: 999 }),
  ],
};

describe('concentration', () => {
  test('by value adds one currency and one basis, and counts what has no value', async () => {
    const found = counted(await register(ESTATE), {});
    expect(cliConcentration(found)).toEqual({
      hhi: 3800,
      effective: 10_000 / 3800,
      cr4: 100,
      total: 100,
      shares: [
        { id: 'a', name: 'A', share: 0.5, amount: 50 },
        { id: 'b', name: 'B', share: 0.3, amount: 30 },
        { id: 'c', name: 'C', share: 0.2, amount: 20 },
      ],
    });
    expect([...found.tally.unknown]).toEqual([1, 0, 1, 0, 0, 0, 0, 0]);
    expect(found.amounts.leftOut).toEqual([
      { count: 1, what: 'contract with a value on another basis than total' },
    ]);
  });

  test('rolls up to the ultimate parent', async () => {
    const { hhi, shares } = cliConcentration(counted(await register(ESTATE), { by: 'parent' }));
    expect(hhi).toBeCloseTo(6800, 9);
    expect(shares.map(({ id, amount }) => [id, amount])).toEqual([
      ['owner', 80],
      ['c', 20],
    ]);
  });

  test('by count counts every contract', async () => {
    const { shares, total } = cliConcentration(counted(await register(ESTATE), { share: 'count' }));
    expect(total).toBe(6);
    expect(shares.map(({ id, amount }) => [id, amount])).toEqual([
      ['c', 3],
      ['a', 2],
      ['b', 1],
    ]);
  });

  test('splits people of a service among its suppliers by strength, through products', async () => {
    const found = counted(await register(ESTATE), { share: 'people' });
    const { shares } = cliConcentration(found);
    expect(shares.map(({ id, amount }) => [id, amount])).toEqual([
      ['a', 600],
      ['b', 300],
    ]);
    expect(found.tally.unknown[1]).toBe(1); // b's part of t, whose people nobody recorded
  });

  test('counts the strongest way alone inside a circle of products', async () => {
    const circle = documentOf(
      [
        node('x', 'supplier'),
        node('y', 'supplier'),
        node('p', 'product'),
        node('q', 'product'),
        node('s', 'service', { people: 30 }),
      ],
      [
        link('x', 'p'),
        link('y', 'q'),
        link('q', 'p', { strength: 0.5 }),
        link('p', 'q'),
        link('p', 's'),
      ],
    );
    const { shares } = cliConcentration(counted(await register(circle), { share: 'people' }));
    expect(shares.map(({ id, amount }) => [id, amount])).toEqual([
      ['x', 20],
      ['y', 10],
    ]);
  });

  test('within a kind, a tag, a category, one node, a buyer and a day', async () => {
    const from = await register(ESTATE);
    const ids = (request: Parameters<typeof count>[1]) =>
      cliConcentration(counted(from, { share: 'count', ...request }))
        .shares.map(({ id, amount }) => `${id}${amount}`)
        .join(' ');
    expect(ids({ within: 'supplier' })).toBe('c3 a2 b1');
    expect(ids({ within: 'service' })).toBe('a1 b1');
    expect(ids({ within: '111' })).toBe('a1');
    expect(ids({ within: 'cloud' })).toBe('c3');
    expect(ids({ within: 'it-services' })).toBe('b1');
    expect(ids({ node: 't' })).toBe('c3 b1');
    expect(ids({ buyer: 'Council' })).toBe('c1');
    expect(ids({ at: '2026-06-01' })).toBe('a2 c2 b1');
    expect(ids({ share: 'people', within: '111' })).toBe('a600 b300');
    expect(ids({ share: 'people', within: 'region' })).toBe('');
  });

  test('refuses several currencies without a choice, and names them', async () => {
    const more = [...(ESTATE.contracts ?? []), contract('7', 'a', { value: 1, currency: 'EUR' })];
    const from = await register({ ...ESTATE, contracts: more });
    const refused = count(from, {});
    expect(refused).toMatchObject({ ok: false, faults: [{ path: '$.currency' }] });
    expect(JSON.stringify(refused)).toContain('EUR (1), GBP (4)');
    expect(counted(from, { currency: 'EUR' }).figures.total).toBe(1);
    expect(count(from, { currency: 'USD' }).ok).toBe(false);
    expect(count(from, { within: 'nothing' }).ok).toBe(false);
  });

  test('shows who is not known, the range, what each share adds and the word for it', async () => {
    const found = concentrationAnswer(await register(ESTATE), { concentrated: 3000 });
    if (!found.ok) throw new Error();
    const { value } = found;
    expect(value).toMatchObject({
      hhi: 3800,
      unknown: 2,
      unknownUpTo: 50,
      band: 'highly concentrated',
    });
    expect(value.range?.low).toBeLessThan(3800);
    expect(value.range?.high).toBeGreaterThan(3800);
    expect(value.shares.reduce((sum, { hhi }) => sum + hhi, 0)).toBeCloseTo(3800, 9);
    expect(value.thresholds[0]).toMatchObject({ from: 3000, source: 'set by you' });
  });

  test('gives no numbers where nothing is known', async () => {
    const found = concentrationAnswer(await register(ESTATE), {
      share: 'value',
      within: '111',
      currency: 'EUR',
    });
    expect(found.ok).toBe(false);
    const none = concentrationAnswer(
      await register({ ...ESTATE, contracts: [contract('4', 'c')] }),
      {},
    );
    expect(none).toMatchObject({ ok: true, value: { total: 0, suppliers: 0, unknown: 1 } });
    expect(none.ok && 'hhi' in none.value).toBe(false);
    expect(none.ok && none.value.notKnown).toEqual([{ id: 'c', name: 'C', unknown: 1 }]);
  });
});

describe('what goes with it', () => {
  test('a fourth party hides behind the products that it does not make itself', async () => {
    const from = await register(ESTATE);
    const losses = await lossesOf(from.snapshot);
    expect(fourthPartiesAnswer(from, losses)).toMatchObject({
      total: 1,
      rows: [
        {
          id: 'c',
          contracts: 3,
          hides: [{ id: 'pb' }],
          through: [{ id: 'b' }],
          loss: { services: 1.5 },
        },
      ],
    });
  });

  test('a single source, and who alone stops a service', async () => {
    const from = await register(ESTATE);
    const answer = singleSourceAnswer(from, await lossesOf(from.snapshot));
    expect(answer).toMatchObject({ services: 2, notKnown: 0, complete: true, total: 2 });
    expect(answer.rows).toMatchObject([
      { id: 's', sources: [{ id: 'a' }, { id: 'b' }], stoppedBy: [{ id: 'a' }] },
      { id: 't', sources: [{ id: 'b' }], stoppedBy: [{ id: 'b' }, { id: 'c' }] },
    ]);
  });

  test('hard to replace and critical is strategic; with nothing recorded it is not known', async () => {
    const from = await register(ESTATE);
    const { rows, counts } = matrixAnswer(from, await lossesOf(from.snapshot));
    const quadrants = Object.fromEntries(rows.map(({ id, quadrant }) => [id, quadrant]));
    expect(quadrants).toEqual({ a: 'strategic', b: 'routine', c: 'bottleneck' });
    expect(counts).toEqual({ strategic: 1, routine: 1, bottleneck: 1 });
  });

  test('decide by: end, less notice, less nine months', async () => {
    const found = decideByAnswer(await register(ESTATE), {}, '2026-03-01');
    if (!found.ok) throw new Error();
    expect(found.value).toMatchObject({
      share: 'value',
      months: 9,
      withoutEnd: 4,
      noticeAssumed: 1,
    });
    expect(found.value.rows).toMatchObject([
      { id: '1', decideBy: '2026-03-31', state: 'due', share: 0.5, concentrated: true },
      { id: '3', decideBy: '2025-03-31', state: 'ended', concentrated: false },
    ]);
  });

  test('over time: one point a year, today for the current one', async () => {
    const found = overTimeAnswer(await register(ESTATE), { share: 'count' }, '2026-03-01');
    expect(found.ok && found.value.points.map(({ at, contracts }) => [at, contracts])).toEqual([
      ['2025-12-31', 6],
      ['2026-03-01', 5],
      ['2027-12-31', 4],
    ]);
  });

  test('what there is to choose from', async () => {
    expect(choicesAnswer(await register(ESTATE))).toMatchObject({
      contracts: 6,
      currencies: [{ currency: 'GBP', contracts: 4 }],
      tags: ['111', 'cloud'],
      categories: ['IT services'],
      buyers: ['Council'],
      parents: 2,
      servicesWithPeople: 1,
    });
  });

  test('the sample: two suppliers with values in pounds, one contract without', async () => {
    const found = concentrationAnswer(await register(sampleDocument()), {});
    expect(found).toMatchObject({
      ok: true,
      value: { currency: 'GBP', basis: 'total', total: 22_118_750, unknown: 1 },
    });
  });
});
