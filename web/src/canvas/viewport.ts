/** Where the picture stands in the panel. */
import type { Core } from 'cytoscape';
import { LEAST_WHOLE } from '../picture/layout/lanes.ts';
import type { Box } from '../picture/types.ts';

export const LEAST_ZOOM = 0.15;
export const MOST_ZOOM = 3;
/** A picture much wider than the panel is cut at the right rather than made unreadable. */
const LEAST_AT_FIRST = 0.62;
const SLACK = 0.03;
/** So much of the picture stays in the panel, whatever is dragged. */
const KEPT = 80;
const MARGIN = 24;

export interface View {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** First sight: the columns fill the width, text at its real size. */
export function homeView(picture: Size, panel: Size): View {
  const across = Math.max(LEAST_AT_FIRST, Math.min(1, panel.width / picture.width));
  const whole = Math.min(across, panel.height / picture.height);
  // A picture a little too tall is shown whole; a much taller one at full size, to be scrolled.
  return stand(picture, panel, whole >= LEAST_WHOLE - SLACK ? whole : across);
}

/**
 * Where a new picture goes when the last one was put at `home`: to its own home, scrolled as far as the
 * last one was. Undefined where nothing needs to move: the same home, or the user zoomed or dragged.
 */
export function followingView(
  home: View | null,
  now: View,
  picture: Size,
  panel: Size,
): View | undefined {
  const next = homeView(picture, panel);
  if (!home) return next;
  if (standsAs(next, home) || !standsAs(now, home)) return undefined;
  const most = Math.min(0, panel.height - picture.height * next.zoom);
  return { zoom: next.zoom, pan: { x: next.pan.x, y: Math.min(0, Math.max(most, now.pan.y)) } };
}

/** The same size and side; how far it was scrolled does not matter. */
const standsAs = (a: View, b: View) =>
  Math.abs(a.zoom - b.zoom) < 1e-4 && Math.abs(a.pan.x - b.pan.x) < 1;

/** Everything in the panel, however small. */
export function wholeView(picture: Size, panel: Size): View {
  const zoom = Math.min(1.25, panel.width / picture.width, panel.height / picture.height);
  return stand(picture, panel, Math.max(LEAST_ZOOM, zoom));
}

function stand(picture: Size, panel: Size, zoom: number): View {
  return { zoom, pan: { x: Math.max(0, (panel.width - picture.width * zoom) / 2), y: 0 } };
}

/** The pan nearest to `pan` that keeps the picture in reach. */
export function withinReach(view: View, picture: Size, panel: Size): View['pan'] {
  const clamp = (value: number, inside: number, size: number) =>
    Math.min(Math.max(value, Math.min(0, KEPT - size)), Math.max(inside - KEPT, 0));
  return {
    x: clamp(view.pan.x, panel.width, picture.width * view.zoom),
    y: clamp(view.pan.y, panel.height, picture.height * view.zoom),
  };
}

/** How far to pan so that the box is in sight, as little as is needed. */
export function panToward(box: Box, view: View, panel: Size): { x: number; y: number } {
  const shift = (start: number, size: number, inside: number, head: number, least = head) => {
    if (start >= least && start + size <= inside) return 0;
    if (start < head) return head - start;
    const over = start + size - (inside - MARGIN);
    return over > 0 ? -Math.min(over, start - head) : 0;
  };
  const { zoom, pan } = view;
  return {
    x: shift(box.x * zoom + pan.x, box.w * zoom, panel.width, MARGIN, 0),
    y: shift(box.y * zoom + pan.y, box.h * zoom, panel.height, 48 * zoom),
  };
}

export const viewOf = (cy: Core): View => ({ zoom: cy.zoom(), pan: { ...cy.pan() } });
export const panelOf = (element: HTMLElement): Size => ({
  width: element.clientWidth,
  height: element.clientHeight,
});
