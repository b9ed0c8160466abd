/** Pointer and wheel on the drawing, told to the handlers as ids. */
import type { Core, EventObject } from 'cytoscape';
import type { Picture } from '../picture/types.ts';
import { edgeAt, type Target, targetAt } from './hit.ts';
import type { CanvasHandlers } from './port.ts';

const DOUBLE_CLICK_MS = 350;

/** How far from a link, in CSS pixels, a click still means it. */
const LINK_REACH = 7;

/** `picture` is asked for at each event: it changes under the pointer. */
export function listenToPointer(
  cy: Core,
  element: HTMLElement,
  handlers: CanvasHandlers,
  picture: () => Picture | null,
): () => void {
  const targetOf = (event: EventObject) => findTarget(event, picture());
  const hover = hoverTeller(element, handlers);
  cy.on('mousemove', (event) => hover(targetOf(event)));
  const leave = () => hover(undefined);
  element.addEventListener('mouseleave', leave);
  cy.on('tap', clickTeller(cy, handlers, targetOf, picture));
  cy.on('dbltap', (event) => {
    const target = targetOf(event);
    if (target && target.spot?.action !== 'open') handlers.onOpen(target.spot?.id ?? target.box.id);
  });
  cy.on('cxttap', (event) => {
    const target = targetOf(event);
    const { clientX, clientY } = event.originalEvent as MouseEvent;
    if (target) handlers.onContext(partOf(target), clientX, clientY);
  });
  const wheel = (event: WheelEvent) => scroll(cy, event);
  element.addEventListener('wheel', wheel, { capture: true, passive: false });
  const menu = (event: Event) => event.preventDefault();
  element.addEventListener('contextmenu', menu);
  return () => {
    element.removeEventListener('mouseleave', leave);
    element.removeEventListener('wheel', wheel, { capture: true });
    element.removeEventListener('contextmenu', menu);
  };
}

function findTarget(event: EventObject, picture: Picture | null): Target | undefined {
  return picture ? targetAt(picture, event.position) : undefined;
}

/** The region under the pointer inside a nation's card, else the card. */
const partOf = ({ box, spot }: Target) => (spot?.action === 'select' ? spot.id : box.id);

function hoverTeller(element: HTMLElement, handlers: CanvasHandlers) {
  let told: string | null = null;
  return (target: Target | undefined) => {
    const id = target ? partOf(target) : null;
    element.style.cursor = target ? 'pointer' : '';
    element.title = target ? (target.spot?.label ?? target.box.label) : '';
    if (id === told) return;
    told = id;
    handlers.onHover(id);
  };
}

function clickTeller(
  cy: Core,
  handlers: CanvasHandlers,
  targetOf: (event: EventObject) => Target | undefined,
  picture: () => Picture | null,
) {
  let opened = { id: '', at: Number.NEGATIVE_INFINITY };
  return (event: EventObject) => {
    const target = targetOf(event);
    if (!target) {
      const link = linkAt(event, cy, picture());
      if (link !== undefined && handlers.onLink) handlers.onLink(link);
      else handlers.onSelect(null);
      return;
    }
    const { spot, box } = target;
    if (spot?.action !== 'open') {
      handlers.onSelect(spot?.id ?? box.id);
      return;
    }
    // A double click on "open" opens once.
    const now = performance.now();
    if (opened.id !== spot.id || now - opened.at > DOUBLE_CLICK_MS) handlers.onOpen(spot.id);
    opened = { id: spot.id, at: now };
  };
}

function linkAt(event: EventObject, cy: Core, picture: Picture | null): string | undefined {
  return picture ? edgeAt(picture, event.position, LINK_REACH / cy.zoom())?.link : undefined;
}

/** The wheel scrolls, as in a document; with Ctrl (and for a pinch) Cytoscape zooms. */
function scroll(cy: Core, event: WheelEvent): void {
  if (event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const unit = event.deltaMode === 1 ? 20 : 1;
  const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
  cy.panBy({ x: -dx * unit, y: -dy * unit });
}
