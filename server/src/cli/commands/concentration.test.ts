import { beforeAll, describe, expect, test } from 'vitest';
import { documentOf, link, node } from '../../snapshot/testing.ts';
import { fileIn, newFolder, run } from '../testing/run.ts';

const folder = newFolder();
const pounds = (id: string, supplier: string, value: number) => ({
  id,
  supplier,
  value,
  currency: 'GBP',
  valueBasis: 'total',
});
const graph = {
  ...documentOf(
    [
      node('a', 'supplier', { parent: 'o' }),
      node('b', 'supplier', { parent: 'o' }),
      node('c', 'supplier', { tags: ['cloud'] }),
      node('o', 'supplier'),
      node('s', 'service', { people: 100 }),
    ],
    [link('a', 's', { strength: 0.75 }), link('c', 's', { strength: 0.25 })],
  ),
  contracts: [
    pounds('1', 'a', 50),
    { ...pounds('2', 'b', 25), dependencies: ['a->s'] },
    pounds('3', 'c', 25),
    { id: '4', supplier: 'c' },
  ],
};

let file: string;
let mixed: string;
beforeAll(() => {
  file = fileIn(folder, 'graph.json', graph);
  const euro = { ...pounds('5', 'a', 1), currency: 'EUR' };
  mixed = fileIn(folder, 'mixed.json', { ...graph, contracts: [...graph.contracts, euro] });
});
const ask = (...args: string[]) => run(['concentration', '--graph', file, ...args]);

describe('concentration', () => {
  test('answers to the letter of the contract, and says on standard error what it rests on', async () => {
    const { code, out, err } = await ask('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      hhi: 3750,
      effective: 10_000 / 3750,
      cr4: 100,
      total: 100,
      shares: [
        { id: 'a', name: 'A', share: 0.5, amount: 50 },
        { id: 'b', name: 'B', share: 0.25, amount: 25 },
        { id: 'c', name: 'C', share: 0.25, amount: 25 },
      ],
    });
    expect(err).toContain('Values: total, in GBP.');
    expect(err).toMatch(/Not known: 1 contract\. .* HHI lies between/);
  });

  test('by owner, by count, by people, within a kind or a tag', async () => {
    const shares = async (...args: string[]) => {
      const { out } = await ask('--json', ...args);
      const answer = JSON.parse(out) as { shares: { id: string; amount: number }[] };
      return answer.shares.map(({ id, amount }) => `${id} ${amount}`).join(', ');
    };
    expect(await shares('--by', 'parent')).toBe('o 75, c 25');
    expect(await shares('--share', 'count')).toBe('c 2, a 1, b 1');
    expect(await shares('--share', 'people')).toBe('a 75, c 25');
    expect(await shares('--within', 'service')).toBe('b 25');
    expect(await shares('--within', 'cloud', '--currency', 'GBP')).toBe('c 25');
  });

  test('a table for people, with who is not known', async () => {
    const { code, out } = await ask('--share', 'value');
    expect(code).toBe(0);
    expect(out).toContain('HHI 3,750 of 10,000: as 2.67 equal suppliers');
    expect(out).toMatch(/1 +50 % +50 +A +a/);
  });

  test('refuses several currencies and words that are no scope with 1, wrong usage with 2', async () => {
    const several = await run(['concentration', '--graph', mixed, '--json']);
    expect(several).toMatchObject({ code: 1, out: '' });
    expect(several.err).toContain('EUR (1), GBP (3)');
    expect(several.err.trim().split('\n')).toHaveLength(1);
    expect((await run(['concentration', '--graph', mixed, '--currency', 'EUR'])).code).toBe(0);
    expect((await ask('--within', 'nonsense')).code).toBe(1);
    expect((await ask('--share', 'weight')).code).toBe(2);
    expect((await ask('--currency', 'pounds')).code).toBe(2);
  });
});
