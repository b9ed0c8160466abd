import { AT_LEAST, KINDS, REGION, RULES } from '../codes.ts';
import type { Ends, GraphInput } from '../graph.ts';

/**
 * Checks what the builder relies on. Documents are validated elsewhere, with all their errors at
 * once; this is the last line. Throws RangeError with the place and the value. O(n + m).
 */
export function checkInput(input: GraphInput): void {
  const { nodeCount: n, links, groups, workarounds } = input;
  lengths('', { kind: input.kind, downAt: input.downAt, parent: input.parent }, n);
  lengths('', { population: input.population }, n);
  if (input.silent) lengths('', { silent: input.silent }, n);
  lengths('links.', { to: links.to, group: links.group, weight: links.weight }, links.from.length);
  lengths('groups.', { rule: groups.rule, k: groups.k }, groups.node.length);
  lengths(
    'workarounds.',
    { group: workarounds.group, via: workarounds.via },
    workarounds.node.length,
  );
  codes('kind', input.kind, KINDS.length);
  codes('groups.rule', groups.rule, RULES.length);
  indices('links.from', links.from, 0, n);
  indices('links.to', links.to, 0, n);
  indices('links.group', links.group, -1, groups.node.length);
  indices('groups.node', groups.node, 0, n);
  indices('workarounds.node', workarounds.node, 0, n);
  indices('workarounds.group', workarounds.group, -1, groups.node.length);
  indices('workarounds.via', workarounds.via, -1, n);
  indices('parent', input.parent, -1, n);
  fractions('downAt', input.downAt);
  ends('links.strength', links.strength, links.from.length);
  ends('workarounds.capacity', workarounds.capacity, workarounds.node.length);
  owners('links', links.group, links.to, groups.node);
  owners('workarounds', workarounds.group, workarounds.node, groups.node);
  weights(links.weight);
  needs(input);
  tree(input);
}

function refuse(place: string, value: number, right: string): never {
  throw new RangeError(`${place} is ${value}: ${right}`);
}

function lengths(prefix: string, arrays: Record<string, ArrayLike<number>>, n: number): void {
  for (const [name, array] of Object.entries(arrays)) {
    if (array.length !== n) refuse(`${prefix}${name}.length`, array.length, `it must be ${n}`);
  }
}

function codes(name: string, array: Uint8Array, count: number): void {
  indices(name, array, 0, count);
}

function indices(name: string, array: ArrayLike<number>, least: number, count: number): void {
  for (let i = 0; i < array.length; i++) {
    if (array[i] < least || array[i] >= count) {
      refuse(`${name}[${i}]`, array[i], `it must lie between ${least} and ${count - 1}`);
    }
  }
}

function fractions(name: string, array: Float64Array): void {
  for (let i = 0; i < array.length; i++) {
    if (!(array[i] >= 0 && array[i] <= 1)) refuse(`${name}[${i}]`, array[i], 'it must lie in 0..1');
  }
}

function ends(name: string, { low, likely, high }: Ends, count: number): void {
  lengths(`${name}.`, { low, likely, high }, count);
  fractions(`${name}.likely`, likely);
  if (low === likely && high === likely) return;
  fractions(`${name}.low`, low);
  fractions(`${name}.high`, high);
  for (let i = 0; i < count; i++) {
    if (low[i] > likely[i]) refuse(`${name}.low[${i}]`, low[i], `it must not exceed ${likely[i]}`);
    if (high[i] < likely[i]) refuse(`${name}.high[${i}]`, high[i], `it must reach ${likely[i]}`);
  }
}

function owners(name: string, group: Int32Array, node: Uint32Array, owner: Uint32Array): void {
  for (let i = 0; i < group.length; i++) {
    if (group[i] >= 0 && owner[group[i]] !== node[i]) {
      refuse(
        `${name}.group[${i}]`,
        group[i],
        `it is a group of node ${owner[group[i]]}, not ${node[i]}`,
      );
    }
  }
}

function weights(weight: Float64Array): void {
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] < 0) refuse(`links.weight[${i}]`, weight[i], 'it must not be negative');
  }
}

function needs({ groups }: GraphInput): void {
  for (let g = 0; g < groups.k.length; g++) {
    if (groups.rule[g] === AT_LEAST && groups.k[g] < 1) {
      refuse(`groups.k[${g}]`, groups.k[g], 'at least one member must be needed');
    }
  }
}

/** Regions must not lie in a ring of parents. Each node is walked once. */
function tree({ nodeCount, kind, parent }: GraphInput): void {
  const walk = new Int32Array(nodeCount).fill(-1);
  for (let v = 0; v < nodeCount; v++) {
    let at = v;
    while (at >= 0 && kind[at] === REGION && walk[at] < 0) {
      walk[at] = v;
      at = parent[at];
    }
    if (at >= 0 && kind[at] === REGION && walk[at] === v) {
      refuse(`parent[${at}]`, parent[at], 'a region must not lie in itself');
    }
  }
}
