/** Pointer and wheel on the drawing, told to the handlers as ids. */
import type { Core, EventObject } from 'cytoscape';
import type { Box, Picture, Spot } from '../picture/types.ts';
import type { CanvasHandlers } from './port.ts';

const DOUBLE_CLICK_MS = 350;

interface Target {
  readonly box: Box;
  readonly spot: Spot | undefined;
}

/** `picture` is asked for at each event: it changes under the pointer. */
export function listenToPointer(
  cy: Core,
  element: HTMLElement,
  handlers: CanvasHandlers,
  picture: () => Picture | null,
): () => void {
  const targetOf = (event: EventObject) => findTarget(event, cy, picture());
  const hover = hoverTeller(element, handlers);
  cy.on('mousemove', (event) => hover(targetOf(event)));
  cy.on('mouseout', (event) => event.target === cy && hover(undefined));
  const leave = () => hover(undefined);
  element.addEventListener('mouseleave', leave);
  cy.on('tap', clickTeller(cy, handlers, targetOf, picture));
  cy.on('dbltap', 'node', (event) => {
    const target = targetOf(event);
    if (target && target.spot?.action !== 'open') handlers.onOpen(target.spot?.id ?? target.box.id);
  });
  cy.on('cxttap', 'node', (event) => {
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

function findTarget(event: EventObject, cy: Core, picture: Picture | null): Target | undefined {
  if (event.target === cy || !picture || !event.target.isNode()) return undefined;
  const id = String(event.target.id()).slice(2);
  const box = picture.boxes.find((one) => one.id === id);
  if (!box) return undefined;
  const [x, y] = [event.position.x - box.x, event.position.y - box.y];
  const spot = box.spots.find((s) => x >= s.x && x <= s.x + s.w && y >= s.y && y <= s.y + s.h);
  return { box, spot };
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
      const link = event.target === cy ? undefined : linkOf(String(event.target.id()), picture());
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

function linkOf(key: string, picture: Picture | null): string | undefined {
  return picture?.edges.find((edge) => edge.id === key.slice(2))?.link;
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
