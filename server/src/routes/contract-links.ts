/** Contracts that wait to be linked to what they serve: listed largest first, confirmed in bulk. */
import {
  type Contract,
  type Dependency,
  LinkContractsRequest,
  Receipt,
  UnlinkedAnswer,
  type UnlinkedContract,
} from '@msp-impact/contract';
import Type from 'typebox';
import type { Edit } from '../edit/edit.ts';
import { malformed } from '../errors.ts';
import { type Target, Targets } from '../import/mapping/contract-guesses.ts';
import { fault } from '../rules/fault.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { find } from '../snapshot/sorted.ts';
import { type App, actorOf, type Context } from './context.ts';
import { described, withExample } from './http/schema.ts';

const BODY_LIMIT = 10_000_000;
const Query = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) },
  { additionalProperties: false },
);

export function contractLinkRoutes(app: App, context: Context): void {
  const { store, holder, editor } = context;
  app.get(
    '/contracts-to-link',
    {
      config: { permission: 'graph:read' },
      schema: described('contractsToLink', {
        tag: 'items',
        summary: 'Contracts that name no link yet, largest first, with guesses of what they serve',
        description:
          'Currencies are never compared: the one of most contracts comes first. Contracts without a value come last.',
        querystring: Query,
        answers: { 200: UnlinkedAnswer },
      }),
    },
    async (request) => {
      const snapshot = await holder.fresh();
      const waiting = unlinked(snapshot);
      const ids = waiting.slice(0, request.query.limit ?? 200);
      const items = await store.reader.items<Contract>('contract', ids);
      const known = [...targetsOf(snapshot)];
      const targets = new Targets(known);
      const supplies = suppliedBy(snapshot, new Set(items.map(({ item }) => item.supplier)));
      const contracts = items.map(({ item, revision }) => {
        const guesses = targets.guesses(item, supplies.get(item.supplier) ?? []);
        return { ...head(snapshot, item), revision, guesses };
      });
      const { revision } = snapshot;
      return { revision, total: waiting.length, targets: known.length, contracts };
    },
  );
  app.post(
    '/contracts-to-link',
    {
      config: { permission: 'graph:edit' },
      bodyLimit: BODY_LIMIT,
      schema: described('linkContracts', {
        tag: 'items',
        summary: 'Links contracts to what they serve, as one change that can be undone',
        description:
          'The link from the supplier to what is served is found, or made and marked assumed.',
        body: withExample(LinkContractsRequest, {
          links: [{ contract: 'c-17', to: 'nhs-111-england' }],
        }),
        answers: { 200: Receipt },
      }),
    },
    async (request) => {
      const { links } = request.body;
      const actor = actorOf(request);
      const edits = await editsOf(context, links, actor);
      const count = new Set(links.map(({ contract }) => contract)).size;
      return editor.apply(edits, {
        actor,
        summary: `Linked ${count} ${count === 1 ? 'contract' : 'contracts'} to services`,
      });
    },
  );
}

/** Ids: the commonest currency first, then by value. */
function unlinked({ columns }: Snapshot): string[] {
  const { id, value, currency, dependencies } = columns.contracts;
  const rows = [...id.keys()].filter((row) => dependencies[row] === null);
  const times = new Map<string | null, number>();
  for (const row of rows) {
    const one = currency[row] ?? null;
    times.set(one, (times.get(one) ?? 0) + 1);
  }
  const worth = (row: number) => value[row] ?? -1;
  const common = (row: number) =>
    value[row] === null ? -1 : (times.get(currency[row] ?? null) ?? 0);
  rows.sort((a, b) => common(b) - common(a) || worth(b) - worth(a) || a - b);
  return rows.map((row) => id[row] as string);
}

function* targetsOf({ columns }: Snapshot): Generator<Target> {
  const { id, kind, name } = columns.nodes;
  for (let row = 0; row < id.length; row++) {
    const is = kind[row];
    if (is !== 'product' && is !== 'service') continue;
    yield { id: id[row] as string, name: name[row] as string, kind: is };
  }
}

function suppliedBy({ columns }: Snapshot, suppliers: ReadonlySet<string>) {
  const { from, to } = columns.dependencies;
  const found = new Map<string, string[]>();
  for (let row = 0; row < from.length; row++) {
    const supplier = from[row] as string;
    if (!suppliers.has(supplier)) continue;
    const list = found.get(supplier) ?? [];
    if (!list.includes(to[row] as string)) list.push(to[row] as string);
    found.set(supplier, list);
  }
  return found;
}

function head(
  { columns }: Snapshot,
  contract: Contract,
): Omit<UnlinkedContract, 'revision' | 'guesses'> {
  const { id, supplier, title, buyer, value, valueBasis, currency, end } = contract;
  const name = columns.nodes.name[find(columns.nodes.id, supplier)] ?? supplier;
  return {
    id,
    supplier: { id: supplier, name },
    ...(title !== undefined && { title }),
    ...(buyer !== undefined && { buyer }),
    ...(value !== undefined && { value }),
    ...(valueBasis !== undefined && { valueBasis }),
    ...(currency !== undefined && { currency }),
    ...(end !== undefined && { end }),
  };
}

/** Throws 422 where a contract or what it serves is not there, or is no product or service. */
async function editsOf(
  { store, holder }: Context,
  links: LinkContractsRequest['links'],
  actor: string,
): Promise<Edit[]> {
  const snapshot = await holder.fresh();
  const ids = [...new Set(links.map(({ contract }) => contract))];
  const stored = await store.reader.items<Contract>('contract', ids);
  const contracts = new Map(stored.map((one) => [one.item.id, one]));
  const faults = links.flatMap(({ contract, to }, i) => {
    const row = find(snapshot.columns.nodes.id, to);
    const kind = snapshot.columns.nodes.kind[row];
    if (!contracts.has(contract)) {
      return [fault(`$.links[${i}].contract`, contract, 'no contract has this id')];
    }
    const fits = kind === 'product' || kind === 'service';
    return fits ? [] : [fault(`$.links[${i}].to`, to, 'must be the id of a product or service')];
  });
  if (faults.length > 0) throw malformed(faults);
  const known = new KnownLinks(snapshot);
  const made = new Map<string, Dependency>();
  const after = new Map<string, Contract>();
  for (const { contract: id, to } of links) {
    const before = after.get(id) ?? (contracts.get(id)?.item as Contract);
    const link = known.between(before.supplier, to) ?? make(made, before.supplier, to, actor);
    const dependencies = [...new Set([...(before.dependencies ?? []), link])];
    after.set(id, { ...before, dependencies });
  }
  const told = new Map(links.map(({ contract, ifRevision }) => [contract, ifRevision]));
  return [
    ...[...made.values()].map((item): Edit => {
      return { type: 'dependency', id: item.id, after: item, ifRevision: 0, path: '$.links' };
    }),
    ...[...after.values()].map((item): Edit => {
      const ifRevision = told.get(item.id) ?? contracts.get(item.id)?.revision;
      return { type: 'contract', id: item.id, after: item, ifRevision, path: '$.links' };
    }),
  ];
}

function make(made: Map<string, Dependency>, from: string, to: string, actor: string): string {
  const id = `${from}->${to}`;
  const claim = `Linked by ${actor} to contracts of a register, without a source`;
  made.set(id, { id, from, to, evidence: [{ claim, confidence: 'assumed' }] });
  return id;
}

/** The stored link that a contract means: from its supplier, or from the one product of it that serves. */
class KnownLinks {
  readonly #ids = new Map<string, string>(); // "from to" → id
  readonly #from = new Map<string, string[]>();

  constructor({ columns }: Snapshot) {
    const { id, from, to } = columns.dependencies;
    for (let row = 0; row < id.length; row++) {
      const [start, end] = [from[row] as string, to[row] as string];
      this.#ids.set(`${start} ${end}`, id[row] as string);
      const list = this.#from.get(start);
      if (list) list.push(end);
      else this.#from.set(start, [end]);
    }
  }

  between(supplier: string, to: string): string | undefined {
    const direct = this.#ids.get(`${supplier} ${to}`);
    if (direct !== undefined) return direct;
    const through = (this.#from.get(supplier) ?? []).flatMap(
      (product) => this.#ids.get(`${product} ${to}`) ?? [],
    );
    return through.length === 1 ? through[0] : undefined;
  }
}
