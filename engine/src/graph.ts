/** The graph as it is handed in, and as the engine keeps it. */

/** A number as three ends. Without ranges all three are the same array object. */
export interface Ends {
  low: Float64Array;
  likely: Float64Array;
  high: Float64Array;
}

export interface LinkInput {
  from: Uint32Array;
  to: Uint32Array;
  /** Index into `groups`; -1: required on its own. */
  group: Int32Array;
  /** 0..1, the share of the dependent that is lost with the provider. */
  strength: Ends;
  /** Share of the group; NaN when none is recorded. Read in share groups only. */
  weight: Float64Array;
  /** Hours. */
  buffer: Ends;
}

export interface GroupInput {
  node: Uint32Array;
  /** Rule code. */
  rule: Uint8Array;
  /** Members that are needed; read for `atLeast` only. */
  k: Uint32Array;
}

export interface WorkaroundInput {
  node: Uint32Array;
  /** Index into `groups`; -1: stands in for each group of the node. */
  group: Int32Array;
  /** 0..1. */
  capacity: Ends;
  /** Node that it needs itself; -1 none. */
  via: Int32Array;
  /** Hours. */
  after: Ends;
  /** Hours. */
  lasts: Ends;
}

export interface GraphInput {
  nodeCount: number;
  /** Kind code. */
  kind: Uint8Array;
  downAt: Float64Array;
  /** -1 none; only the parent (a region) of a region matters. */
  parent: Int32Array;
  /** NaN: not known. */
  population: Float64Array;
  links: LinkInput;
  groups: GroupInput;
  workarounds: WorkaroundInput;
  /** Hours. */
  restartLag: Ends;
  /** 1: nobody recorded what the node relies on, whatever links lead to it. Default: 0 for all. */
  silent?: Uint8Array;
}

/**
 * The graph in engine order. Nodes are numbered topologically over the condensation (depth, then
 * input index; members of a circle adjacent), so every link outside a circle runs upwards.
 * Groups are numbered by node, links by group: node v has the groups groupStart[v] ..
 * groupStart[v+1], group g the links linkStart[g] .. linkStart[g+1]. Immutable once built.
 */
export interface Graph {
  readonly nodeCount: number;
  /** Links handed in, and those made for regions with parts. */
  readonly linkCount: number;
  readonly groupCount: number;
  /** Engine index -> input index. */
  readonly order: Uint32Array;
  /** Input index -> engine index. */
  readonly indexOf: Uint32Array;
  /** Engine link -> input link; -1: made for a region's part. */
  readonly linkOrder: Int32Array;
  /** Input link -> engine link. */
  readonly linkIndexOf: Uint32Array;

  readonly kind: Uint8Array;
  readonly downAt: Float64Array;
  readonly population: Float64Array;
  readonly restartLag: Ends;
  /** Regions without child regions, ascending. */
  readonly leafRegions: Uint32Array;
  /** People of a node that is a leaf region, where they are on record; else 0. */
  readonly crowd: Float64Array;
  /** Leaf regions whose people are not on record, ascending. */
  readonly unknownCrowds: Uint32Array;
  /** Whether any leaf region's population is on record. */
  readonly peopleKnown: boolean;
  /** Regions whose parts are weighted equally because a population is unknown, ascending. */
  readonly assumedShares: Uint32Array;
  /** Products, services and regions of which nobody recorded what they rely on, ascending. */
  readonly unrecorded: Uint32Array;

  readonly groupStart: Uint32Array;
  readonly groupNode: Uint32Array;
  /** Rule code. */
  readonly groupRule: Uint8Array;
  /** Healthy members needed: all n, any 1, atLeast k, share n. */
  readonly groupNeed: Uint32Array;
  /** Input group; -1: the links required on their own; -2: a region's parts. */
  readonly groupOrder: Int32Array;
  readonly largestGroup: number;

  readonly linkStart: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly groupOf: Uint32Array;
  readonly strength: Ends;
  /** Share groups: the shares, sum 1. Elsewhere 0. */
  readonly weight: Float64Array;
  readonly buffer: Ends;

  /** Links by provider: outLink[outStart[v] .. outStart[v+1]]. */
  readonly outStart: Uint32Array;
  readonly outLink: Uint32Array;
  readonly outGroup: Uint32Array;
  readonly outTo: Uint32Array;
  readonly outStrength: Ends;
  /** Links into node v, over all its groups: inStart[v] .. inStart[v+1]. */
  readonly inStart: Uint32Array;

  readonly aids: Aids;
  readonly circles: Circles;
  /** Nodes that their circle leaves without ground before any outage, ascending. */
  readonly groundless: Uint32Array;
  /** A strength or a capacity is a range. */
  readonly ranged: boolean;
}

/** Workarounds, in input order. `via` and `slot` are what a workaround reads. */
export interface Aids {
  readonly count: number;
  readonly node: Uint32Array;
  readonly via: Int32Array;
  readonly capacity: Ends;
  readonly after: Ends;
  readonly lasts: Ends;
  /** Workarounds by group: byGroup[groupStart[g] .. groupStart[g+1]]. */
  readonly groupStart: Uint32Array;
  readonly byGroup: Uint32Array;
  /** Workarounds by the node they need: byVia[viaStart[v] .. viaStart[v+1]]. */
  readonly viaStart: Uint32Array;
  readonly byVia: Uint32Array;
}

/**
 * Strongly connected components that hold a circle, and where each link reads its provider's level.
 * Slots 0 .. n-1 are the nodes, slot n is always 0 (a severed link), slot n+1 always 1 (a workaround
 * that needs no node); further slots hold the greatest solution in the making of nodes that
 * required links tie into a ring.
 */
export interface Circles {
  readonly count: number;
  /** Circle of a node; -1: none. */
  readonly of: Int32Array;
  /** Members are the nodes first[c] .. end[c]. */
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  /** Slot of the greatest solution; the node itself outside such rings. */
  readonly upperSlot: Uint32Array;
  readonly slotCount: number;
  /** Slot that a link, a workaround reads. */
  readonly linkSlot: Uint32Array;
  readonly aidSlot: Uint32Array;
  /** Round in which a member finds ground before any outage; NEVER: only in the limit. */
  readonly rank: Uint32Array;
  /**
   * Along outLink: bit e set when the loss of this link at end e can take away a group's ground;
   * DIRECT set when the group is `all`, outside circles and without workarounds, so that what is felt
   * over the link bounds the dependent at once.
   */
  readonly outCounted: Uint8Array;
  /** 1: a node with a group that is not direct. */
  readonly mixed: Uint8Array;
  /** Losses that a group takes before its node may fall. */
  readonly spare: Uint32Array;
}

export const NEVER = 0xffffffff;
export const DIRECT = 8;
