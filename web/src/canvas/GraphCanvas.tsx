/** The drawing as a React component: the port behind a ref, nothing of Cytoscape outside. */
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Picture } from '../picture/types.ts';
import { createCanvas } from './create-canvas.ts';
import type { CanvasHandlers, CanvasPort } from './port.ts';

export interface GraphCanvasProps extends CanvasHandlers {
  readonly picture: Picture;
  readonly ref?: Ref<CanvasPort>;
  readonly className?: string;
}

/**
 * Fills its parent, which must have a size. The drawing itself is `aria-hidden`: the caller offers the
 * same in a list (every box has a `label`) and handles keys with `nextInDirection`.
 */
export function GraphCanvas({ picture, ref, className, ...handlers }: GraphCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const port = useRef<CanvasPort | null>(null);
  const latest = useRef<CanvasHandlers>(handlers);
  latest.current = handlers;

  useLayoutEffect(() => {
    if (!place.current) return;
    const made = createCanvas(place.current, forward(latest));
    port.current = made;
    return () => {
      port.current = null;
      made.destroy();
    };
  }, []);
  // Before the frame, not after it: a later effect would put the picture on the screen a frame late.
  useLayoutEffect(() => port.current?.show(picture), [picture]);
  useImperativeHandle(ref, () => throughRef(port), []);

  return <div ref={place} className={className} style={FILL} aria-hidden="true" />;
}

const FILL = { position: 'relative', width: '100%', height: '100%', overflow: 'hidden' } as const;

/** Handlers change with every render; the canvas is made once and asks for the latest. */
function forward(latest: { readonly current: CanvasHandlers }): CanvasHandlers {
  return {
    onSelect: (id) => latest.current.onSelect(id),
    onOpen: (id) => latest.current.onOpen(id),
    onHover: (id) => latest.current.onHover(id),
    onContext: (id, x, y) => latest.current.onContext(id, x, y),
    onLink: (id) => latest.current.onLink?.(id),
    onResize: (width, height) => latest.current.onResize?.(width, height),
    onPainted: (ms) => latest.current.onPainted?.(ms),
  };
}

/** A port that lives as long as the component, whatever is mounted behind it. */
function throughRef(port: { readonly current: CanvasPort | null }): CanvasPort {
  return {
    show: (picture) => port.current?.show(picture),
    fit: () => port.current?.fit(),
    zoomBy: (factor) => port.current?.zoomBy(factor),
    panBy: (dx, dy) => port.current?.panBy(dx, dy),
    panTo: (id) => port.current?.panTo(id),
    png: (scale) => port.current?.png(scale) ?? Promise.reject(new Error('Nothing is drawn yet')),
    destroy: () => port.current?.destroy(),
  };
}
