import { SHARE } from '../codes.ts';
import type { Ends, GraphInput } from '../graph.ts';
import type { Members } from './groups.ts';
import type { Regions } from './regions.ts';

/** Applies `change` to each end once, so that ends that are one array stay one array. */
export function mapEnds(ends: Ends, change: (end: Float64Array) => Float64Array): Ends {
  const likely = change(ends.likely);
  const low = ends.low === ends.likely ? likely : change(ends.low);
  const high = ends.high === ends.likely ? likely : change(ends.high);
  return { low, likely, high };
}

/** Whether any end differs; ends that are equal, number for number, are no range. */
export function isRange({ low, likely, high }: Ends): boolean {
  const differs = (end: Float64Array) => end !== likely && end.some((x, i) => x !== likely[i]);
  return differs(low) || differs(high);
}

/** Values by input link, put in engine order; `made` for the links of a region's parts. */
export function byLink(members: Members, values: Float64Array, made: number): Float64Array {
  const { linkOrder } = members;
  const out = new Float64Array(linkOrder.length);
  for (let l = 0; l < out.length; l++) out[l] = linkOrder[l] < 0 ? made : values[linkOrder[l]];
  return out;
}

/**
 * Shares by engine link, summing to 1 in each share group. Links without a weight get equal shares
 * of what the others leave.
 */
export function sharesOf(input: GraphInput, regions: Regions, members: Members): Float64Array {
  const { groupRule, linkStart, source } = members;
  const weight = new Float64Array(source.length);
  const given = input.links.from.length;
  for (let l = 0; l < weight.length; l++) {
    if (groupRule[members.groupOf[l]] !== SHARE) continue;
    const i = source[l];
    weight[l] = i < given ? input.links.weight[i] : regions.weight[i - given];
  }
  for (let g = 0; g < groupRule.length; g++) {
    if (groupRule[g] === SHARE) fill(weight, linkStart[g], linkStart[g + 1]);
  }
  return weight;
}

/** Fills in missing shares between two links and scales all to sum 1. */
function fill(weight: Float64Array, begin: number, end: number): void {
  let [given, missing] = [0, 0];
  for (let l = begin; l < end; l++) {
    if (Number.isNaN(weight[l])) missing++;
    else given += weight[l];
  }
  const rest = missing > 0 ? Math.max(0, 1 - given) / missing : 0;
  const total = given + rest * missing;
  for (let l = begin; l < end; l++) {
    const share = Number.isNaN(weight[l]) ? rest : weight[l];
    weight[l] = total > 0 ? share / total : 1 / (end - begin);
  }
}
