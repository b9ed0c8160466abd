/** Regions and boards as tiles, grouped by the nation in which they lie. A cartogram: no map data. */
import type { ViewNode } from '@msp-impact/contract';

export interface MapBlock {
  readonly id: string;
  readonly name: string;
  /** The nation itself; absent for areas that lie in nothing. */
  readonly nation: ViewNode | undefined;
  readonly tiles: readonly ViewNode[];
}

/** My area's nation first, then the ones with the most tiles; tiles by name, my area first. */
export function blocksOf(regions: readonly ViewNode[], area: string | undefined): MapBlock[] {
  const byId = new Map(regions.map((region) => [region.id, region]));
  const parents = new Set(regions.map((region) => region.parent));
  const blocks = new Map<string, ViewNode[]>();
  const alone: ViewNode[] = [];
  for (const region of regions) {
    const top = topOf(region, byId);
    if (top === region && !parents.has(region.id)) alone.push(region);
    else
      blocks.set(top.id, [
        ...(blocks.get(top.id) ?? []),
        ...(top === region || parents.has(region.id) ? [] : [region]),
      ]);
  }
  const mine = area === undefined ? undefined : byId.get(area);
  const first = mine && topOf(mine, byId).id;
  const nations = [...blocks].map(([id, tiles]) => ({
    id,
    name: byId.get(id)!.name,
    nation: byId.get(id),
    tiles: sorted(tiles, area),
  }));
  nations.sort(
    (a, b) =>
      Number(b.id === first) - Number(a.id === first) ||
      b.tiles.length - a.tiles.length ||
      compare(a.name, b.name),
  );
  if (alone.length === 0) return nations;
  return [
    ...nations,
    {
      id: '',
      name: nations.length > 0 ? 'Other areas' : 'Areas',
      nation: undefined,
      tiles: sorted(alone, area),
    },
  ];
}

const compare = (a: string, b: string) => a.localeCompare(b, 'en-GB', { numeric: true });
const sorted = (tiles: readonly ViewNode[], area: string | undefined) =>
  [...tiles].sort(
    (a, b) => Number(b.id === area) - Number(a.id === area) || compare(a.name, b.name),
  );

/** The topmost area that holds it; a cycle cannot stand in the data, but must not hang the page. */
function topOf(region: ViewNode, byId: ReadonlyMap<string, ViewNode>): ViewNode {
  let at = region;
  for (let steps = 0; steps < 50; steps++) {
    const parent = at.parent === undefined ? undefined : byId.get(at.parent);
    if (!parent) return at;
    at = parent;
  }
  return at;
}
