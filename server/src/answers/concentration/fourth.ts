/**
 * Suppliers' suppliers. Their exposures overlap (one product can stand on several of them), so each
 * has a loss if it stops, and never a share.
 */
import type { FourthPartiesAnswer } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import { nodeId, nodeName, nodeRow } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { byLoss, type Losses, lossShown } from './losses.ts';
import type { Register } from './register.ts';

const SUPPLIER = KINDS.indexOf('supplier');
const PRODUCT = KINDS.indexOf('product');
const NAMED = 100;

export function fourthPartiesAnswer(
  register: Register,
  losses: Losses,
  limit = 200,
): FourthPartiesAnswer {
  const { snapshot } = register;
  const found = fourthParties(snapshot).sort(byLoss(snapshot, losses));
  const held = new Map<number, number>();
  for (const row of register.supplier) held.set(row, (held.get(row) ?? 0) + 1);
  const rows = found.slice(0, limit).map((node) => {
    const { hides, through } = behind(snapshot, node);
    return {
      ...named(snapshot, node),
      loss: lossShown(losses, node),
      contracts: held.get(nodeRow(snapshot, node)) ?? 0,
      hides: hides.slice(0, NAMED).map((one) => named(snapshot, one)),
      through: through.slice(0, NAMED).map((one) => named(snapshot, one)),
      more: Math.max(0, hides.length - NAMED) + Math.max(0, through.length - NAMED),
    };
  });
  return { revision: snapshot.revision, total: found.length, rows };
}

export function named(snapshot: Snapshot, node: number) {
  return { id: nodeId(snapshot, node), name: nodeName(snapshot, node) };
}

/** What a node supplies directly. */
function* dependents({ graph }: Snapshot, node: number): Iterable<number> {
  const end = graph.outStart[node + 1] as number;
  for (let i = graph.outStart[node] as number; i < end; i++) {
    if ((graph.linkOrder[graph.outLink[i] as number] as number) >= 0)
      yield graph.outTo[i] as number;
  }
}

/** Suppliers that another supplier relies on, or with a product that another's product relies on. */
function fourthParties(snapshot: Snapshot): number[] {
  const { graph } = snapshot;
  const found: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.kind[node] === SUPPLIER && isFourthParty(snapshot, node)) found.push(node);
  }
  return found;
}

function isFourthParty(snapshot: Snapshot, node: number): boolean {
  const { kind } = snapshot.graph;
  const own = new Set(dependents(snapshot, node));
  for (const one of own) {
    if (kind[one] === SUPPLIER) return true;
    if (kind[one] !== PRODUCT) continue;
    for (const next of dependents(snapshot, one)) {
      if (next !== node && kind[next] === SUPPLIER) return true;
      if (kind[next] === PRODUCT && !own.has(next)) return true;
    }
  }
  return false;
}

/** Products and suppliers that rely on it through suppliers and products, its own products apart; by id. */
function behind(snapshot: Snapshot, start: number): { hides: number[]; through: number[] } {
  const { graph } = snapshot;
  const own = new Set(dependents(snapshot, start));
  const seen = new Set([start]);
  const queue = [start];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const next of dependents(snapshot, node)) {
      const kind = graph.kind[next];
      if ((kind !== SUPPLIER && kind !== PRODUCT) || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  seen.delete(start);
  const byId = (a: number, b: number) => (graph.order[a] as number) - (graph.order[b] as number);
  const all = [...seen].sort(byId);
  return {
    hides: all.filter((node) => graph.kind[node] === PRODUCT && !own.has(node)),
    through: all.filter((node) => graph.kind[node] === SUPPLIER),
  };
}
