/** The one narrow door to the drawing. Nothing else of the web view knows Cytoscape. */
import type { Picture } from '../picture/types.ts';

export interface CanvasHandlers {
  /** A node or group was clicked; null: the empty ground. */
  onSelect(id: string | null): void;
  /** Double click, or a click on "open": a node, a nation to open or close, a group to open. */
  onOpen(id: string): void;
  onHover(id: string | null): void;
  /** Context menu on a node or group; x, y in CSS pixels of the window. */
  onContext(id: string, x: number, y: number): void;
  /** A link was clicked. */
  onLink?(id: string): void;
  /** The panel has a new size in CSS pixels: lay out again with this width. */
  onResize?(width: number, height: number): void;
  /** Milliseconds from `show` to the painted frame. */
  onPainted?(ms: number): void;
}

export interface CanvasPort {
  show(picture: Picture): void;
  /** The whole picture in the panel. */
  fit(): void;
  /** Zooms by the factor about the middle of the panel. */
  zoomBy(factor: number): void;
  /** Pans by CSS pixels: positive moves the picture right and down. */
  panBy(dx: number, dy: number): void;
  /** Brings a node or group into sight, moving as little as is needed. */
  panTo(id: string): void;
  /** The whole picture, `scale` device pixels to a world pixel. */
  png(scale: number): Promise<Blob>;
  destroy(): void;
}
