/** Names and ids in sheets → ids of nodes: of those that are stored, of those that the workbook brings. */
import type { GraphNode, Kind } from '@msp-impact/contract';
import type { Identifier } from '../../../parties/identifiers.ts';
import type { Candidate } from '../../candidate.ts';
import type { Fields } from '../../columns.ts';
import { isNothing, isNotKnown } from '../../sheet-columns.ts';
import { NodeNames } from '../../sheet-names.ts';
import type { ItemMaps } from '../../stored.ts';
import { headerKey, type Table } from '../../table.ts';
import { identifiersOf, PartyNumbers } from './party-numbers.ts';

export class Names {
  readonly #nodes: Map<string, GraphNode>;
  readonly #names: NodeNames;
  /** Made because a row named them; sheets of nodes make theirs themselves. */
  readonly #called = new Map<string, { node: GraphNode; file: string; row: number }>();
  readonly #listed = new Set<string>();
  readonly #numbers: PartyNumbers;
  /** Suppliers found by their numbers under another name: what the file calls them, and their id. */
  readonly recognised = new Map<string, string>();
  notKnown = 0;

  constructor(stored: ItemMaps, own: readonly Table[]) {
    this.#nodes = new Map(stored.node);
    for (const table of own) this.#addOwn(table);
    this.#names = new NodeNames({ ...stored, node: this.#nodes });
    this.#numbers = new PartyNumbers(stored.node.values());
  }

  get nodes(): GraphNode[] {
    return [...this.#called.values()].map(({ node }) => node);
  }

  /** A row of a sheet of nodes. @param id where the sheet gives one */
  listed(kind: Kind, id: string, name: string, numbers: readonly Identifier[] = []): string {
    const known = kind === 'supplier' && id === '' ? this.#byNumber(name, numbers) : undefined;
    if (known !== undefined) {
      this.#listed.add(known);
      return known;
    }
    if (kind === 'supplier' && id !== '') this.#numbers.learn(id, numbers);
    if (id !== '') {
      this.#listed.add(id);
      if (!this.#nodes.has(id)) {
        const node = { id, kind, name: name || id };
        this.#nodes.set(id, node);
        this.#names.learn(node);
      }
      return id;
    }
    const node = this.#byName(kind, name, numbers, {});
    this.#nodes.set(node.id, node);
    this.#listed.add(node.id);
    return node.id;
  }

  #byNumber(name: string, numbers: readonly Identifier[]): string | undefined {
    const known = this.#numbers.find(numbers);
    if (known === undefined) return undefined;
    this.#numbers.learn(known, numbers);
    if (this.find(name, ['supplier']) !== known) this.recognised.set(name.trim(), known);
    return known;
  }

  /** Of two companies of one name with different numbers neither is taken for the other. */
  #byName(
    kind: Kind,
    name: string,
    numbers: readonly Identifier[],
    fill: Partial<GraphNode>,
  ): GraphNode {
    const found = this.#names.find(kind, name);
    const another = found !== undefined && this.#numbers.isAnother(found.id, numbers);
    const node = another
      ? this.#names.make(kind, name, fill)
      : this.#names.findOrMake(kind, name, fill);
    if (kind === 'supplier') this.#numbers.learn(node.id, numbers);
    return node;
  }

  /** An id as it is; a name's node, be it of this kind or of any; undefined: nothing has that name. */
  find(cell: string, kinds: readonly Kind[]): string | undefined {
    const text = cell.trim();
    if (this.#nodes.has(text)) return text;
    for (const kind of kinds) {
      const found = this.#names.find(kind, text);
      if (found) return found.id;
    }
    return undefined;
  }

  /** As `find`; what is not there is made. undefined: the cell says that nobody knows, or that there is none. */
  supplier(
    cell: string,
    file: string,
    row: number,
    numbers: readonly Identifier[] = [],
  ): string | undefined {
    if (isNotKnown(cell) || isNothing(cell)) {
      this.notKnown++;
      return undefined;
    }
    const known = this.#byNumber(cell, numbers);
    if (known !== undefined) return known;
    const found = this.find(cell, ['supplier']);
    if (found !== undefined && !this.#numbers.isAnother(found, numbers)) {
      this.#numbers.learn(found, numbers);
      return found;
    }
    const identifiers = numbers.length > 0 ? { identifiers: identifiersOf(numbers) } : {};
    const node = this.#byName('supplier', cell, numbers, identifiers);
    this.#nodes.set(node.id, node);
    this.#called.set(node.id, { node, file, row });
    return node.id;
  }

  /** The node of a kind and name or id; what is not there is made. */
  named(kind: Kind, cell: string, file: string, row: number): string {
    const found = this.find(cell, [kind]);
    if (found !== undefined) return found;
    const node = this.#names.findOrMake(kind, cell, {});
    this.#nodes.set(node.id, node);
    this.#called.set(node.id, { node, file, row });
    return node.id;
  }

  made(): Candidate[] {
    return [...this.#called.values()]
      .filter(({ node }) => !this.#listed.has(node.id))
      .map(({ node, file, row }) => ({
        type: 'node' as const,
        fields: {
          ...node,
          evidence: [{ claim: `From ${file}`, confidence: 'assumed' }],
        } as unknown as Fields,
        covered: undefined,
        file,
        row,
        columnOf: (path: string) => (path === 'name' || path === 'id' ? 'supplier' : path),
      }));
  }

  #addOwn({ headers, rows }: Table): void {
    const [id, kind, name] = ['id', 'kind', 'name'].map((one) =>
      headers.findIndex((header) => headerKey(header) === one),
    ) as [number, number, number];
    for (const { cells } of rows) {
      const node = {
        id: cells[id]?.trim() ?? '',
        kind: cells[kind]?.trim() as Kind,
        name: cells[name] ?? '',
      };
      if (node.id !== '' && node.name !== '' && !this.#nodes.has(node.id))
        this.#nodes.set(node.id, node);
    }
  }
}
