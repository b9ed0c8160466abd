/** Another hour on the same layout: boxes stay where they are, what they say changes. */
import type { GraphView } from '@msp-impact/contract';
import { foldView } from '../../picture/layout/fold.ts';
import type { Layout } from '../../picture/layout.ts';

/** `view` has the nodes and links of the layout's own view. O(n + m), a few ms for 500 nodes. */
export function reskin(layout: Layout, view: GraphView): Layout {
  const fresh = foldView(view, layout.options.openNation);
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const nations = new Map(fresh.nations.map((nation) => [nation.node.id, nation]));
  const edges = new Map(fresh.edges.map((edge) => [edge.id, edge]));
  return {
    ...layout,
    view,
    // The words of a graph at rest are longer: they would move the legend.
    folded: { ...fresh, idle: layout.folded.idle },
    placed: layout.placed.map((box) => {
      const node = box.node && nodes.get(box.node.id);
      const nation = box.nation && nations.get(box.nation.node.id);
      return { ...box, ...(node && { node }), ...(nation && { nation }) };
    }),
    edges: layout.edges.map((edge) => {
      const now = edges.get(edge.id);
      return now ? { ...edge, hit: now.hit, severed: now.severed } : edge;
    }),
  };
}
