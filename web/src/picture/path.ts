/** The way back from a node to what was stopped, worked out from what is drawn. */
import type { GraphView, ViewLink } from '@msp-impact/contract';

/** What the dependent keeps over this link: 1 − σ·(1 − y), y = 0 where it is severed. */
function felt(link: ViewLink, level: number): number {
  return 1 - link.strength * (1 - (link.severed ? 0 : level));
}

/**
 * Node ids from the outage to `id`, both included: at each step the provider that costs the most, ties by
 * link id. Ends at a marked node, at a severed link's dependent, or where nothing hit leads on. For a
 * preview under the pointer: the pinned path comes from the engine's explanation.
 */
export function heaviestPath(view: GraphView, id: string): string[] {
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const into = hitLinksInto(view);
  const part = into.has(id) ? undefined : worstPart(view, id, into);
  const path = part === undefined ? [id] : [part, id];
  const seen = new Set(path);
  let at = path[0]!;
  while (!isOrigin(nodes.get(at)?.marked)) {
    const worst = pickWorst(into.get(at) ?? [], (from) => nodes.get(from)?.level ?? 1, seen);
    if (!worst || worst.severed) break;
    at = worst.from;
    seen.add(at);
    path.unshift(at);
  }
  return path;
}

/** A nation has no links of its own: what hits it hits its worst region or board. */
function worstPart(
  view: GraphView,
  id: string,
  into: ReadonlyMap<string, unknown>,
): string | undefined {
  const parts = view.nodes.filter((node) => node.parent === id && into.has(node.id));
  parts.sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
  return parts.find((node) => node.kind === 'region')?.id;
}

const isOrigin = (marked: string | undefined) => marked === 'down' || marked === 'observed';

function hitLinksInto(view: GraphView): Map<string, ViewLink[]> {
  const into = new Map<string, ViewLink[]>();
  for (const link of view.links) {
    if (!link.hit) continue;
    const list = into.get(link.to);
    if (list) list.push(link);
    else into.set(link.to, [link]);
  }
  return into;
}

function pickWorst(
  links: readonly ViewLink[],
  level: (id: string) => number,
  seen: ReadonlySet<string>,
): ViewLink | undefined {
  let worst: ViewLink | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const link of links) {
    if (seen.has(link.from)) continue;
    const keeps = felt(link, level(link.from));
    if (keeps > least || (keeps === least && worst && link.id > worst.id)) continue;
    worst = link;
    least = keeps;
  }
  return worst;
}
