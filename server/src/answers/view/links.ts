/** Links between nodes drawn singly, and bundles where a group is at one end. */
import type { ViewBundle, ViewLink } from '@msp-impact/contract';
import {
  isAssumed,
  linkConfidence,
  linkGroup,
  linkId,
  linkRow,
  nodeId,
} from '../../snapshot/read.ts';
import type { Solved } from '../ask.ts';
import { strengthRange } from '../explain/steps.ts';
import type { NodeMask } from '../node-mask.ts';
import { groupName } from './groups.ts';

export interface DrawnLinks {
  readonly links: ViewLink[];
  readonly bundles: ViewBundle[];
  /** Assumed links left undrawn. */
  readonly hidden: number;
}

/** One pass over all links: O(links). `groupOf`: number of a node's group, 0 none. */
export function linksOf(
  solved: Solved,
  singles: NodeMask,
  groupOf: Uint8Array,
  hideAssumed: boolean,
): DrawnLinks {
  const { snapshot, engineQuestion } = solved;
  const { graph } = snapshot;
  const severed = new Set(engineQuestion.severed);
  const things = thingsOf(singles, groupOf);
  const drawn: number[] = [];
  const bundles = new Bundles(graph.nodeCount);
  let hidden = 0;
  for (let link = 0; link < graph.linkCount; link++) {
    const from = things[graph.from[link] as number] as number;
    const to = things[graph.to[link] as number] as number;
    if (from === OUTSIDE || to === OUTSIDE || linkRow(snapshot, link) < 0) continue;
    if (hideAssumed && isAssumed(snapshot, link)) hidden++;
    else if (from >= 0 && to >= 0) drawn.push(link);
    else bundles.add(from, to);
  }
  drawn.sort((a, b) => linkRow(snapshot, a) - linkRow(snapshot, b));
  const links = drawn.map((link) => viewLink(solved, link, severed.has(link)));
  return { links, bundles: bundles.list((thing) => thingName(solved, thing)), hidden };
}

const OUTSIDE = -1000;

/** What each node is drawn as: itself (its index), a group (minus its number), or nothing. */
function thingsOf(singles: NodeMask, groupOf: Uint8Array): Int32Array {
  return Int32Array.from(groupOf, (group, node) => {
    if (singles.has(node)) return node;
    return group === 0 ? OUTSIDE : -group;
  });
}

function thingName({ snapshot }: Solved, thing: number): string {
  return thing >= 0 ? nodeId(snapshot, thing) : groupName(-thing);
}

/** Links counted by what they join. */
class Bundles {
  readonly #counts = new Map<number, number>();
  readonly #width: number;

  constructor(nodeCount: number) {
    this.#width = nodeCount - OUTSIDE;
  }

  /** Links inside one group are not drawn. */
  add(from: number, to: number): void {
    if (from === to) return;
    const key = (from - OUTSIDE) * this.#width + (to - OUTSIDE);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  list(nameOf: (thing: number) => string): ViewBundle[] {
    const all = [...this.#counts].map(([key, count]) => ({
      from: nameOf(Math.floor(key / this.#width) + OUTSIDE),
      to: nameOf((key % this.#width) + OUTSIDE),
      count,
    }));
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
