import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Layout, layoutView, type Placed } from './layout.ts';
import { drawPicture, pictureOf } from './picture.ts';
import { link, node, randomNumbers, randomView, smallView, viewOf } from './testing.ts';

const views = fc.record({
  seed: fc.integer(),
  size: fc.integer({ min: 0, max: 600 }),
  width: fc.integer({ min: 320, max: 2600 }),
});

/** Random views of 600 nodes on a busy machine. */
const SLOW = 30_000;

function overlapping(placed: readonly Placed[]): string[] {
  const found: string[] = [];
  const sorted = [...placed].sort((a, b) => a.x - b.x);
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      if (b.x >= a.x + a.w) break;
      if (a.y < b.y + b.h && b.y < a.y + a.h) found.push(`${a.id} and ${b.id}`);
    }
  });
  return found;
}

const spots = (layout: Layout) => new Map(layout.placed.map(({ id, x, y }) => [id, { x, y }]));

describe('the layout', () => {
  test('lets no two cards overlap, whatever the view', { timeout: SLOW }, () => {
    fc.assert(
      fc.property(views, ({ seed, size, width }) => {
        expect(overlapping(layoutView(randomView(seed, size), { width }).placed)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('lets none overlap either when it keeps the places of another view', {
    timeout: SLOW,
  }, () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 0, max: 30 }), ({ seed, size, width }, more) => {
        const previous = pictureOf(randomView(seed, size), { width, theme: 'light' });
        const next = layoutView(randomView(seed, size + more), { width, previous });
        expect(overlapping(next.placed)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('draws every node once: alone, or as a part of its nation', { timeout: SLOW }, () => {
    fc.assert(
      fc.property(views, ({ seed, size, width }) => {
        const view = randomView(seed, size);
        const { placed, folded } = layoutView(view, { width });
        const drawn = new Set(placed.map(({ id }) => id));
        expect(drawn.size).toBe(placed.length);
        const parents = new Map(view.nodes.map((one) => [one.id, one.parent]));
        for (const one of view.nodes) {
          let at: string | undefined = one.id;
          while (at !== undefined && !drawn.has(at)) at = parents.get(at);
          expect(at, `${one.id} is drawn`).toBeDefined();
        }
        for (const group of view.groups) expect(drawn.has(group.id)).toBe(true);
        expect(folded.view).toBe(view);
      }),
      { numRuns: 30 },
    );
  });

  test('is the same whatever the order of nodes and links', { timeout: SLOW }, () => {
    fc.assert(
      fc.property(views, ({ seed, size, width }) => {
        const view = randomView(seed, size);
        const next = randomNumbers(seed + 1);
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, key: next() }))
            .sort((a, b) => a.key - b.key)
            .map((x) => x.item);
        const other = { ...view, nodes: shuffle(view.nodes), links: shuffle(view.links) };
        const look = { theme: 'light' } as const;
        const one = drawPicture(layoutView(view, { width }), look);
        expect(drawPicture(layoutView(other, { width }), look)).toEqual(one);
      }),
      { numRuns: 8 },
    );
  });

  test('keeps everything in its place when a card comes in', () => {
    const view = smallView();
    const before = pictureOf(view, { width: 1100, theme: 'light' });
    const old = spots(layoutView(view, { width: 1100 }));
    const more = { ...view, nodes: [...view.nodes, node('new', 'service')] };
    const now = spots(layoutView(more, { width: 1100, previous: before }));
    for (const one of view.nodes) expect(now.get(one.id)).toEqual(old.get(one.id));
    expect(now.has('new')).toBe(true);
  });

  test('fills the panel with its five columns', () => {
    for (const width of [1112, 1280, 1600]) {
      const { placed, width: made } = layoutView(smallView(), { width });
      const right = Math.max(...placed.map(({ x, w }) => x + w));
      expect(made).toBe(width);
      expect(right).toBeGreaterThan(width - 24);
      expect(right).toBeLessThanOrEqual(width);
    }
  });

  test('puts my area first', () => {
    const tops = ['a', 'b', 'c'].map((id) => node(id, 'region', { population: 10 }));
    const parts = ['a', 'b', 'c'].map((id) => node(`${id}1`, 'region', { parent: id }));
    const { placed } = layoutView(viewOf([...tops, ...parts]), { width: 900, area: 'c1' });
    const first = [...placed].sort((a, b) => a.y - b.y)[0];
    expect(first?.id).toBe('c');
  });

  test('opens one nation and shows its parts singly, with their own links', () => {
    const { placed, edges } = layoutView(smallView(), { width: 1100, openNation: 'england' });
    expect(placed.map(({ id }) => id)).toContain('london');
    expect(edges.find(({ to }) => to === 'london')?.link).toBe('111->london');
  });

  test('ends the links of a service for all boards at their nation', () => {
    const boards = ['b1', 'b2', 'b3'].map((id) => node(id, 'region', { parent: 'wales' }));
    const nodes = [
      node('wales', 'region'),
      ...boards,
      node('s', 'service'),
      node('local', 'service'),
    ];
    const links = [...boards.map(({ id }) => link('s', id)), link('local', 'b2')];
    const { edges } = layoutView(viewOf(nodes, links), { width: 1000, openNation: 'wales' });
    expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['local b2', 's wales']);
  });

  test('takes a cycle of links inside a column', () => {
    const view = viewOf(
      [node('a', 'service'), node('b', 'service')],
      [link('a', 'b'), link('b', 'a')],
    );
    const { edges } = layoutView(view, { width: 900 });
    expect(edges).toHaveLength(2);
    for (const { points } of edges)
      expect(points.every(({ x, y }) => Number.isFinite(x + y))).toBe(true);
  });
});
