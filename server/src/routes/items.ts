/** Nodes, dependencies and contracts: read, list, make, replace, patch, delete. One shape for all three. */
import {
  Contract,
  ContractAnswer,
  ContractList,
  Dependency,
  DependencyAnswer,
  DependencyList,
  GraphNode,
  type ItemType,
  KindSchema,
  NodeAnswer,
  NodeList,
  Receipt,
} from '@msp-impact/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type TSchema } from 'typebox';
import { malformed, notFound } from '../errors.ts';
import { fault } from '../rules/fault.ts';
import type { Item } from '../store/port.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { ifMatchOf, setEtag } from './http/etag.ts';
import { mergePatch } from './http/merge-patch.ts';
import { described, withExample } from './http/schema.ts';
import { type ListQuery, listItems } from './item-list.ts';
import { neighboursOf } from './node-answer.ts';
import { refuseUnsound, refuseUnsoundBody } from './unsound.ts';

interface Resource {
  readonly type: ItemType;
  readonly plural: string;
  readonly item: TSchema;
  readonly answer: TSchema;
  readonly list: TSchema;
  readonly example: Readonly<Record<string, unknown>>;
  readonly patch: Readonly<Record<string, unknown>>;
}

const RESOURCES: readonly Resource[] = [
  {
    type: 'node',
    plural: 'nodes',
    item: GraphNode,
    answer: NodeAnswer,
    list: NodeList,
    example: { id: 'second-triage', kind: 'product', name: 'Second triage system', tags: ['111'] },
    patch: { name: 'Second triage', priority: 2, tags: null },
  },
  {
    type: 'dependency',
    plural: 'dependencies',
    item: Dependency,
    answer: DependencyAnswer,
    list: DependencyList,
    example: {
      id: 'second-triage->nhs-111-england',
      from: 'second-triage',
      to: 'nhs-111-england',
      strength: { low: 0.1, likely: 0.15, high: 0.25 },
    },
    patch: { strength: 0.2 },
  },
  {
    type: 'contract',
    plural: 'contracts',
    item: Contract,
    answer: ContractAnswer,
    list: ContractList,
    example: {
      id: 'adastra-2021',
      supplier: 'advanced',
      buyer: 'A health board',
      dependencies: ['adastra->nhs-111-england'],
      value: 1_000_000,
      valueBasis: 'total',
      currency: 'GBP',
      end: '2027-03-31',
    },
    patch: { end: '2028-03-31' },
  },
];

const Params = Type.Object({ id: Type.String({ minLength: 1 }) });
const AnyPatch = Type.Object({}, { additionalProperties: true });
/** One item; whole graphs have a route of their own. */
const ITEM_LIMIT = 2_000_000;
const read = { permission: 'graph:read' } as const;
const edit = { permission: 'graph:edit' } as const;

export function itemRoutes(app: App, context: Context): void {
  for (const resource of RESOURCES) {
    readRoutes(app, context, resource);
    writeRoutes(app, context, resource);
    patchRoute(app, context, resource);
  }
}

function readRoutes(app: App, context: Context, { type, plural, answer, list }: Resource): void {
  app.get(
    `/${plural}`,
    {
      config: read,
      schema: described(`list-${plural}`, {
        tag: 'items',
        summary: `All ${plural}, by id`,
        querystring: Type.Object(
          {
            ...(type === 'node' ? { kind: Type.Optional(KindSchema) } : {}),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
            cursor: Type.Optional(Type.String()),
          },
          { additionalProperties: false },
        ),
        answers: { 200: list },
      }),
    },
    async (request, reply) =>
      listItems(context, await snapshotFor(context, reply), type, request.query as ListQuery),
  );
  app.get(
    `/${plural}/:id`,
    {
      config: read,
      schema: described(`read-${type}`, {
        tag: 'items',
        summary: `One ${type}, with its version as ETag`,
        params: Params,
        answers: { 200: answer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { id } = request.params;
      const stored = await storedItem(context, type, id);
      setEtag(reply, stored.revision);
      if (type !== 'node') return stored;
      return { ...stored, ...(await neighboursOf(context.store, snapshot, id)) };
    },
  );
}

function writeRoutes(app: App, context: Context, { type, plural, item, example }: Resource): void {
  app.post(
    `/${plural}`,
    {
      config: edit,
      attachValidation: true,
      bodyLimit: ITEM_LIMIT,
      schema: described(`create-${type}`, {
        tag: 'items',
        summary: `Add a ${type}; 409 when its id is taken`,
        body: withExample(item, example),
        answers: { 201: Receipt },
      }),
    },
    async (request, reply) => {
      await refuseUnsoundBody(context, request, type);
      const made = request.body as Item;
      const receipt = await write(context, request, reply, type, made.id, made, 0);
      const place = `/api/v1/${plural}/${encodeURIComponent(made.id)}`;
      return reply.code(201).header('location', place).send(receipt);
    },
  );
  app.put(
    `/${plural}/:id`,
    {
      config: edit,
      attachValidation: true,
      bodyLimit: ITEM_LIMIT,
      schema: described(`replace-${type}`, {
        tag: 'items',
        summary: `Replace a ${type}; If-Match names the version that was read`,
        params: Params,
        body: withExample(item, example),
        answers: { 200: Receipt },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      await refuseUnsoundBody(context, request, type);
      const wanted = request.body as Item;
      refuseOtherId(id, wanted.id);
      return write(context, request, reply, type, id, wanted, ifMatchOf(request));
    },
  );
  app.delete(
    `/${plural}/:id`,
    {
      config: edit,
      schema: described(`delete-${type}`, {
        tag: 'items',
        summary: `Delete a ${type}; 409 names what still uses it`,
        params: Params,
        answers: { 200: Receipt },
      }),
    },
    async (request, reply) =>
      write(context, request, reply, type, request.params.id, null, ifMatchOf(request)),
  );
}

function patchRoute(app: App, context: Context, { type, plural, patch }: Resource): void {
  app.patch(
    `/${plural}/:id`,
    {
      config: edit,
      bodyLimit: ITEM_LIMIT,
      schema: described(`patch-${type}`, {
        tag: 'items',
        summary: `Change fields of a ${type}, as a merge patch (RFC 7396): null removes a field`,
        params: Params,
        body: withExample(AnyPatch, patch),
        answers: { 200: Receipt },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const { item } = await storedItem(context, type, id);
      const wanted = mergePatch(item, request.body) as Item;
      await refuseUnsound(context, type, wanted);
      refuseOtherId(id, wanted.id);
      return write(context, request, reply, type, id, wanted, ifMatchOf(request));
    },
  );
}

async function storedItem({ store }: Context, type: ItemType, id: string) {
  const [stored] = await store.reader.items<Item>(type, [id]);
  if (!stored) throw notFound(type, id, '$.params.id');
  return { revision: stored.revision, item: stored.item };
}

function refuseOtherId(id: string, given: string): void {
  if (id === given) return;
  throw malformed([fault('$.id', given, `the address names ${id}; an id cannot be changed`)]);
}

async function write(
  { editor }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  type: ItemType,
  id: string,
  after: Item | null,
  ifRevision: number | undefined,
) {
  const edits = [{ type, id, after, ifRevision, path: '$' }];
  const receipt = await editor.apply(edits, { actor: actorOf(request) });
  if (after) setEtag(reply, receipt.revision);
  return receipt;
}
