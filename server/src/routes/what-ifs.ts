/**
 * Saved what-ifs: the question, what came of it, and the version of the graph that it ran on. Every
 * version of each is kept; running one again asks the same of the graph as it is now.
 */
import {
  NewWhatIf,
  SavedWhatIf,
  WhatIfAnswer,
  WhatIfHead,
  WhatIfList,
  type WhatIfOutcome,
  type WhatIfRequest,
  WhatIfVersions,
} from '@msp-impact/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { registerOf } from '../answers/concentration/register.ts';
import { whatIfAnswer } from '../answers/concentration/what-if.ts';
import { malformed, notFound, Refusal } from '../errors.ts';
import { fault } from '../rules/fault.ts';
import { Conflict, type Paper, type PaperHead } from '../store/port.ts';
import { slug } from '../text/slug.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { ifMatchOf, setEtag } from './http/etag.ts';
import { described, Nothing, withExample } from './http/schema.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'scenarios:edit' } as const;
const tag = 'questions';
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) });
const VersionQuery = Type.Object(
  { version: Type.Optional(Type.Integer({ minimum: 1 })) },
  { additionalProperties: false },
);
/** Bytes; as for a what-if that is not saved. */
const LIMIT = 8_500_000;
/** Names tried when several are called the same. */
const TRIES = 50;
const EXAMPLE = {
  name: 'DXC buys Advanced',
  note: 'Asked by the board in November',
  request: {
    scope: { share: 'count' },
    alternatives: [{ name: 'Bought', edits: [{ do: 'buy', supplier: 'advanced', by: 'dxc' }] }],
  },
};

interface Body {
  readonly note?: string;
  readonly request: WhatIfRequest;
  readonly address?: string;
  readonly outcomes: WhatIfOutcome[];
}

export function whatIfRoutes(app: App, context: Context): void {
  readRoutes(app, context);
  runRoute(app, context);
  writeRoutes(app, context);
}

function readRoutes(app: App, context: Context): void {
  const { whatIfs } = context.store;
  app.get(
    '/what-ifs',
    {
      config: read,
      schema: described('whatIfs', {
        tag,
        summary: 'Saved what-ifs, by name',
        answers: { 200: WhatIfList },
      }),
    },
    async (_request, reply) => {
      const { revision } = await snapshotFor(context, reply);
      const heads = (await whatIfs.list()).map(headOf);
      heads.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
      return { currentRevision: revision, whatIfs: heads };
    },
  );
  app.get(
    '/what-ifs/:id',
    {
      config: read,
      schema: described('savedWhatIf', {
        tag,
        summary: 'One of them with what came of it, and whether the graph has changed since',
        params: Params,
        querystring: VersionQuery,
        answers: { 200: SavedWhatIf },
      }),
    },
    async (request, reply) => {
      const paper = await stored(context, request.params.id, request.query.version);
      setEtag(reply, paper.version);
      return answerOf(context, reply, paper);
    },
  );
  app.get(
    '/what-ifs/:id/versions',
    {
      config: read,
      schema: described('whatIfVersions', {
        tag,
        summary: 'Its versions, newest first',
        params: Params,
        answers: { 200: WhatIfVersions },
      }),
    },
    async (request) => {
      const versions = (await whatIfs.versions(request.params.id)).map(headOf);
      if (versions.length === 0) throw notFound('what-if', request.params.id, '$.params.id');
      return { versions };
    },
  );
}

function runRoute(app: App, context: Context): void {
  app.post(
    '/what-ifs/:id/run',
    {
      config: read,
      schema: described('runWhatIf', {
        tag,
        summary: 'Ask it again of the graph as it is now; nothing is stored',
        params: Params,
        answers: { 200: WhatIfAnswer },
      }),
    },
    async (request, reply) => {
      const { body } = await stored(context, request.params.id);
      return outcomesOf(context, reply, (body as Body).request, '$');
    },
  );
}

function writeRoutes(app: App, context: Context): void {
  app.post(
    '/what-ifs',
    {
      config: edit,
      bodyLimit: LIMIT,
      schema: described('saveNewWhatIf', {
        tag,
        summary: 'Run and save a what-if; its id is made from its name',
        body: withExample(NewWhatIf, EXAMPLE),
        answers: { 201: WhatIfHead },
      }),
    },
    async (request, reply) => {
      const id = await freeId(context, request.body.name);
      const head = await save(context, request, reply, id, 0);
      const place = `/api/v1/what-ifs/${encodeURIComponent(head.id)}`;
      return reply.code(201).header('location', place).send(headOf(head));
    },
  );
  app.put(
    '/what-ifs/:id',
    {
      config: edit,
      bodyLimit: LIMIT,
      schema: described('saveWhatIf', {
        tag,
        summary: 'Run it now and save a further version; If-Match names the one that was read',
        params: Params,
        body: withExample(NewWhatIf, EXAMPLE),
        answers: { 200: WhatIfHead },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const expected = await versionNamed(context, request, id);
      return headOf(await save(context, request, reply, id, expected));
    },
  );
  app.delete(
    '/what-ifs/:id',
    {
      config: edit,
      schema: described('removeWhatIf', {
        tag,
        summary: 'Remove it from the list; its versions stay readable by number',
        params: Params,
        answers: { 204: Nothing },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const expected = await versionNamed(context, request, id);
      const { whatIfs } = context.store;
      const removed = await whatIfs.remove(id, expected).catch((e) => refuseStale(context, id, e));
      if (!removed) throw notFound('what-if', id, '$.params.id');
      return reply.code(204).send();
    },
  );
}

function headOf({ title, id, version, author, at, graphRevision }: PaperHead): WhatIfHead {
  return { id, name: title, version, author, at, graphRevision };
}

async function stored({ store }: Context, id: string, version?: number): Promise<Paper> {
  const paper = await store.whatIfs.get(id, version);
  if (paper) return paper;
  const which = version === undefined ? id : `${id}, version ${version}`;
  throw notFound('what-if', which, '$.params.id');
}

async function answerOf(context: Context, reply: FastifyReply, paper: Paper): Promise<SavedWhatIf> {
  const { revision } = await snapshotFor(context, reply);
  return {
    ...headOf(paper),
    ...(paper.body as Body),
    currentRevision: revision,
    changedSince: revision !== paper.graphRevision,
  };
}

/** @param path of the request, which faults are told under */
async function outcomesOf(
  context: Context,
  reply: FastifyReply,
  request: WhatIfRequest,
  path: string,
): Promise<WhatIfAnswer> {
  const snapshot = await snapshotFor(context, reply);
  const register = await registerOf(snapshot, context.store);
  const answer = await whatIfAnswer(register, context.store.reader, request);
  if (answer.ok) return answer.value;
  throw malformed(answer.faults.map((one) => ({ ...one, path: one.path.replace('$', path) })));
}

async function save(
  context: Context,
  request: FastifyRequest & { body: NewWhatIf },
  reply: FastifyReply,
  id: string,
  expected: number,
): Promise<PaperHead> {
  const { name, note, author, request: asked, address } = request.body;
  const { revision, outcomes } = await outcomesOf(context, reply, asked, '$.request');
  const body: Body = {
    ...(note ? { note } : {}),
    request: asked,
    ...(address ? { address } : {}),
    outcomes,
  };
  const head = { id, title: name, author: author?.trim() || actorOf(request) };
  const saved = await context.store.whatIfs
    .save({ ...head, graphRevision: revision, body }, expected)
    .catch((error) => refuseStale(context, id, error));
  setEtag(reply, saved.version);
  return saved;
}

async function freeId({ store }: Context, name: string): Promise<string> {
  const base = slug(name);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const id = attempt === 1 ? base : `${base}-${attempt}`;
    if (!(await store.whatIfs.get(id))) return id;
  }
  const errors = [fault('$.name', name, 'too many are called so already')];
  throw new Refusal(409, 'It exists already', {
    detail: `Choose another name than ${name}.`,
    errors,
  });
}

/** Throws 404, 428 when no version is named. */
async function versionNamed(context: Context, request: FastifyRequest, id: string) {
  const expected = ifMatchOf(request);
  if (expected !== undefined) return expected;
  const { version } = await stored(context, id);
  throw new Refusal(428, 'Which version was changed?', {
    detail: `Send the version of ${id} that was changed, as If-Match.`,
    errors: [fault('$.headers.if-match', null, `${id} is at version ${version}`)],
  });
}

/** Somebody else saved first: 412 with what is there now. */
async function refuseStale(context: Context, id: string, error: unknown): Promise<never> {
  if (!(error instanceof Conflict)) throw error;
  const paper = await context.store.whatIfs.get(id);
  if (!paper && (await context.store.whatIfs.versions(id)).length === 0) {
    throw notFound('what-if', id, '$.params.id');
  }
  const detail = paper
    ? `${id} is at version ${paper.version} now, saved by ${paper.author}.`
    : `${id} was removed meanwhile.`;
  throw new Refusal(412, 'Someone changed this first', {
    detail,
    current: paper ? headOf(paper) : null,
  });
}
