import { describe, expect, test } from 'vitest';
import { pictureOf } from './picture.ts';
import { node, smallView, viewOf } from './testing.ts';
import type { Box, Shape, TextShape } from './types.ts';

const state = { width: 1112, theme: 'light' } as const;
const boxOf = (boxes: readonly Box[], id: string) => boxes.find((box) => box.id === id)!;
const texts = (shapes: readonly Shape[]) =>
  shapes.filter((shape): shape is TextShape => shape.t === 'text');
const words = (box: Box) => texts(box.shapes).map((shape) => shape.text);

describe('a picture', () => {
  const picture = pictureOf(smallView(), state);

  test('tells stopped, reduced and last option by sign, border and word', () => {
    expect(words(boxOf(picture.boxes, 'adastra'))).toEqual(['Adastra', 'Stopped']);
    expect(words(boxOf(picture.boxes, '111'))).toEqual(['NHS 111, England', '15\u00a0% left']);
    expect(words(boxOf(picture.boxes, 'gp'))).toEqual(['GP out-of-hours', 'Last option']);
    for (const id of ['adastra', '111', 'gp']) {
      const { shapes } = boxOf(picture.boxes, id);
      expect(shapes[0]).toHaveProperty('stroke');
      expect(shapes.some((shape) => shape.t === 'path')).toBe(true);
    }
  });

  test('inverts what the question stops and says why', () => {
    const wide = pictureOf(smallView(), { ...state, width: 1800 });
    const marked = boxOf(wide.boxes, 'advanced');
    expect(marked.shapes[0]).toMatchObject({ fill: 'markedFill' });
    expect(words(marked)).toContain('switched off by its supplier');
  });

  test('has a bar with its range under a reduced name, and no text over it', () => {
    const { shapes, h } = boxOf(picture.boxes, '111');
    const bars = shapes.filter((shape) => shape.t === 'rect' && shape.h <= 5);
    expect(bars.map((bar) => bar.t === 'rect' && bar.h)).toEqual([3, 5, 3]);
    for (const shape of texts(shapes)) expect(shape.y).toBeLessThan(h - 10);
  });

  test('writes nothing smaller than 11.5 px', () => {
    const shapes = [...picture.boxes, ...picture.brackets, picture.legend].flatMap((p) => p.shapes);
    for (const shape of texts(shapes)) expect(shape.size).toBeGreaterThanOrEqual(11.5);
  });

  test('brackets what is switched off together', () => {
    expect(picture.brackets.map(({ label }) => label)).toEqual(['Switched off together']);
  });

  test('folds regions into their nation: a tile each, worst service, no double links', () => {
    const england = boxOf(picture.boxes, 'england');
    expect(words(england)).toContain('NHS 111');
    expect(words(england)).toContain('2 regions · open');
    expect(england.spots.map(({ id, action }) => [id, action])).toEqual([
      ['london', 'select'],
      ['north', 'select'],
      ['england', 'open'],
    ]);
    expect(picture.edges.filter(({ to }) => to === 'england')).toHaveLength(1);
  });

  test('draws the selected path thick, with a halo, on to who is hit; the rest stays as it was', () => {
    const selected = pictureOf(smallView(), { ...state, selection: '111' });
    const thick = selected.edges.filter(({ halo }) => halo > 0).map(({ id }) => id);
    expect(thick).toEqual(['111 > england', 'adastra->111', 'advanced->adastra']);
    expect(boxOf(selected.boxes, '111').shapes.at(-1)).toMatchObject({ stroke: 'accent', sw: 2.5 });
  });

  test('shows a way that was looked for although nothing is stopped', () => {
    const view = smallView();
    const calm = {
      ...view,
      nodes: view.nodes.map((one) => node(one.id, one.column)),
      links: view.links.map((one) => ({ ...one, hit: false, severed: false })),
    };
    const path = ['advanced', 'adastra', '111'];
    const { edges } = pictureOf(calm, { ...state, path });
    expect(edges.filter(({ ink }) => ink === 'accent').map(({ id }) => id)).toEqual([
      'adastra->111',
      'advanced->adastra',
    ]);
  });

  test('puts scissors on a link that its user cut', () => {
    expect(picture.edges.filter(({ cut }) => cut).map(({ id }) => id)).toEqual(['adastra->gp']);
  });

  test('dots links that are only assumed', () => {
    expect(picture.edges.find(({ id }) => id === 'odyssey->111')?.dash).toEqual([2.5, 2.5]);
  });

  test('is drawn for an empty view', () => {
    const empty = pictureOf(viewOf([]), state);
    expect(empty.boxes).toEqual([]);
    expect(empty.height).toBeGreaterThan(0);
  });
});
