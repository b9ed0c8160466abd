import { expect, test } from 'vitest';
import { viewNode } from '../../ui/testing/answers.ts';
import { blocksOf } from './tiles.ts';

const region = (id: string, parent?: string) =>
  viewNode({ id, kind: 'region', ...(parent ? { parent } : {}) });
const regions = [
  region('wales'),
  region('powys', 'wales'),
  region('gwent', 'wales'),
  region('england'),
  region('north', 'england'),
  region('south', 'england'),
  region('leeds', 'north'),
  region('jersey'),
];
const shape = (area?: string) =>
  blocksOf(regions, area).map((block) => [block.id, ...block.tiles.map((tile) => tile.id)]);

test('tiles stand with the nation in which they lie, areas without one stand last', () => {
  expect(shape()).toEqual([
    ['england', 'leeds', 'south'],
    ['wales', 'gwent', 'powys'],
    ['', 'jersey'],
  ]);
});

test('my area comes first', () => {
  expect(shape('powys')[0]).toEqual(['wales', 'powys', 'gwent']);
});
