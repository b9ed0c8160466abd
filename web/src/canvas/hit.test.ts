import { expect, test } from 'vitest';
import type { Box, Edge, Picture, Point } from '../picture/types.ts';
import { edgeAt, targetAt } from './hit.ts';

const box = (id: string, x: number, y: number): Box => ({
  id,
  type: 'node',
  column: 'service',
  x,
  y,
  w: 100,
  h: 30,
  label: id,
  name: id,
  shapes: [],
  spots: [{ x: 70, y: 0, w: 30, h: 30, action: 'open', id, label: 'Open' }],
});

const edge = (id: string, points: readonly Point[], z = 1): Edge => ({
  id,
  from: 'a',
  to: 'b',
  points,
  width: 2,
  ink: 'quiet',
  dash: [],
  halo: 0,
  arrow: true,
  z,
  hit: false,
  label: id,
});

const at = (x: number, y: number): Point => ({ x, y });

function picture(boxes: Box[], edges: Edge[]): Picture {
  const legend = { x: 0, y: 0, w: 0, h: 0, shapes: [] };
  const lists = { boxes, edges, brackets: [], headers: [], lanes: [], legend };
  return { theme: 'light', width: 500, height: 500, title: '', ...lists };
}

test('a point on a card finds it, and the part of it that answers by itself', () => {
  const drawn = picture([box('a', 0, 0), box('b', 200, 0)], []);
  expect(targetAt(drawn, at(10, 10))).toMatchObject({ box: { id: 'a' }, spot: undefined });
  expect(targetAt(drawn, at(290, 10))).toMatchObject({ box: { id: 'b' }, spot: { id: 'b' } });
  expect(targetAt(drawn, at(150, 10))).toBeUndefined();
});

test('a link is found on its curve, not beside it nor on its control point', () => {
  const bent = edge('bent', [at(0, 0), at(50, 100), at(100, 0)]);
  const drawn = picture([], [bent]);
  expect(edgeAt(drawn, at(50, 50), 5)?.id).toBe('bent');
  expect(edgeAt(drawn, at(50, 57), 5)).toBeUndefined();
  expect(edgeAt(drawn, at(50, 100), 5)).toBeUndefined();
  expect(edgeAt(drawn, at(-20, 0), 5)).toBeUndefined();
});

test('of two links the nearer is found, and where they lie on each other the one drawn last', () => {
  const upper = edge('upper', [at(0, 0), at(100, 0)]);
  const lower = edge('lower', [at(0, 8), at(100, 8)]);
  expect(edgeAt(picture([], [lower, upper]), at(50, 3), 6)?.id).toBe('upper');
  expect(edgeAt(picture([], [lower, upper]), at(50, 5), 6)?.id).toBe('lower');
  const onTop = edge('on top', upper.points, 3);
  expect(edgeAt(picture([], [onTop, upper]), at(50, 1), 6)?.id).toBe('on top');
});
