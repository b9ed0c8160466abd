/** The counters' filter on what is drawn: the same rule as the table's (table/rows.ts). */
import type { GraphView, State, ViewGroup } from '@msp-impact/contract';
import type { FilterState } from '../../url/view.ts';

const STATUS: Readonly<Record<FilterState, ViewGroup['status']>> = {
  down: 'hit',
  degraded: 'hit',
  'at-risk': 'last-option',
  unknown: 'not-known',
};

/**
 * Only nodes in these states, besides what the question marks, `keep`, and the nations that hold a kept
 * region. No states: the view itself. `shown` and `grouped` say what is left, never more.
 */
export function filterView(
  view: GraphView,
  states: readonly FilterState[],
  keep: readonly (string | undefined)[],
): GraphView {
  if (states.length === 0) return view;
  const wanted = new Set<State>(states);
  const kept = view.nodes.filter(
    (node) => wanted.has(node.state) || node.marked !== undefined || keep.includes(node.id),
  );
  const parents = new Set(kept.map((node) => node.parent));
  const ids = new Set(kept.map((node) => node.id));
  const nodes = view.nodes.filter(
    (node) => ids.has(node.id) || (node.kind === 'region' && parents.has(node.id)),
  );
  const statuses = new Set(states.map((state) => STATUS[state]));
  const groups = view.groups.filter((group) => statuses.has(group.status));
  const drawn = new Set([...nodes.map((node) => node.id), ...groups.map((group) => group.id)]);
  return {
    ...view,
    nodes,
    groups,
    links: view.links.filter((link) => drawn.has(link.from) && drawn.has(link.to)),
    bundles: view.bundles.filter((bundle) => drawn.has(bundle.from) && drawn.has(bundle.to)),
    shown: nodes.length,
    grouped: groups.reduce((sum, group) => sum + group.count, 0),
  };
}
