/** Makes nodes, links and contracts from the rows of a sheet, and remembers what it assumed. */
import type {
  Contract,
  Dependency,
  Evidence,
  GraphNode,
  ItemType,
  Kind,
} from '@msp-impact/contract';
import { declaredGroup } from '../rules/groups.ts';
import type { Item } from '../store/port.ts';
import { code } from '../text/slug.ts';
import type { Candidate } from './candidate.ts';
import type { Fields } from './columns.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { NodeNames } from './sheet-names.ts';
import type { ItemMaps } from './stored.ts';

/** The group of a region that its services share; equal shares unless weights are recorded. */
const REGION_GROUP = 'services';

export interface SheetRow {
  readonly steps: readonly { kind: Kind; name: string }[];
  readonly share: NonNullable<Dependency['strength']> | undefined;
  /** Day on which the contract ends. */
  readonly end: string | undefined;
  readonly attributes: readonly [string, string][];
  readonly row: number;
  readonly evidence: Evidence[];
  /** Tells that one cell of the row could not be used; the rest of the row goes on. */
  readonly refuse: (column: SheetColumn, reason: string) => void;
}

export class SheetBuild {
  readonly #stored: ItemMaps;
  readonly #file: string;
  readonly #names: NodeNames;
  /** Everything made or changed, by type and id, with the row that did it first. */
  readonly #touched = new Map<string, { type: ItemType; item: Item; row: number }>();
  readonly #links = new Map<string, Dependency>(); // "from to"
  readonly #weighted = new Set<string>(); // regions with recorded weights
  readonly #attributes = new Map<string, Map<string, Set<string>>>(); // node → key → values
  readonly #shares = new Map<string, string>(); // link → share that a row gave
  readonly #contracts = new Map<string, string>(); // supplier, product and end → contract
  #notKnown = 0;
  #nothing = 0;
  #regionLinks = 0;

  constructor(stored: ItemMaps, file: string) {
    this.#stored = stored;
    this.#file = file;
    this.#names = new NodeNames(stored);
    for (const link of stored.dependency.values()) {
      const key = `${link.from} ${link.to}`;
      if (!this.#links.has(key)) this.#links.set(key, link);
      if (link.group === REGION_GROUP && link.weight !== undefined) this.#weighted.add(link.to);
    }
    for (const { id, end } of stored.contract.values()) {
      // As `contractId` makes them: found again in whichever order the rows come back.
      const [, supplier, product] = /^contract:([^+]+)\+([^+]+)/.exec(id) ?? [];
      const key = `${supplier} ${product} ${end}`;
      if (product && !this.#contracts.has(key)) this.#contracts.set(key, id);
    }
  }

  countNotKnown(): void {
    this.#notKnown++;
  }
  countNothing(): void {
    this.#nothing++;
  }

  add(row: SheetRow): void {
    const nodes = row.steps.map(({ kind, name }) => this.#node(kind, name, row));
    const links: Dependency[] = [];
    for (let i = 1; i < nodes.length; i++) {
      const link = this.#link(nodes[i - 1] as GraphNode, nodes[i] as GraphNode, row);
      if (link) links.push(link);
    }
    this.#setShare(row, nodes, links);
    if (row.end !== undefined) this.#contract(row, nodes, links);
    const bearer = nodes.find((node) => node.kind === 'product') ?? nodes[0];
    for (const [key, value] of row.attributes)
      this.#attribute(bearer as GraphNode, key, value, row);
  }

  candidates(): Candidate[] {
    return [...this.#touched.values()].map(({ type, item, row }) => ({
      type,
      fields: item as unknown as Fields,
      covered: undefined,
      file: this.#file,
      row,
      columnOf: (path) => path,
    }));
  }

  notes(): string[] {
    const notes: string[] = [];
    if (this.#regionLinks > 0) {
      notes.push(
        `The sheet says nothing of how much an area relies on each service: all count equally (${this.#regionLinks} links, assumed).`,
      );
    }
    const rows = (n: number) => (n === 1 ? '1 row names' : `${n} rows name`);
    if (this.#notKnown > 0) {
      notes.push(
        `${rows(this.#notKnown)} no supplier: it is kept as not known, and none was made.`,
      );
    }
    if (this.#nothing > 0)
      notes.push(`${rows(this.#nothing)} no system: nothing was made of them.`);
    return notes;
  }

  #touch<T extends Item>(type: ItemType, item: T, row: SheetRow): T {
    const key = `${type} ${item.id}`;
    const before = this.#touched.get(key);
    this.#touched.set(key, { type, item, row: before?.row ?? row.row });
    return item;
  }

  /** The item as this import has it so far. */
  #now<T extends Item>(type: ItemType, item: T): T {
    return (this.#touched.get(`${type} ${item.id}`)?.item as T | undefined) ?? item;
  }

  #node(kind: Kind, name: string, row: SheetRow): GraphNode {
    const fill: Partial<GraphNode> = { evidence: row.evidence };
    if (kind === 'region') fill.groups = { [REGION_GROUP]: { rule: 'share' } };
    const before = this.#names.made.size;
    const node = this.#names.findOrMake(kind, name, fill);
    return this.#names.made.size > before
      ? this.#touch('node', node, row)
      : this.#now('node', node);
  }

  #link(from: GraphNode, to: GraphNode, row: SheetRow): Dependency | undefined {
    const key = `${from.id} ${to.id}`;
    const found = this.#links.get(key);
    if (found) return this.#now('dependency', found);
    const group = to.kind === 'region' ? this.#joinRegion(this.#now('node', to), row) : {};
    if (!group) return undefined;
    const id = this.#linkId(from.id, to.id);
    const link: Dependency = { id, from: from.id, to: to.id, ...group, evidence: row.evidence };
    this.#links.set(key, link);
    return this.#touch('dependency', link, row);
  }

  #linkId(from: string, to: string): string {
    const plain = `${from}->${to}`;
    const taken = (id: string) =>
      this.#stored.dependency.has(id) || this.#touched.has(`dependency ${id}`);
    let id = plain;
    for (let n = 2; taken(id); n++) id = `${plain}:${n}`;
    return id;
  }

  /** A region takes its services by shares, never by their minimum. undefined: it cannot. */
  #joinRegion(region: GraphNode, row: SheetRow): { group: string } | undefined {
    const group = declaredGroup(region, REGION_GROUP);
    if (this.#weighted.has(region.id)) {
      const reason = `${region.name} has recorded weights for its services; add this link with a weight in links.csv`;
      row.refuse('area', reason);
      return undefined;
    }
    if (group && group.rule !== 'share') {
      const reason = `the group ${REGION_GROUP} of ${region.name} has another rule than share; add this link in links.csv`;
      row.refuse('area', reason);
      return undefined;
    }
    if (!group) {
      const groups = { ...region.groups, [REGION_GROUP]: { rule: 'share' as const } };
      this.#touch('node', { ...region, groups }, row);
    }
    this.#regionLinks++;
    return { group: REGION_GROUP };
  }

  /** The share of the service that is lost with what stands before it; without a service, of the area. */
  #setShare(row: SheetRow, nodes: readonly GraphNode[], links: readonly Dependency[]): void {
    if (row.share === undefined) return;
    const end = nodes.find((node) => node.kind === 'service') ?? nodes.at(-1);
    const link = links.find((one) => one.to === end?.id);
    if (!link || (end?.kind !== 'service' && end?.kind !== 'region')) {
      row.refuse('share', 'says how much of a service or area is lost, and the row links none');
      return;
    }
    const given = this.#shares.get(link.id);
    const said = shareText(row.share);
    if (given !== undefined && given !== said) {
      row.refuse('share', `an earlier row gives ${given} for the same link`);
      return;
    }
    this.#shares.set(link.id, said);
    this.#touch('dependency', { ...link, strength: row.share }, row);
  }

  #contract(row: SheetRow, nodes: readonly GraphNode[], links: readonly Dependency[]): void {
    const [supplier, ...rest] = nodes;
    if (supplier?.kind !== 'supplier') {
      row.refuse('contract end', 'a contract needs a supplier, and the row names none');
      return;
    }
    const id = this.#sameContract(row, nodes);
    const stored = this.#stored.contract.get(id);
    const before = this.#touched.get(`contract ${id}`)?.item as Contract | undefined;
    if (before && before.end !== row.end) {
      row.refuse('contract end', `an earlier row gives ${before.end} for the same contract`);
      return;
    }
    const first = links.find((link) => link.from === supplier.id);
    const isShared = id !== contractId(nodes);
    const about = isShared ? rest.filter((node) => node.kind === 'product') : rest;
    const made: Contract = stored ?? {
      ...before,
      id,
      title: `${supplier.name}: ${about.map((node) => node.name).join(', ') || 'contract'}`,
      supplier: supplier.id,
      ...(first ? { dependencies: [first.id] } : {}),
      evidence: before?.evidence ?? row.evidence,
    };
    this.#touch('contract', { ...made, end: row.end as string }, row);
  }

  /**
   * Rows of one supplier and product with one end are one contract, however many services they name:
   * counted once. Contracts that are stored stay as they are.
   */
  #sameContract(row: SheetRow, nodes: readonly GraphNode[]): string {
    const own = contractId(nodes);
    const product = nodes.find((node) => node.kind === 'product');
    if (!product) return own;
    const key = `${nodes[0]?.id} ${product.id} ${row.end}`;
    const first = this.#contracts.get(key);
    if (first === undefined) this.#contracts.set(key, own);
    return this.#stored.contract.has(own) ? own : (first ?? own);
  }

  /** Several rows may say different things of one product: all of it is kept. */
  #attribute(node: GraphNode, key: string, value: string, row: SheetRow): void {
    const of = this.#attributes.get(node.id) ?? new Map<string, Set<string>>();
    this.#attributes.set(node.id, of);
    const values = of.get(key) ?? new Set<string>();
    of.set(key, values.add(value.trim()));
    const now = this.#now('node', node);
    const attributes = { ...now.attributes, [key]: [...values].join('; ') };
    this.#touch('node', { ...now, attributes }, row);
  }
}

function shareText(share: NonNullable<SheetRow['share']>): string {
  return typeof share === 'number' ? String(share) : `${share.low} to ${share.high}`;
}

/** The same for the same supplier, product, service and area. */
function contractId(nodes: readonly GraphNode[]): string {
  const id = `contract:${nodes.map((node) => node.id).join('+')}`;
  return id.length <= 500 ? id : `contract:${nodes[0]?.id}+${code(id)}`;
}
