/**
 * Nodes of which a source says that it does not record what they rely on. Who supplies them and
 * which parts they have is no answer to that; any other link is, whoever recorded it.
 */
import { type GraphInput, KINDS } from '@msp-impact/engine';
import type { DependencyColumns } from '../store/port.ts';
import { u8 } from './arrays.ts';
import type { NodeModel } from './snapshot.ts';

const SUPPLIER = KINDS.indexOf('supplier');

/** By node row; undefined when there are none. O(n), and O(m) where a source says so. */
export function silentOf(
  models: readonly (NodeModel | undefined)[],
  kind: Uint8Array,
  { from, to }: Pick<GraphInput['links'], 'from' | 'to'>,
  { ranges }: Pick<DependencyColumns, 'ranges'>,
): Uint8Array | undefined {
  const silent = u8(models.length);
  let some = false;
  for (let row = 0; row < models.length; row++) {
    if (!models[row]?.silent) continue;
    silent[row] = 1;
    some = true;
  }
  if (!some) return undefined;
  for (let link = 0; link < to.length; link++) {
    const dependent = to[link] as number;
    if (silent[dependent] === 0 || kind[from[link] as number] === SUPPLIER) continue;
    if (!isPart(ranges[link])) silent[dependent] = 0;
  }
  return silent;
}

function isPart(ranges: string | null | undefined): boolean {
  return typeof ranges === 'string' && (JSON.parse(ranges) as { part?: true }).part === true;
}
