/**
 * How hard to replace × how critical, after P. Kraljic, Purchasing must become supply management,
 * Harvard Business Review 61 (1983): strategic (hard, critical), bottleneck (hard, not critical),
 * leverage (easy, critical), routine.
 */
import type { Quadrant, ReplaceMatrixAnswer, Substitutability } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import { linkId, linkRow, linksOutOf, nodeId, nodeRow } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { named } from './fourth.ts';
import { byLoss, type Loss, type Losses, lossShown } from './losses.ts';
import { hardest, type Register } from './register.ts';
import { contractsBySupplier, supplierWayOut, wayOutShown } from './ways-out.ts';

const SUPPLIER = KINDS.indexOf('supplier');
const PRODUCT = KINDS.indexOf('product');
/** Priorities 1 and 2 are critical. */
const CRITICAL = 2;

/** Suppliers that supply something, largest loss first. */
export function matrixAnswer(
  register: Register,
  losses: Losses,
  limit = 1000,
): ReplaceMatrixAnswer {
  const { snapshot } = register;
  const nodes = [...losses.of.keys()].sort(byLoss(snapshot, losses));
  const contracts = contractsBySupplier(register);
  const all = nodes.map((node) => rowOf(register, losses, node, contracts));
  const counts: Record<string, number> = {};
  for (const { quadrant } of all) counts[quadrant] = (counts[quadrant] ?? 0) + 1;
  const rows = all.slice(0, limit);
  const unlinked = unlinkedSuppliers(snapshot);
  return { revision: snapshot.revision, counts, total: all.length, unlinked, rows };
}

function unlinkedSuppliers({ graph }: Snapshot): number {
  let some = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    const suppliesNothing = graph.outStart[node] === graph.outStart[node + 1];
    if (graph.kind[node] === SUPPLIER && suppliesNothing) some++;
  }
  return some;
}

function rowOf(
  register: Register,
  losses: Losses,
  node: number,
  contracts: ReadonlyMap<number, readonly number[]>,
) {
  const { snapshot, details } = register;
  const links = [...suppliedBy(snapshot, node)];
  const replace = hardest(links.map((id) => details.substitutability.get(id) ?? -1));
  const held = contracts.get(nodeRow(snapshot, node)) ?? [];
  const loss = losses.of.get(node);
  const critical = isCritical(register, loss);
  const topPriority = topPriorityOf(register, loss?.lowered ?? new Uint32Array());
  return {
    ...named(snapshot, node),
    ...(replace ? { replace } : {}),
    critical,
    loss: lossShown(losses, node),
    ...(topPriority === undefined ? {} : { topPriority }),
    quadrant: quadrantOf(replace, critical),
    ...wayOutShown(snapshot, supplierWayOut(register, links, held)),
  };
}

/** Its own links, and those by which its products are used: their ids. */
function* suppliedBy(snapshot: Snapshot, supplier: number): Iterable<string> {
  const { graph } = snapshot;
  const nodes = [supplier, ...ownProducts(snapshot, supplier)];
  for (const node of nodes) {
    for (const link of linksOutOf(snapshot, node)) {
      if (linkRow(snapshot, link) < 0) continue;
      if (node !== supplier && graph.kind[graph.to[link] as number] === SUPPLIER) continue;
      yield linkId(snapshot, link);
    }
  }
}

function ownProducts(snapshot: Snapshot, supplier: number): number[] {
  const { graph } = snapshot;
  const ends = Array.from(linksOutOf(snapshot, supplier), (link) => graph.to[link] as number);
  return [...new Set(ends)].filter((node) => graph.kind[node] === PRODUCT);
}

/** Alone it stops a service of priority 1 or 2, or one whose priority nobody recorded. */
function isCritical({ snapshot, details }: Register, loss: Loss | undefined): boolean {
  return (loss?.stopped ?? new Uint32Array()).some(
    (node) => (details.priority.get(nodeId(snapshot, node)) ?? CRITICAL) <= CRITICAL,
  );
}

function topPriorityOf({ snapshot, details }: Register, nodes: Uint32Array): number | undefined {
  let top: number | undefined;
  for (const node of nodes) {
    const priority = details.priority.get(nodeId(snapshot, node));
    if (priority !== undefined && priority < (top ?? Number.POSITIVE_INFINITY)) top = priority;
  }
  return top;
}

function quadrantOf(replace: Substitutability | undefined, critical: boolean): Quadrant {
  if (!replace) return 'not-known';
  const hard = replace === 'complex' || replace === 'none';
  if (hard) return critical ? 'strategic' : 'bottleneck';
  return critical ? 'leverage' : 'routine';
}
