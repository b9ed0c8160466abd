/** The canvas that holds the whole picture; Cytoscape's own lies above it, empty, for the gestures. */
import type { Core } from 'cytoscape';
import { HEADER_HEIGHT } from '../picture/furniture.ts';
import type { Picture } from '../picture/types.ts';
import {
  forgetFont,
  inkOf,
  isCrowded,
  paintBack,
  paintEdges,
  paintFront,
  paintHeaders,
} from './paint.ts';

export interface Layer {
  /** Above the picture: the place for Cytoscape. */
  readonly above: HTMLDivElement;
  /** `how`: quickly where links crowd, or finely. True: painted finely. */
  paint(cy: Core, picture: Picture, how: 'quickly' | 'finely'): boolean;
  resize(): void;
  remove(): void;
}

export function createLayer(container: HTMLElement): Layer {
  const canvas = addCanvas(container);
  const above = container.appendChild(document.createElement('div'));
  Object.assign(above.style, { position: 'absolute', inset: '0' });
  const resize = () => fitCanvas(canvas, container);
  resize();
  return {
    above,
    resize,
    paint: (cy, picture, how) => {
      const cxt = canvas.getContext('2d');
      if (!cxt) return true;
      const quick = how === 'quickly' && isCrowded(picture, cy.extent());
      paintPicture(cxt, cy, picture, quick);
      paintHeaderBand(cxt, cy, picture);
      return !quick;
    },
    remove: () => {
      canvas.remove();
      above.remove();
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

function paintPicture(
  cxt: CanvasRenderingContext2D,
  cy: Core,
  picture: Picture,
  quick: boolean,
): void {
  const { x, y } = cy.pan();
  const scale = cy.zoom() * ratio();
  const sight = cy.extent();
  forgetFont(cxt);
  cxt.setTransform(1, 0, 0, 1, 0, 0);
  cxt.clearRect(0, 0, cxt.canvas.width, cxt.canvas.height);
  cxt.setTransform(scale, 0, 0, scale, x * ratio(), y * ratio());
  paintBack(cxt, picture);
  paintEdges(cxt, picture, sight, quick ? scale : undefined);
  paintFront(cxt, picture, sight);
}

/** The columns' names stay at the top while the cards move under them. */
function paintHeaderBand(cxt: CanvasRenderingContext2D, cy: Core, picture: Picture): void {
  const { x, y } = cy.pan();
  const zoom = cy.zoom();
  const top = Math.max(0, y);
  cxt.setTransform(ratio(), 0, 0, ratio(), 0, 0);
  if (y < 0) {
    cxt.fillStyle = inkOf(picture)('surface');
    cxt.fillRect(0, 0, cxt.canvas.width, HEADER_HEIGHT * zoom);
    cxt.fillStyle = inkOf(picture)('hairline');
    cxt.fillRect(0, HEADER_HEIGHT * zoom, cxt.canvas.width, 1);
  }
  cxt.setTransform(zoom * ratio(), 0, 0, zoom * ratio(), x * ratio(), top * ratio());
  paintHeaders(cxt, picture);
}
