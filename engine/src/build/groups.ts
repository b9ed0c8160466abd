import { ALL, ANY, AT_LEAST, SHARE } from '../codes.ts';
import type { GraphInput } from '../graph.ts';
import { gatherIndices } from './gather.ts';
import type { Regions } from './regions.ts';
import { rowsBy } from './scc.ts';

/** -1 once it is read as a signed number. */
const NONE = 0xffffffff;

/** Groups and links in engine order, before links know where they read. */
export interface Members {
  groupStart: Uint32Array;
  groupNode: Uint32Array;
  groupRule: Uint8Array;
  groupNeed: Uint32Array;
  groupOrder: Int32Array;
  groupIndexOf: Int32Array;
  largestGroup: number;
  linkStart: Uint32Array;
  /** Engine link -> input link, or (from the number of input links on) made link. */
  source: Uint32Array;
  linkOrder: Int32Array;
  linkIndexOf: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
  groupOf: Uint32Array;
}

/**
 * Numbers groups by node and links by group. Per node: first one `all` group of the links that are
 * required on their own (min over them is the same as a group each, workarounds included), then the
 * groups handed in, by input index, then the parts of a region. Groups without a link are dropped.
 * `raw` numbers: input group g -> g, lone links of node v -> groups + v, parts of v -> groups + n + v.
 */
export function membersOf(input: GraphInput, regions: Regions, indexOf: Uint32Array): Members {
  const raw = rawGroups(input, regions);
  const table = numberGroups(input, raw, indexOf);
  const given = input.links.from.length;
  const key = gatherIndices(table.engineOf, raw);
  const links = rowsBy(table.count, key);
  const m = raw.length;
  const linkOrder = new Int32Array(m);
  const linkIndexOf = new Uint32Array(given);
  const from = new Uint32Array(m);
  const to = new Uint32Array(m);
  const groupOf = new Uint32Array(m);
  const { from: fromGiven } = input.links;
  const { groupNode } = table;
  for (let l = 0; l < m; l++) {
    const i = links.target[l];
    const made = i >= given;
    linkOrder[l] = made ? -1 : i;
    if (!made) linkIndexOf[i] = l;
    from[l] = indexOf[made ? regions.from[i - given] : fromGiven[i]];
    groupOf[l] = key[i];
    to[l] = groupNode[groupOf[l]];
  }
  const groupNeed = new Uint32Array(table.count);
  let largestGroup = 1;
  for (let g = 0; g < table.count; g++) {
    const size = links.start[g + 1] - links.start[g];
    largestGroup = Math.max(largestGroup, size);
    groupNeed[g] = needOf(
      table.groupRule[g],
      size,
      input.groups.k[table.groupOrder[g]],
      table.groupOrder[g],
    );
  }
  const { groupStart, groupRule, groupOrder } = table;
  const groupIndexOf = new Int32Array(table.engineOf.slice(0, input.groups.node.length));
  return {
    groupStart,
    groupNode,
    groupRule,
    groupNeed,
    groupOrder,
    groupIndexOf,
    largestGroup,
    linkStart: links.start,
    source: links.target,
    linkOrder,
    linkIndexOf,
    from,
    to,
    groupOf,
  };
}

function rawGroups(input: GraphInput, regions: Regions): Uint32Array {
  const groups = input.groups.node.length;
  const given = input.links.from.length;
  const raw = new Uint32Array(given + regions.from.length);
  for (let i = 0; i < given; i++) {
    const g = input.links.group[i];
    raw[i] = g >= 0 ? g : groups + input.links.to[i];
  }
  for (let i = 0; i < regions.to.length; i++) {
    raw[given + i] = groups + input.nodeCount + regions.to[i];
  }
  return raw;
}

function numberGroups(input: GraphInput, raw: Uint32Array, indexOf: Uint32Array) {
  const n = input.nodeCount;
  const groups = input.groups.node.length;
  const used = new Uint8Array(groups + 2 * n);
  for (const g of raw) used[g] = 1;
  // Lone groups, then groups handed in, then parts: the order within a node.
  const listed = new Uint32Array(used.length);
  let count = 0;
  for (let v = 0; v < n; v++) if (used[groups + v]) listed[count++] = groups + v;
  for (let g = 0; g < groups; g++) if (used[g]) listed[count++] = g;
  for (let v = 0; v < n; v++) if (used[groups + n + v]) listed[count++] = groups + n + v;
  const node = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const g = listed[i];
    node[i] = indexOf[g < groups ? input.groups.node[g] : (g - groups) % n];
  }
  const byNode = rowsBy(n, node);
  const engineOf = new Uint32Array(groups + 2 * n).fill(NONE);
  const groupNode = new Uint32Array(count);
  const groupRule = new Uint8Array(count);
  const groupOrder = new Int32Array(count);
  for (let e = 0; e < count; e++) {
    const i = byNode.target[e];
    const g = listed[i];
    engineOf[g] = e;
    groupNode[e] = node[i];
    groupOrder[e] = g < groups ? g : g < groups + n ? -1 : -2;
    groupRule[e] = g < groups ? input.groups.rule[g] : g < groups + n ? ALL : SHARE;
  }
  return { count, engineOf, groupStart: byNode.start, groupNode, groupRule, groupOrder };
}

/** Healthy members that keep a group whole. Throws RangeError on a k outside 1 .. size. */
function needOf(rule: number, size: number, k: number, group: number): number {
  if (rule === ANY) return 1;
  if (rule !== AT_LEAST) return size;
  if (!(k >= 1 && k <= size)) {
    throw new RangeError(
      `groups.k[${group}] is ${k}: it must lie between 1 and its ${size} members`,
    );
  }
  return k;
}
