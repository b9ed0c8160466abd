import { SUPPLIER } from '../codes.ts';
import type { Aids, Graph, GraphInput } from '../graph.ts';
import { checkInput } from './check.ts';
import { circlesOf } from './circles.ts';
import { gather, gatherCodes, gatherIndices } from './gather.ts';
import { type Members, membersOf } from './groups.ts';
import { number } from './numbering.ts';
import { type Regions, regionsOf } from './regions.ts';
import { rowsBy } from './scc.ts';
import { byLink, isRange, mapEnds, sharesOf } from './values.ts';

/**
 * Builds the graph that every other function reads.
 * Throws RangeError naming the place and the value on input that breaks a precondition.
 * O(n + m) apart from circles, whose grounding is a solution of its own.
 */
export function buildGraph(input: GraphInput): Graph {
  checkInput(input);
  const regions = regionsOf(input);
  const arcs = arcsOf(input, regions);
  const numbering = number(input.nodeCount, arcs.from, arcs.to);
  const { order, indexOf } = numbering;
  const members = membersOf(input, regions, indexOf);
  const out = rowsBy(input.nodeCount, members.from);
  const weight = sharesOf(input, regions, members);
  const aids = aidsOf(input, members, indexOf);
  const strength = mapEnds(input.links.strength, (end) => byLink(members, end, 1));
  const base = {
    nodeCount: input.nodeCount,
    linkCount: members.from.length,
    groupCount: members.groupNode.length,
    order,
    indexOf,
    ...members,
    weight,
    kind: gatherCodes(input.kind, order),
    downAt: gather(input.downAt, order),
    population: gather(input.population, order),
    restartLag: mapEnds(input.restartLag, (end) => gather(end, order)),
    ...crowdsOf(input.population, regions.leaf, order),
    leafRegions: nodesWhere(order, (i) => regions.leaf[i] === 1),
    peopleKnown: input.population.some((count, i) => regions.leaf[i] === 1 && !Number.isNaN(count)),
    assumedShares: regions.assumed.map((i) => indexOf[i]).sort(),
    unrecorded: unrecordedOf(input, regions, members, order),
    strength,
    buffer: mapEnds(input.links.buffer, (end) => byLink(members, end, 0)),
    outStart: out.start,
    outLink: out.target,
    outGroup: gatherIndices(members.groupOf, out.target),
    outTo: gatherIndices(members.to, out.target),
    outStrength: mapEnds(strength, (end) => gather(end, out.target)),
    inStart: gatherIndices(members.linkStart, members.groupStart),
    aids,
    ranged: isRange(input.links.strength) || isRange(input.workarounds.capacity),
  };
  return { ...base, ...circlesOf(base, numbering) };
}

/** People of the leaf regions by node, and those of them of which nobody knows how many. */
function crowdsOf(population: Float64Array, leaf: Uint8Array, order: Uint32Array) {
  const crowd = new Float64Array(order.length);
  const unknownCrowds: number[] = [];
  for (let v = 0; v < order.length; v++) {
    if (leaf[order[v]] !== 1) continue;
    if (Number.isNaN(population[order[v]])) unknownCrowds.push(v);
    else crowd[v] = population[order[v]];
  }
  return { crowd, unknownCrowds: Uint32Array.from(unknownCrowds) };
}

/** Everything the numbering must respect: links, parts of regions, and the nodes of workarounds. */
function arcsOf(input: GraphInput, regions: Regions): { from: Uint32Array; to: Uint32Array } {
  const { links, workarounds } = input;
  const via = Array.from(workarounds.via.keys()).filter((w) => workarounds.via[w] >= 0);
  const from = new Uint32Array(links.from.length + regions.from.length + via.length);
  const to = new Uint32Array(from.length);
  from.set(links.from);
  to.set(links.to);
  from.set(regions.from, links.from.length);
  to.set(regions.to, links.from.length);
  const rest = links.from.length + regions.from.length;
  for (let i = 0; i < via.length; i++) {
    from[rest + i] = workarounds.via[via[i]];
    to[rest + i] = workarounds.node[via[i]];
  }
  return { from, to };
}

function nodesWhere(order: Uint32Array, holds: (input: number) => boolean): Uint32Array {
  const found: number[] = [];
  for (let v = 0; v < order.length; v++) if (holds(order[v])) found.push(v);
  return Uint32Array.from(found);
}

function unrecordedOf(
  input: GraphInput,
  regions: Regions,
  members: Members,
  order: Uint32Array,
): Uint32Array {
  const { groupStart } = members;
  const found: number[] = [];
  for (let v = 0; v < order.length; v++) {
    const i = order[v];
    const relies = groupStart[v] < groupStart[v + 1] && input.silent?.[i] !== 1;
    if (!relies && !regions.whole[i] && input.kind[i] !== SUPPLIER) found.push(v);
  }
  return Uint32Array.from(found);
}

function aidsOf(input: GraphInput, members: Members, indexOf: Uint32Array): Aids {
  const { workarounds } = input;
  const node = workarounds.node.map((i) => indexOf[i]);
  const via = workarounds.via.map((i) => (i < 0 ? -1 : indexOf[i]));
  const group: number[] = [];
  const aid: number[] = [];
  for (let w = 0; w < node.length; w++) {
    const named = workarounds.group[w];
    const begin = named < 0 ? members.groupStart[node[w]] : members.groupIndexOf[named];
    const end = named < 0 ? members.groupStart[node[w] + 1] : begin + 1;
    for (let g = Math.max(begin, 0); g < end; g++) {
      group.push(g);
      aid.push(w);
    }
  }
  const rows = rowsBy(members.groupNode.length, Uint32Array.from(group), Uint32Array.from(aid));
  const needing = Uint32Array.from(node.keys()).filter((w) => via[w] >= 0);
  const byVia = rowsBy(
    input.nodeCount,
    needing.map((w) => via[w]),
    needing,
  );
  return {
    count: node.length,
    node,
    via,
    capacity: mapEnds(workarounds.capacity, (end) => end.slice()),
    after: mapEnds(workarounds.after, (end) => end.slice()),
    lasts: mapEnds(workarounds.lasts, (end) => end.slice()),
    groupStart: rows.start,
    byGroup: rows.target,
    viaStart: byVia.start,
    byVia: byVia.target,
  };
}
