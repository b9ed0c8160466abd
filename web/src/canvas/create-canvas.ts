/**
 * Mounts the drawing in an element and keeps it in step with the pictures that it is shown. Cytoscape
 * holds no elements: it knows where the picture stands, and turns pointers and fingers into gestures.
 */
import cytoscape, { type Core, type StylesheetJson } from 'cytoscape';
import { FONT_FAMILY } from '../picture/tokens.ts';
import type { Picture } from '../picture/types.ts';
import { createLayer, type Layer } from './layer.ts';
import { picturePng } from './png.ts';
import { listenToPointer } from './pointer.ts';
import type { CanvasHandlers, CanvasPort } from './port.ts';
import {
  followingView,
  LEAST_ZOOM,
  MOST_ZOOM,
  panelOf,
  panToward,
  type Size,
  type View,
  viewOf,
  wholeView,
  withinReach,
} from './viewport.ts';

interface Stage {
  readonly container: HTMLElement;
  readonly layer: Layer;
  readonly cy: Core;
  readonly handlers: CanvasHandlers;
  /** Of the container in CSS pixels. Asking the page again would make it lay itself out at once. */
  panel: Size;
  picture: Picture | null;
  /** Where the picture was put by itself: while it stands there, at most scrolled, a new size puts it anew. */
  home: View | null;
  /** The card that was last brought into sight. */
  sought: string | null;
  shownAt: number | null;
  /** The next frame paints. */
  awaited: boolean;
  /** What was painted quickly is painted finely when this ends. */
  refining: ReturnType<typeof setTimeout> | undefined;
}

export function createCanvas(container: HTMLElement, handlers: CanvasHandlers): CanvasPort {
  const layer = createLayer(container);
  const cy = makeCore(layer.above);
  const stage: Stage = {
    container,
    layer,
    cy,
    handlers,
    panel: panelOf(container),
    picture: null,
    home: null,
    sought: null,
    shownAt: null,
    awaited: false,
    refining: undefined,
  };
  cy.on('pan zoom', () => {
    keepInReach(stage);
    paintSoon(stage);
  });
  const forget = listenToPointer(cy, container, handlers, () => stage.picture);
  const sizes = new ResizeObserver(() => resize(stage));
  sizes.observe(container);
  const stopFonts = onFonts(() => paintSoon(stage));
  return {
    show: (picture) => show(stage, picture),
    fit: () => stage.picture && stand(stage, wholeView(stage.picture, stage.panel)),
    zoomBy: (factor) => zoomBy(stage, factor),
    panBy: (x, y) => move(stage, { x, y }),
    panTo: (id) => panTo(stage, id),
    png: (scale) =>
      stage.picture
        ? picturePng(stage.picture, scale)
        : Promise.reject(new Error('Nothing is drawn yet')),
    destroy: () => {
      clearTimeout(stage.refining);
      sizes.disconnect();
      stopFonts();
      forget();
      cy.destroy();
      layer.remove();
    },
  };
}

function makeCore(container: HTMLElement): Core {
  return cytoscape({
    container,
    // Nothing may show that a press lasts: there is nothing of Cytoscape's to be seen.
    style: [{ selector: 'core', style: { 'active-bg-opacity': 0 } }] as unknown as StylesheetJson,
    minZoom: LEAST_ZOOM,
    maxZoom: MOST_ZOOM,
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
  });
}

function show(stage: Stage, picture: Picture): void {
  stage.shownAt = performance.now();
  stage.picture = picture;
  follow(stage);
  paintSoon(stage);
}

/** However much changes before a frame, it is painted once. */
function paintSoon(stage: Stage): void {
  if (stage.awaited) return;
  stage.awaited = true;
  requestAnimationFrame(() => {
    if (stage.awaited) paint(stage);
  });
}

/** The picture has stood still for so long: now it may take the time. */
const STILL_MS = 200;

function paint(stage: Stage, how: 'quickly' | 'finely' = 'quickly'): void {
  stage.awaited = false;
  clearTimeout(stage.refining);
  const { cy, picture, layer, handlers } = stage;
  if (!picture || cy.destroyed()) return;
  const fine = layer.paint(cy, picture, how);
  if (!fine) stage.refining = setTimeout(() => paint(stage, 'finely'), STILL_MS);
  const { shownAt } = stage;
  if (shownAt === null) return;
  stage.shownAt = null;
  // After this task the browser has put the frame on the screen.
  setTimeout(() => handlers.onPainted?.(performance.now() - shownAt), 0);
}

/** Fits a new picture or panel, until the user has zoomed or dragged. */
function follow(stage: Stage): void {
  const { cy, picture, panel } = stage;
  if (!picture || panel.width === 0 || panel.height === 0) return;
  const view = followingView(stage.home, viewOf(cy), picture, panel);
  if (!view) return;
  const onTheWay = cy.animated();
  cy.stop(true); // it would pan on from where the last picture stood
  stand(stage, view);
  if (onTheWay && stage.sought !== null) panTo(stage, stage.sought);
}

function resize(stage: Stage): void {
  const { cy, layer, container, handlers } = stage;
  stage.panel = panelOf(container);
  layer.resize();
  cy.resize();
  follow(stage);
  // A canvas of a new size is empty: it is filled before the browser shows it.
  paint(stage);
  const { width, height } = stage.panel;
  if (width > 0) handlers.onResize?.(width, height);
}

function keepInReach(stage: Stage): void {
  const { cy, picture, panel } = stage;
  if (!picture) return;
  const view = viewOf(cy);
  const pan = withinReach(view, picture, panel);
  // Setting the pan fires again; by then it is within reach, so this ends.
  if (Math.abs(pan.x - view.pan.x) + Math.abs(pan.y - view.pan.y) > 0.5) cy.pan(pan);
}

function zoomBy(stage: Stage, factor: number): void {
  const { width, height } = stage.panel;
  const level = stage.cy.zoom() * factor;
  stage.cy.zoom({ level, renderedPosition: { x: width / 2, y: height / 2 } });
}

function panTo(stage: Stage, id: string): void {
  stage.sought = id;
  const box = stage.picture?.boxes.find(
    (one) => one.id === id || one.spots.some((spot) => spot.id === id),
  );
  if (box) move(stage, panToward(box, viewOf(stage.cy), stage.panel));
}

const MOVE_MS = 160;
const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

function move({ cy }: Stage, by: { x: number; y: number }): void {
  if (by.x === 0 && by.y === 0) return;
  cy.stop(true);
  if (calm()) cy.panBy(by);
  else cy.animate({ panBy: by, duration: MOVE_MS, easing: 'ease-out' });
}

function stand(stage: Stage, view: View): void {
  stage.home = view;
  stage.cy.viewport(view);
}

/** The first frame may be painted before the font is there: again when it is. */
function onFonts(repaint: () => void): () => void {
  const fonts = document.fonts;
  if (!fonts) return () => {};
  const family = FONT_FAMILY.split(',')[0]!;
  void Promise.allSettled([400, 650].map((weight) => fonts.load(`${weight} 12px ${family}`))).then(
    repaint,
  );
  fonts.addEventListener('loadingdone', repaint);
  return () => fonts.removeEventListener('loadingdone', repaint);
}
