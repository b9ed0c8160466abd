/**
 * Places inside an item, as JSON pointers ("/groups/triage/k"). Both the checks of a form and the
 * server's refusals are brought to this one shape, so that a fault finds its field.
 */

const escapeSegment = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1');

export function pointer(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** "$.groups['a.b'].k" → ["groups", "a.b", "k"]. */
function dotted(path: string): string[] {
  const parts = path.matchAll(/\[\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*\]|([^.[\]]+)/g);
  return [...parts].map(
    ([, double, single, index, plain]) => double ?? single ?? index ?? plain ?? '',
  );
}

const LISTS = new Set(['nodes', 'dependencies', 'contracts', 'writes']);

/** Drops what stands before the item itself: "$", "body", "item", "nodes", 0 … */
function insideItem(segments: readonly string[]): readonly string[] {
  let rest = segments;
  while (rest[0] === '$' || rest[0] === 'body' || rest[0] === 'item') rest = rest.slice(1);
  const [list = '', index = ''] = rest;
  // A contract has a field "dependencies" whose places end at the index; an item's go on.
  if (!LISTS.has(list) || !/^\d+$/.test(index) || rest.length < 3) return rest;
  // The first write of a batch is the form's own item; the others have no field of that name here.
  if (list === 'writes' && index !== '0') return rest;
  return insideItem(rest.slice(2));
}

/** The place inside the item that a server's path names, whether "/a/0/b", "$.a[0].b" or "a.0.b". */
export function toPointer(path: string): string {
  const segments = path.startsWith('/')
    ? path
        .slice(1)
        .split('/')
        .map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'))
    : dotted(path);
  return pointer(...insideItem(segments));
}

/** "/evidence/0/url" → "/evidence/0" → "/evidence" → "". */
export function parentPointer(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf('/')));
}
