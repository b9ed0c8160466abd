/** Two canvases around Cytoscape's own: brackets behind its links, cards before them, in the same frame. */
import type { Core } from 'cytoscape';
import { HEADER_HEIGHT } from '../picture/furniture.ts';
import type { Picture } from '../picture/types.ts';
import { inkOf, paintBack, paintFront, paintHeaders } from './paint.ts';

export interface Layers {
  /** Between them: the place for Cytoscape. */
  readonly middle: HTMLDivElement;
  paint(cy: Core, picture: Picture): void;
  resize(): void;
  remove(): void;
}

export function createLayers(container: HTMLElement): Layers {
  const back = addCanvas(container);
  const middle = container.appendChild(document.createElement('div'));
  Object.assign(middle.style, { position: 'absolute', inset: '0' });
  const front = addCanvas(container);
  const resize = () => {
    fitCanvas(back, container);
    fitCanvas(front, container);
  };
  resize();
  return {
    middle,
    resize,
    paint: (cy, picture) => {
      onCanvas(back, cy, (cxt) => paintBack(cxt, picture));
      onCanvas(front, cy, (cxt) => paintFront(cxt, picture, cy.extent()));
      paintHeaderBand(front, cy, picture);
    },
    remove: () => {
      for (const element of [back, middle, front]) element.remove();
    },
  };
}

function addCanvas(container: HTMLElement): HTMLCanvasElement {
  const canvas = container.appendChild(document.createElement('canvas'));
  Object.assign(canvas.style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
  // Names are measured, and exported, without tabular figures: a canvas must not inherit them.
  canvas.style.fontVariantNumeric = 'normal';
  return canvas;
}

const ratio = () => window.devicePixelRatio || 1;

function fitCanvas(canvas: HTMLCanvasElement, container: HTMLElement): void {
  const { clientWidth: w, clientHeight: h } = container;
  canvas.width = Math.max(1, Math.round(w * ratio()));
  canvas.height = Math.max(1, Math.round(h * ratio()));
  canvas.style.width = `${w}px`;
  canvas.style.height = `${h}px`;
}

function onCanvas(
  canvas: HTMLCanvasElement,
  cy: Core,
  paint: (cxt: CanvasRenderingContext2D) => void,
): void {
  const cxt = canvas.getContext('2d');
  if (!cxt) return;
  const { x, y } = cy.pan();
  const scale = cy.zoom() * ratio();
  cxt.setTransform(1, 0, 0, 1, 0, 0);
  cxt.clearRect(0, 0, canvas.width, canvas.height);
  cxt.setTransform(scale, 0, 0, scale, x * ratio(), y * ratio());
  paint(cxt);
}

/** The columns' names stay at the top while the cards move under them. */
function paintHeaderBand(canvas: HTMLCanvasElement, cy: Core, picture: Picture): void {
  const cxt = canvas.getContext('2d');
  if (!cxt) return;
  const { x, y } = cy.pan();
  const zoom = cy.zoom();
  const top = Math.max(0, y);
  cxt.setTransform(ratio(), 0, 0, ratio(), 0, 0);
  if (y < 0) {
    cxt.fillStyle = inkOf(picture)('surface');
    cxt.fillRect(0, 0, canvas.width, HEADER_HEIGHT * zoom);
    cxt.fillStyle = inkOf(picture)('hairline');
    cxt.fillRect(0, HEADER_HEIGHT * zoom, canvas.width, 1);
  }
  cxt.setTransform(zoom * ratio(), 0, 0, zoom * ratio(), x * ratio(), top * ratio());
  paintHeaders(cxt, picture);
}
