/**
 * What is drawn as what: regions fold into the card of their nation (one may be open), and links fold
 * with them. Ids of nodes and groups share one name space: a group's id holds a colon and a status.
 */
import type { GraphView, ViewNode } from '@msp-impact/contract';

export interface Nation {
  readonly node: ViewNode;
  /** Its direct parts that are in the view, by name: a part keeps its tile between runs. */
  readonly parts: readonly ViewNode[];
  /** Services that supply it or anything in it, worst first. */
  readonly services: readonly ViewNode[];
  readonly open: boolean;
}

/** A link between two drawn things; `links` of the graph stand behind it. */
export interface FoldedEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly hit: boolean;
  readonly severed: boolean;
  readonly assumed: boolean;
  readonly strength: number;
  readonly links: number;
  /** The link's own id, where exactly one stands behind it. */
  readonly link?: string;
}

export interface Folded {
  readonly view: GraphView;
  /** Drawn as a card of their own, parts of an open nation included. */
  readonly nodes: readonly ViewNode[];
  readonly nations: readonly Nation[];
  readonly edges: readonly FoldedEdge[];
  /** Nothing is stopped: no node is marked or hit. */
  readonly idle: boolean;
}

const SEVERITY = { down: 0, degraded: 1, 'at-risk': 2, unknown: 3, up: 4 } as const;
export const severity = (node: ViewNode) => SEVERITY[node.state];

export const byId = <T extends { readonly id: string }>(a: T, b: T) =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
export const byName = (a: ViewNode, b: ViewNode) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : byId(a, b);

export function foldView(view: GraphView, openNation?: string | null): Folded {
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const tree = regionTree(view.nodes, nodes);
  const nationIds = new Set([...tree.keys()].filter((id) => tree.top(id) === id));
  const shownAs = (id: string) => drawnAs(id, tree, nationIds, openNation);
  const everywhere = servingMost(view, tree, nationIds, openNation);
  const endOf = (from: string, to: string) =>
    everywhere.has(from) && tree.top(to) === openNation ? openNation : shownAs(to);
  const edges = foldEdges(view, nodes, shownAs, endOf);
  const nations = [...nationIds].map((id) =>
    nationOf(nodes.get(id)!, view, nodes, tree, id === openNation),
  );
  return {
    view,
    nodes: view.nodes.filter((node) => shownAs(node.id) === node.id && !nationIds.has(node.id)),
    nations: nations.sort((a, b) => byId(a.node, b.node)),
    edges,
    idle: view.nodes.every(
      (node) => !node.marked && (node.level === 1 || node.state === 'unknown'),
    ),
  };
}

/** Parents that have parts in the view → those parts. */
class RegionTree extends Map<string, ViewNode[]> {
  readonly parents = new Map<string, string>();
  /** The topmost ancestor in the view. A cycle of parents is refused on the way in; the count guards. */
  top(id: string): string {
    let at = id;
    for (let i = 0; i < 100; i++) {
      const up = this.parents.get(at);
      if (up === undefined) return at;
      at = up;
    }
    return id;
  }
}

function regionTree(all: readonly ViewNode[], nodes: ReadonlyMap<string, ViewNode>): RegionTree {
  const tree = new RegionTree();
  for (const node of all) {
    const parent = node.kind === 'region' && node.parent ? nodes.get(node.parent) : undefined;
    if (parent?.kind !== 'region' || parent.id === node.id) continue;
    tree.parents.set(node.id, parent.id);
    const parts = tree.get(parent.id);
    if (parts) parts.push(node);
    else tree.set(parent.id, [node]);
  }
  for (const parts of tree.values()) parts.sort(byName);
  return tree;
}

function drawnAs(
  id: string,
  tree: RegionTree,
  nations: ReadonlySet<string>,
  open: string | null | undefined,
): string {
  const top = tree.top(id);
  if (top === id || !nations.has(top)) return id;
  if (top !== open) return top;
  let at = id;
  while (tree.parents.get(at) !== top) at = tree.parents.get(at)!;
  return at;
}

/** A nation of fewer parts shows every link singly. */
const FEW_PARTS = 3;

/**
 * Providers of more than half of the open nation's parts: their links go to the nation's card, since
 * one to each board would say the same many times over what is local.
 */
function servingMost(
  view: GraphView,
  tree: RegionTree,
  nations: ReadonlySet<string>,
  open: string | null | undefined,
): Set<string> {
  const parts = open && nations.has(open) ? (tree.get(open) ?? []) : [];
  if (parts.length < FEW_PARTS) return new Set();
  const served = new Map<string, Set<string>>();
  for (const link of view.links) {
    if (tree.top(link.to) !== open || tree.top(link.from) === open) continue;
    const those = served.get(link.from) ?? new Set();
    served.set(link.from, those.add(link.to));
  }
  const most = [...served].filter(([, those]) => those.size * 2 > parts.length);
  return new Set(most.map(([id]) => id));
}

function nationOf(
  node: ViewNode,
  view: GraphView,
  nodes: ReadonlyMap<string, ViewNode>,
  tree: RegionTree,
  open: boolean,
): Nation {
  const services = new Map<string, ViewNode>();
  for (const link of view.links) {
    const from = nodes.get(link.from);
    if (from?.kind === 'service' && tree.top(link.to) === node.id) services.set(from.id, from);
  }
  const worst = (a: ViewNode, b: ViewNode) =>
    severity(a) - severity(b) || a.level - b.level || byName(a, b);
  return {
    node,
    parts: tree.get(node.id) ?? [],
    services: [...services.values()].sort(worst),
    open,
  };
}

function foldEdges(
  view: GraphView,
  nodes: ReadonlyMap<string, ViewNode>,
  shownAs: (id: string) => string,
  endOf: (from: string, to: string) => string,
): FoldedEdge[] {
  const edges = new Map<string, FoldedEdge>();
  for (const link of view.links) {
    if (!nodes.has(link.from) || !nodes.has(link.to)) continue;
    const [from, to] = [shownAs(link.from), endOf(link.from, link.to)];
    if (from === to) continue;
    const folded = from !== link.from || to !== link.to;
    const id = folded ? `${from} > ${to}` : link.id;
    const { hit, severed, assumed, strength } = link;
    const one = { id, from, to, hit, severed, assumed, strength, links: 1, link: link.id };
    edges.set(id, merge(edges.get(id), one));
  }
  const known = new Set([...nodes.keys(), ...view.groups.map((group) => group.id)]);
  for (const bundle of view.bundles) {
    if (!known.has(bundle.from) || !known.has(bundle.to)) continue;
    const [from, to] = [shownAs(bundle.from), shownAs(bundle.to)];
    const quiet = { hit: false, severed: false, assumed: false, strength: 0, links: bundle.count };
    const id = `${from} > ${to}`;
    if (from !== to) edges.set(id, merge(edges.get(id), { id, from, to, ...quiet }));
  }
  return [...edges.values()].sort(byId);
}

function merge(a: FoldedEdge | undefined, b: FoldedEdge): FoldedEdge {
  if (!a) return b;
  const { link: _one, ...rest } = a;
  return {
    ...rest,
    hit: a.hit || b.hit,
    severed: a.severed && b.severed,
    assumed: a.assumed && b.assumed,
    strength: Math.max(a.strength, b.strength),
    links: a.links + b.links,
  };
}
