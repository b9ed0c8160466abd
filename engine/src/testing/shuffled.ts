import type { GraphInput } from '../graph.ts';

/** The same graph with nodes, links, groups and workarounds in another order; `node`, `link`: where each went. */
export function shuffled(input: GraphInput, next: () => number) {
  const { links, groups, workarounds } = input;
  const node = shuffle(input.nodeCount, next);
  const link = shuffle(links.from.length, next);
  const group = shuffle(groups.node.length, next);
  const aid = shuffle(workarounds.node.length, next);
  const asNode = (x: number) => node[x];
  const asGroup = (x: number) => group[x];
  return {
    node,
    link,
    input: {
      nodeCount: input.nodeCount,
      kind: moved(input.kind, node),
      downAt: moved(input.downAt, node),
      parent: moved(input.parent, node, asNode),
      population: moved(input.population, node),
      links: {
        from: moved(links.from, link, asNode),
        to: moved(links.to, link, asNode),
        group: moved(links.group, link, asGroup),
        strength: ends(links.strength, link),
        weight: moved(links.weight, link),
        buffer: ends(links.buffer, link),
      },
      groups: {
        node: moved(groups.node, group, asNode),
        rule: moved(groups.rule, group),
        k: moved(groups.k, group),
      },
      workarounds: {
        node: moved(workarounds.node, aid, asNode),
        group: moved(workarounds.group, aid, asGroup),
        capacity: ends(workarounds.capacity, aid),
        via: moved(workarounds.via, aid, asNode),
        after: ends(workarounds.after, aid),
        lasts: ends(workarounds.lasts, aid),
      },
      restartLag: ends(input.restartLag, node),
    } satisfies GraphInput,
  };
}

function shuffle(count: number, next: () => number): number[] {
  const to = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [to[i], to[j]] = [to[j], to[i]];
  }
  return to;
}

function moved<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  array: T,
  to: number[],
  map = (x: number) => x,
): T {
  const out = array.slice() as T;
  array.forEach((x: number, i: number) => {
    out[to[i]] = x < 0 ? x : map(x);
  });
  return out;
}

function ends({ low, likely, high }: GraphInput['restartLag'], to: number[]) {
  return { low: moved(low, to), likely: moved(likely, to), high: moved(high, to) };
}
