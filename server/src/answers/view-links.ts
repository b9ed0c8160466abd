/** Links between nodes drawn singly, and bundles where a group is at one end. */
import type { ViewBundle, ViewLink } from '@msp-impact/contract';
import { isAssumed, linkConfidence, linkGroup, linkId, linkRow, nodeId } from '../snapshot/read.ts';
import type { Solved } from './ask.ts';
import { strengthRange } from './explain-steps.ts';

export interface DrawnLinks {
  readonly links: ViewLink[];
  readonly bundles: ViewBundle[];
  /** Assumed links left undrawn. */
  readonly hidden: number;
}

/** One pass over all links: O(links). */
export function linksOf(
  solved: Solved,
  singles: ReadonlySet<number>,
  groupOf: ReadonlyMap<number, string>,
  hideAssumed: boolean,
): DrawnLinks {
  const { snapshot, engineQuestion } = solved;
  const { graph } = snapshot;
  const severed = new Set(engineQuestion.severed);
  const drawn: number[] = [];
  const bundles = new Bundles();
  let hidden = 0;
  for (let link = 0; link < graph.linkCount; link++) {
    const from = graph.from[link] as number;
    const to = graph.to[link] as number;
    const single = singles.has(from) && singles.has(to);
    if (!single && !groupOf.has(from) && !groupOf.has(to)) continue;
    if (linkRow(snapshot, link) < 0) continue;
    if (hideAssumed && isAssumed(snapshot, link)) hidden++;
    else if (single) drawn.push(link);
    else
      bundles.add(thingOf(solved, singles, groupOf, from), thingOf(solved, singles, groupOf, to));
  }
  drawn.sort((a, b) => linkRow(snapshot, a) - linkRow(snapshot, b));
  const links = drawn.map((link) => viewLink(solved, link, severed.has(link)));
  return { links, bundles: bundles.list(), hidden };
}

/** Id of the node drawn singly or of the group that holds it; undefined outside the picture. */
function thingOf(
  { snapshot }: Solved,
  singles: ReadonlySet<number>,
  groupOf: ReadonlyMap<number, string>,
  node: number,
): string | undefined {
  return singles.has(node) ? nodeId(snapshot, node) : groupOf.get(node);
}

class Bundles {
  readonly #byEnds = new Map<string, Map<string, ViewBundle>>();

  /** Links inside one group are not drawn. */
  add(from: string | undefined, to: string | undefined): void {
    if (from === undefined || to === undefined || from === to) return;
    const ends = this.#byEnds.get(from) ?? new Map<string, ViewBundle>();
    this.#byEnds.set(from, ends);
    const bundle = ends.get(to) ?? { from, to, count: 0 };
    bundle.count++;
    ends.set(to, bundle);
  }

  list(): ViewBundle[] {
    const all = [...this.#byEnds.values()].flatMap((ends) => [...ends.values()]);
    return all.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function viewLink({ snapshot, impact }: Solved, link: number, severed: boolean): ViewLink {
  const { graph, columns } = snapshot;
  const row = linkRow(snapshot, link);
  const from = graph.from[link] as number;
  const group = linkGroup(snapshot, link);
  const weight = graph.weight[link] as number;
  const confidence = linkConfidence(snapshot, link);
  return {
    id: linkId(snapshot, link),
    from: columns.dependencies.from[row] as string,
    to: columns.dependencies.to[row] as string,
    strength: graph.strength.likely[link] as number,
    ...strengthRange(snapshot, link),
    ...(group?.name === undefined ? {} : { group: group.name }),
    ...(group ? { rule: group.rule } : {}),
    ...(group?.rule === 'share' ? { weight } : {}),
    ...(confidence ? { confidence } : {}),
    assumed: isAssumed(snapshot, link),
    hit: severed || (impact.level.likely[from] as number) < 1,
    severed,
  };
}
