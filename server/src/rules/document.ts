/** A whole document against its schema and all rules: every fault, in one report. Linear. */
import type { Fault, GraphDocument } from '@msp-impact/contract';
import { checkContract, checkDependency } from './check.ts';
import { documentView } from './document-view.ts';
import { Doubt } from './doubt.ts';
import { at, fault } from './fault.ts';
import { FaultList } from './fault-list.ts';
import { groupFaults } from './groups.ts';
import { checkNodeAlone } from './node.ts';
import { parentCircles } from './parents.ts';
import { checkFrame, checkShape, hasDocumentShape } from './shape.ts';
import { soundItem } from './sound.ts';
import type { RuleView } from './view.ts';

const LISTS = [
  ['nodes', 'node'],
  ['dependencies', 'dependency'],
  ['contracts', 'contract'],
] as const;

/**
 * @param value anything that JSON can hold
 * @param rules false: the shape alone
 * @returns the document, or the first 1,000 faults and their number. Where items have the wrong
 *   shape, the rules are still tried on what is sound of them, so that one report tells everything.
 */
export function checkDocument(
  value: unknown,
  rules = true,
): { document: GraphDocument } | { faults: FaultList } {
  const faults = new FaultList();
  if (hasDocumentShape(value)) {
    if (rules) checkRules(value, faults);
    return faults.total > 0 ? { faults } : { document: value };
  }
  faults.add(checkFrame(value));
  const part = soundPart(value, faults);
  // Without its lists nothing can be said of what names their items.
  if (rules && hasLists(value)) checkRules(part.document, faults, part);
  return { faults };
}

function hasLists(value: unknown): boolean {
  const { nodes, dependencies = [] } = (value ?? {}) as { nodes?: unknown; dependencies?: unknown };
  return Array.isArray(nodes) && Array.isArray(dependencies);
}

/** What is not sound, beside a document of what is. */
interface Unsound {
  readonly doubt: Doubt;
  /** Without the faults that the shape of an item has told already; `path` is the item's. */
  untold(found: readonly Fault[], path: string): readonly Fault[];
}

/** Every item with its sound parts, in its place; the faults of the others are added. */
function soundPart(value: unknown, faults: FaultList): Unsound & { document: GraphDocument } {
  const document = { nodes: [], dependencies: [], contracts: [] } as unknown as GraphDocument;
  const doubt = new Doubt();
  const given = (value ?? {}) as Record<string, unknown>;
  const shapeOf = new Map<string, () => Fault[]>();
  for (const [list, type] of LISTS) {
    const items = given[list];
    if (!Array.isArray(items)) continue;
    (document as Record<string, unknown>)[list] = items.map((item, i) => {
      const path = `$.${list}[${i}]`;
      const found = checkShape(type, item, path);
      if (found.length === 0) return item;
      faults.add(found);
      shapeOf.set(path, () => checkShape(type, item, path));
      const left = soundItem(type, item);
      doubt.note(type, item, left);
      return left;
    });
  }
  const untold = (found: readonly Fault[], path: string) => {
    const shape = found.length > 0 ? shapeOf.get(path) : undefined;
    if (!shape) return found;
    const told = new Set(shape().map((one) => one.path));
    return found.filter((one) => !told.has(one.path));
  };
  return { document, doubt, untold };
}

/** All rules. @param unsound of a document that holds the sound parts of its items alone */
function checkRules(document: GraphDocument, faults: FaultList, unsound?: Unsound): void {
  const view = documentView(document);
  const add = (found: readonly Fault[], path: string) =>
    faults.add(unsound ? unsound.untold(found, path) : found);
  for (const [list, type] of LISTS) {
    duplicates(document[list] ?? [], list, type).forEach(([path, one]) => {
      add([one], path);
    });
  }
  checkNodes(view, document, add, unsound?.doubt);
  faults.add(
    parentCircles(
      document.nodes,
      (id) => view.node(id)?.parent,
      (i) => `$.nodes[${i}]`,
    ),
  );
  const { dependencies = [], contracts = [] } = document;
  dependencies.forEach((link, i) => {
    const path = `$.dependencies[${i}]`;
    add(checkDependency(view, unsound?.doubt.judgeableLink(link) ?? link, path), path);
  });
  contracts.forEach((contract, i) => {
    const path = `$.contracts[${i}]`;
    add(checkContract(view, contract, path), path);
  });
}

function checkNodes(
  view: RuleView,
  { nodes }: GraphDocument,
  add: (found: readonly Fault[], path: string) => void,
  doubt: Doubt | undefined,
): void {
  nodes.forEach((node, i) => {
    const path = `$.nodes[${i}]`;
    const out: Fault[] = [];
    checkNodeAlone(view, doubt?.judgeableNode(node) ?? node, path, out);
    add(out, path);
    if (!node.groups || node.id === undefined) return;
    const groups = groupFaults(view, node.id, path);
    const sure = groups.filter(({ group }) => !doubt?.ofGroup(node.id, group));
    add(
      sure.map((found) => found.fault),
      path,
    );
  });
}

/** Each with the path of its item. */
function duplicates(items: readonly { id: string }[], list: string, what: string) {
  const first = new Map<string, number>();
  const out: [string, Fault][] = [];
  items.forEach(({ id }, i) => {
    const before = first.get(id);
    if (id === undefined) return;
    if (before === undefined) first.set(id, i);
    else {
      const reason = `another ${what} has this id already: $.${list}[${before}]`;
      out.push([`$.${list}[${i}]`, fault(at(`$.${list}[${i}]`, 'id'), id, reason)]);
    }
  });
  return out;
}
