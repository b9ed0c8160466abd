import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followingView, homeView, panToward, wholeView, withinReach } from './viewport.ts';

const panel = { width: 1100, height: 600 };

describe('the first sight', () => {
  test('is at full size where the picture fits', () => {
    expect(homeView({ width: 1100, height: 500 }, panel)).toEqual({ zoom: 1, pan: { x: 0, y: 0 } });
  });
  test('shows a picture whole that is a little too tall', () => {
    expect(homeView({ width: 1100, height: 660 }, panel).zoom).toBeCloseTo(600 / 660);
  });
  test('shows a very tall one from its top, to be scrolled', () => {
    expect(homeView({ width: 1100, height: 3000 }, panel)).toEqual({
      zoom: 1,
      pan: { x: 0, y: 0 },
    });
  });
  test('“Fit” shows everything', () => {
    expect(wholeView({ width: 2200, height: 600 }, panel).zoom).toBe(0.5);
  });
});

describe('a new picture', () => {
  const home = { zoom: 1, pan: { x: 0, y: 0 } };
  const wider = { width: 1200, height: 650 };
  test('is fitted as the first was', () => {
    expect(followingView(home, home, wider, panel)).toEqual(homeView(wider, panel));
  });
  test('is fitted also where the last was scrolled, no further than it reaches', () => {
    const scrolled = { zoom: 1, pan: { x: 0, y: -300 } };
    const { zoom, pan } = homeView(wider, panel);
    const y = Math.min(0, panel.height - wider.height * zoom);
    expect(followingView(home, scrolled, wider, panel)).toEqual({ zoom, pan: { x: pan.x, y } });
  });
  test('stays where the user put the last, and where it needs no other size', () => {
    const zoomed = { zoom: 1.25, pan: { x: 0, y: 0 } };
    const dragged = { zoom: 1, pan: { x: 40, y: 20 } };
    const lower = { zoom: 1, pan: { x: 0, y: 60 } };
    expect(followingView(home, zoomed, wider, panel)).toBeUndefined();
    expect(followingView(home, dragged, wider, panel)).toBeUndefined();
    expect(followingView(home, lower, { width: 1100, height: 500 }, panel)).toBeUndefined();
  });
});

describe('panning', () => {
  test('never loses the picture', () => {
    const pan = fc.record({ x: fc.integer(), y: fc.integer() });
    fc.assert(
      fc.property(pan, fc.double({ min: 0.15, max: 3, noNaN: true }), (wish, zoom) => {
        const picture = { width: 1100, height: 900 };
        const got = withinReach({ zoom, pan: wish }, picture, panel);
        expect(got.x + picture.width * zoom).toBeGreaterThanOrEqual(79);
        expect(got.x).toBeLessThanOrEqual(panel.width - 79);
        expect(withinReach({ zoom, pan: got }, picture, panel)).toEqual(got);
      }),
    );
  });
  test('brings a card into sight with the least move, and leaves one in sight alone', () => {
    const box = { x: 100, y: 800, w: 200, h: 30 };
    const card = { ...box, id: 'a', type: 'node', column: 'service', label: '', name: '' } as const;
    const full = { ...card, shapes: [], spots: [] };
    const view = { zoom: 1, pan: { x: 0, y: 0 } };
    expect(panToward(full, view, panel)).toEqual({ x: 0, y: -(800 + 30 - (600 - 24)) });
    expect(panToward({ ...full, y: 200 }, view, panel)).toEqual({ x: 0, y: 0 });
    expect(panToward({ ...full, x: 20, y: 570 }, view, panel)).toEqual({ x: 0, y: 0 });
  });
});
