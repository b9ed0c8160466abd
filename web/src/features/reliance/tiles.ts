/** Where each supplier's share lies in the picture of all shares; a pure function of shares and size. */
import type { ConcentrationShare } from '@msp-impact/contract';
import { hierarchy, treemap } from 'd3-hierarchy';

export interface Tile {
  /** Absent: the tile stands for all that are too small for one of their own. */
  readonly id?: string;
  readonly name: string;
  /** 0..1 of the known total. */
  readonly share: number;
  /** How many suppliers the tile stands for. */
  readonly stands: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Part = Pick<Tile, 'id' | 'name' | 'share' | 'stands'>;
interface Node {
  readonly part?: Part;
  readonly children?: readonly Node[];
}

/** Tiles drawn singly at most; a tile smaller than this (px²) has no room for its name. */
const MOST = 60;
const LEAST_AREA = 54 * 44;
const GAP_PX = 3;

/**
 * `shares`: largest first, 0..1; those beyond the list are `more` in number and make up the rest to 1.
 * Areas are in proportion to shares. A size of 0 gives no tiles.
 */
export function tilesOf(
  shares: readonly ConcentrationShare[],
  more: number,
  width: number,
  height: number,
): Tile[] {
  if (width <= 0 || height <= 0) return [];
  const parts = partsOf(shares, more, LEAST_AREA / (width * height));
  const root = hierarchy<Node>({ children: parts.map((part) => ({ part })) }, (of) => of.children);
  const tree = root.sum((of) => of.part?.share ?? 0);
  treemap().size([width, height]).padding(GAP_PX)(tree as never);
  return tree.leaves().flatMap(({ data, x0, y0, x1, y1 }) => {
    if (!data.part) return [];
    return [
      { ...data.part, x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) },
    ];
  });
}

function partsOf(shares: readonly ConcentrationShare[], more: number, least: number): Part[] {
  const singly = shares.filter((one, at) => at < MOST && one.share >= least);
  const parts: Part[] = singly.map(({ id, name, share }) => ({ id, name, share, stands: 1 }));
  const stands = shares.length - singly.length + more;
  const share = 1 - singly.reduce((sum, one) => sum + one.share, 0);
  if (stands === 0 || share <= 0) return parts;
  const rest = { name: `${stands.toLocaleString('en-GB')} smaller ones`, share, stands };
  // Largest first, the rest too: else the last tiles come out as slivers.
  return [...parts, rest].sort((a, b) => b.share - a.share);
}
