import { expect, test } from 'vitest';
import { draw, type Sketch } from '../testing/sketch.ts';
import { BLUNT, gradesOf, PLAIN, SHARP } from './grades.ts';

function grades(sketch: Sketch, ...names: string[]): number[] {
  const { graph, node } = draw(sketch);
  return names.map((name) => gradesOf(graph).grade[node(name)]);
}

test('a node that relies on all it has is plain', () => {
  expect(grades({ links: ['a > c', 'b > c'] }, 'a', 'b', 'c')).toEqual([PLAIN, PLAIN, PLAIN]);
});

test('a redundant group makes a node sharp, and all that relies on it at most that', () => {
  const links = ['a > c.g', 'b > c.g', 'c > d'];
  expect(grades({ links, groups: { 'c.g': 'any' } }, 'a', 'c', 'd')).toEqual([PLAIN, SHARP, SHARP]);
});

test('a workaround does too', () => {
  const workarounds = [{ for: 'b', capacity: 0.4 }];
  expect(grades({ links: ['a > b'], workarounds }, 'b')).toEqual([SHARP]);
});

test('a share, a strength between 0 and 1 and a circle make it blunt', () => {
  expect(grades({ links: ['a > b.g'], groups: { 'b.g': 'share' } }, 'b')).toEqual([BLUNT]);
  expect(grades({ links: [['a > b', { strength: 0.5 }], 'b > c'] }, 'c')).toEqual([BLUNT]);
  expect(grades({ links: ['a > b', 'b > a'] }, 'a')).toEqual([BLUNT]);
});

test('a strength whose range reaches under 1 makes it blunt, one of 0 makes it sharp', () => {
  expect(grades({ links: [['a > b', { strength: [0.9, 1, 1] }]] }, 'b')).toEqual([BLUNT]);
  expect(grades({ links: [['a > b', { strength: 0 }]] }, 'b')).toEqual([SHARP]);
});
