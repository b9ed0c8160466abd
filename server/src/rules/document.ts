/** A whole document against its schema and all rules: every fault, in one report. Linear. */
import {
  type Contract,
  type Dependency,
  type Fault,
  GRAPH_FORMAT,
  type GraphDocument,
  type GraphNode,
} from '@msp-impact/contract';
import { checkContract, checkDependency, checkGroupsOf } from './check.ts';
import {
  type Doubtful,
  documentView,
  judgeable,
  NO_DOUBT,
  noteLink,
  noteNode,
} from './document-view.ts';
import { at, fault } from './fault.ts';
import { FaultList } from './fault-list.ts';
import { checkNodeAlone } from './node.ts';
import { parentCircles } from './parents.ts';
import { checkFrame, checkShape, hasDocumentShape } from './shape.ts';

const LISTS = [
  ['nodes', 'node'],
  ['dependencies', 'dependency'],
  ['contracts', 'contract'],
] as const;
type List = (typeof LISTS)[number][0];

/** Where an item of a list stands, for messages. */
type PathOf = (list: List, index: number) => string;
const jsonPath: PathOf = (list, index) => `$.${list}[${index}]`;

/**
 * @param value anything that JSON can hold
 * @param rules false: the shape alone
 * @returns the document, or the first 1,000 faults and their number. Where items have the wrong
 *   shape, the rules are still tried on all others, so that one report tells everything.
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
  if (rules) checkRules(part.document, faults, part.pathOf, part.doubtful);
  return { faults };
}

/** The items that have the right shape, and where they stood; faults of the others are added. */
function soundPart(value: unknown, faults: FaultList) {
  const doubtful: Doubtful = { nodes: new Map(), links: new Set(), ends: new Set() };
  const kept: Record<List, unknown[]> = { nodes: [], dependencies: [], contracts: [] };
  const places: Record<List, number[]> = { nodes: [], dependencies: [], contracts: [] };
  for (const [list, type] of LISTS) {
    const items = (value as Record<string, unknown> | null)?.[list];
    if (!Array.isArray(items)) continue;
    items.forEach((item, i) => {
      const found = checkShape(type, item, jsonPath(list, i));
      faults.add(found);
      if (found.length === 0) {
        kept[list].push(item);
        places[list].push(i);
      } else if (list === 'nodes') noteNode(item, doubtful);
      else if (list === 'dependencies') noteLink(item, doubtful);
    });
  }
  const pathOf: PathOf = (list, index) => jsonPath(list, places[list][index] as number);
  return { document: { format: GRAPH_FORMAT, ...kept } as GraphDocument, pathOf, doubtful };
}

/** All rules over items of the right shape. */
function checkRules(
  document: GraphDocument,
  faults: FaultList,
  pathOf: PathOf = jsonPath,
  doubtful: Doubtful = NO_DOUBT,
): void {
  const { nodes, dependencies = [], contracts = [] } = document;
  const view = documentView(document, doubtful);
  for (const [list, type] of LISTS) {
    faults.add(duplicates(document[list] ?? [], (i) => pathOf(list, i), type));
  }
  for (let i = 0; i < nodes.length; i++) {
    const out: Fault[] = [];
    const node = nodes[i] as GraphNode;
    checkNodeAlone(view, node, pathOf('nodes', i), out);
    faults.add(out);
    if (!node.groups || doubtful.ends.has(node.id)) continue;
    faults.add(checkGroupsOf(view, node.id, pathOf('nodes', i)));
  }
  faults.add(
    parentCircles(
      nodes,
      (id) => view.node(id)?.parent,
      (i) => pathOf('nodes', i),
    ),
  );
  for (let i = 0; i < dependencies.length; i++) {
    const link = judgeable(dependencies[i] as Dependency, doubtful);
    faults.add(checkDependency(view, link, pathOf('dependencies', i)));
  }
  for (let i = 0; i < contracts.length; i++) {
    faults.add(checkContract(view, contracts[i] as Contract, pathOf('contracts', i)));
  }
}

function duplicates(items: readonly { id: string }[], pathOf: (i: number) => string, what: string) {
  const first = new Map<string, number>();
  const out: Fault[] = [];
  items.forEach(({ id }, i) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, i);
    else {
      const reason = `another ${what} has this id already: ${pathOf(before)}`;
      out.push(fault(at(pathOf(i), 'id'), id, reason));
    }
  });
  return out;
}
