/** Finds the node that a name of the sheet means, or makes one. Importing again finds what was made. */
import type { GraphNode, Kind } from '@msp-impact/contract';
import { mergedInto } from '../parties/united.ts';
import { folded, slug } from '../text/slug.ts';
import type { ItemMaps } from './stored.ts';

export class NodeNames {
  readonly #byName = new Map<string, GraphNode>(); // kind and folded name
  readonly #byId = new Map<string, GraphNode>(); // folded id
  readonly made = new Map<string, GraphNode>();

  constructor(stored: ItemMaps) {
    for (const node of stored.node.values()) this.#add(node);
    for (const node of stored.node.values()) this.#addOldNames(node);
  }

  /** Names and ids of what was merged into a node mean that node, unless another has them now. */
  #addOldNames(node: GraphNode): void {
    for (const old of mergedInto(node)) this.#add({ ...node, ...old }, node);
  }

  #add(node: GraphNode, meant = node): void {
    const key = `${node.kind} ${folded(node.name)}`;
    if (!this.#byName.has(key)) this.#byName.set(key, meant);
    if (!this.#byId.has(node.id.toLowerCase())) this.#byId.set(node.id.toLowerCase(), meant);
  }

  /** A node that is not stored yet, but will be: names may mean it from now on. */
  learn(node: GraphNode): void {
    this.#add(node);
  }

  find(kind: Kind, name: string): GraphNode | undefined {
    const sameKind = (node: GraphNode | undefined) => (node?.kind === kind ? node : undefined);
    return (
      this.#byName.get(`${kind} ${folded(name)}`) ??
      sameKind(this.#byId.get(folded(name))) ??
      sameKind(this.#byId.get(slug(name)))
    );
  }

  /** @param fill what a new node gets besides id, kind and name */
  findOrMake(kind: Kind, name: string, fill: Partial<GraphNode>): GraphNode {
    return this.find(kind, name) ?? this.make(kind, name, fill);
  }

  /** A node of its own, also where another has the name. */
  make(kind: Kind, name: string, fill: Partial<GraphNode>): GraphNode {
    const node: GraphNode = { ...fill, id: this.#freeId(kind, name), kind, name: name.trim() };
    this.#add(node);
    this.made.set(node.id, node);
    return node;
  }

  /** Another kind may have the plain id already: a supplier and its product often share a name. */
  #freeId(kind: Kind, name: string): string {
    const plain = slug(name);
    const taken = (id: string) => this.#byId.has(id);
    if (!taken(plain)) return plain;
    let id = `${plain}-${kind}`;
    for (let n = 2; taken(id); n++) id = `${plain}-${kind}-${n}`;
    return id;
  }
}
