/** What would hang in the air when nodes or links go, or when a node becomes another kind. */
import type { Fault, GraphNode } from '@msp-impact/contract';
import { at, fault } from '../rules/fault.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Edit } from './edit.ts';
import { nodeBefore, type Overlay } from './overlay.ts';

/** As many are named; the rest is counted. */
const NAMED = 5;

/** @returns one fault for each deleted item that others still use, naming those */
export function leftHanging(snapshot: Snapshot, view: Overlay, edits: readonly Edit[]): Fault[] {
  const users = new Users();
  const gone = edits.filter((edit) => edit.after === null);
  const nodes = new Set(gone.filter(({ type }) => type === 'node').map(({ id }) => id));
  const links = new Set(gone.filter(({ type }) => type === 'dependency').map(({ id }) => id));
  const turned = kindChanges(snapshot, edits);
  if (nodes.size > 0) noteLinks(view, nodes, users);
  if (nodes.size > 0 || turned.size > 0) noteNodes(view, nodes, turned, users);
  if (nodes.size > 0 || links.size > 0 || turned.size > 0) {
    noteContracts(view, nodes, links, turned, users);
  }
  return edits.flatMap((edit) => users.faultOf(edit));
}

/** What uses an item, by the item. */
class Users {
  readonly #of = new Map<string, string[]>();

  add(type: string, id: string, user: string): void {
    const key = `${type} ${id}`;
    const list = this.#of.get(key);
    if (list) list.push(user);
    else this.#of.set(key, [user]);
  }

  faultOf({ type, id, after, path }: Edit): Fault[] {
    const users = this.#of.get(`${type} ${id}`);
    if (!users) return [];
    const named = users.slice(0, NAMED).join(', ');
    const more = users.length > NAMED ? ` and ${users.length - NAMED} more` : '';
    const list = `${named}${more}`;
    return after
      ? [
          fault(
            at(path, 'kind'),
            (after as GraphNode).kind,
            `cannot change while it is used so: ${list}`,
          ),
        ]
      : [
          fault(
            path,
            id,
            `still used by ${list}; change or delete those first, or in the same batch`,
          ),
        ];
  }
}

function kindChanges(snapshot: Snapshot, edits: readonly Edit[]): ReadonlyMap<string, string> {
  const turned = new Map<string, string>();
  for (const { type, id, after } of edits) {
    const before = type === 'node' && after ? nodeBefore(snapshot, id) : undefined;
    const kind = (after as GraphNode | null)?.kind;
    if (before && kind && before.kind !== kind) turned.set(id, kind);
  }
  return turned;
}

function noteLinks(view: Overlay, nodes: ReadonlySet<string>, users: Users): void {
  for (const link of view.linksAt(nodes)) {
    for (const end of [link.from, link.to]) {
      if (nodes.has(end)) users.add('node', end, `link ${link.id}`);
    }
  }
}

function noteNodes(
  view: Overlay,
  gone: ReadonlySet<string>,
  turned: ReadonlyMap<string, string>,
  users: Users,
): void {
  for (const { id, kind, parent, workarounds = [] } of view.otherNodes()) {
    if (parent && gone.has(parent)) users.add('node', parent, `${kind} ${id}, as its parent`);
    if (parent && turned.has(parent) && turned.get(parent) !== kind) {
      users.add('node', parent, `${kind} ${id}, as its parent`);
    }
    for (const { via, name } of workarounds) {
      if (via && gone.has(via))
        users.add('node', via, `${id}, which can work another way: ${name}`);
    }
  }
}

function noteContracts(
  view: Overlay,
  nodes: ReadonlySet<string>,
  links: ReadonlySet<string>,
  turned: ReadonlyMap<string, string>,
  users: Users,
): void {
  for (const { id, supplier, dependencies = [] } of view.otherContracts()) {
    const supplies =
      nodes.has(supplier) || (turned.has(supplier) && turned.get(supplier) !== 'supplier');
    if (supplies) users.add('node', supplier, `contract ${id}`);
    for (const link of dependencies) {
      if (links.has(link)) users.add('dependency', link, `contract ${id}`);
    }
  }
}
