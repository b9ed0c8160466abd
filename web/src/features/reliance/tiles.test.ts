import type { ConcentrationShare } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { tilesOf } from './tiles.ts';

const sharesOf = (...shares: number[]): ConcentrationShare[] =>
  shares.map((share, at) => ({
    id: `s${at}`,
    name: `Supplier ${at}`,
    share,
    amount: share,
    hhi: share * share * 10_000,
    unknown: 0,
  }));

test('areas are in proportion to shares', () => {
  const [large, small] = tilesOf(sharesOf(0.75, 0.25), 0, 1000, 1000);
  const area = (tile: typeof large) => (tile ? tile.width * tile.height : 0);
  expect(area(large) / area(small)).toBeCloseTo(3, 1);
});

test('the small ones share one tile that says how many they are', () => {
  const tiles = tilesOf(sharesOf(0.93, 0.05, 0.0005), 7, 400, 300);
  expect(tiles.map((tile) => tile.name)).toEqual(['Supplier 0', 'Supplier 1', '8 smaller ones']);
  expect(tiles[2]?.stands).toBe(8);
  expect(tiles[2]?.id).toBeUndefined();
});

test('no room and no shares give no tiles', () => {
  expect(tilesOf(sharesOf(1), 0, 0, 300)).toEqual([]);
  expect(tilesOf([], 0, 400, 300)).toEqual([]);
});
