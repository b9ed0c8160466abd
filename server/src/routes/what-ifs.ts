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
import { registerOf } from '../answers/concentration/register.ts';
import { whatIfAnswer } from '../answers/concentration/what-if.ts';
import { malformed } from '../errors.ts';
import type { NewPaper, Paper } from '../store/port.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { setEtag } from './http/etag.ts';
import { described, withExample } from './http/schema.ts';
import { PaperParams, removeRoute, VersionQuery, versionsRoute } from './paper-routes.ts';
import * as papers from './papers.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'scenarios:edit' } as const;
const tag = 'questions';
/** Bytes; as for a what-if that is not saved. */
const LIMIT = 8_500_000;
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
  const sort: papers.Sort = {
    shelf: context.store.whatIfs,
    noun: 'what-if',
    shown: papers.headOf,
  };
  readRoutes(app, context, sort);
  runRoute(app, context, sort);
  writeRoutes(app, context, sort);
}

function readRoutes(app: App, context: Context, sort: papers.Sort): void {
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
      const whatIfs: WhatIfHead[] = (await sort.shelf.list()).map(papers.headOf);
      return { currentRevision: revision, whatIfs: whatIfs.sort(papers.byName) };
    },
  );
  app.get(
    '/what-ifs/:id',
    {
      config: read,
      schema: described('savedWhatIf', {
        tag,
        summary: 'One of them with what came of it, and whether the graph has changed since',
        params: PaperParams,
        querystring: VersionQuery,
        answers: { 200: SavedWhatIf },
      }),
    },
    async (request, reply) => {
      const paper = await papers.stored(sort, request.params.id, request.query.version);
      setEtag(reply, paper.version);
      return answerOf(context, reply, paper);
    },
  );
  versionsRoute(
    app,
    sort,
    {
      place: '/what-ifs',
      operation: 'whatIfVersions',
      tag,
      summary: 'Its versions, newest first',
    },
    WhatIfVersions,
  );
}

function runRoute(app: App, context: Context, sort: papers.Sort): void {
  app.post(
    '/what-ifs/:id/run',
    {
      config: read,
      schema: described('runWhatIf', {
        tag,
        summary: 'Ask it again of the graph as it is now; nothing is stored',
        params: PaperParams,
        answers: { 200: WhatIfAnswer },
      }),
    },
    async (request, reply) => {
      const { body } = await papers.stored(sort, request.params.id);
      return outcomesOf(context, reply, (body as Body).request, '$');
    },
  );
}

function writeRoutes(app: App, context: Context, sort: papers.Sort): void {
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
      const head = await papers.saveNew(sort, await paperOf(context, request, reply), undefined);
      setEtag(reply, head.version);
      const place = `/api/v1/what-ifs/${encodeURIComponent(head.id)}`;
      return reply.code(201).header('location', place).send(papers.headOf(head));
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
        params: PaperParams,
        body: withExample(NewWhatIf, EXAMPLE),
        answers: { 200: WhatIfHead },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const expected = await papers.versionNamed(sort, request, id);
      const paper = await paperOf(context, request, reply);
      const head = await papers.saveOver(sort, { ...paper, id }, expected);
      setEtag(reply, head.version);
      return papers.headOf(head);
    },
  );
  removeRoute(app, sort, {
    place: '/what-ifs',
    operation: 'removeWhatIf',
    tag,
    summary: 'Remove it from the list; its versions stay readable by number',
  });
}

async function answerOf(context: Context, reply: FastifyReply, paper: Paper): Promise<SavedWhatIf> {
  const { revision } = await snapshotFor(context, reply);
  return {
    ...papers.headOf(paper),
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

/** What is saved: the question and what came of it now. Throws 422 where it does not fit the graph. */
async function paperOf(
  context: Context,
  request: FastifyRequest & { body: NewWhatIf },
  reply: FastifyReply,
): Promise<Omit<NewPaper, 'id'>> {
  const { name, note, author, request: asked, address } = request.body;
  const { revision, outcomes } = await outcomesOf(context, reply, asked, '$.request');
  const body: Body = {
    ...(note ? { note } : {}),
    request: asked,
    ...(address ? { address } : {}),
    outcomes,
  };
  return { title: name, author: author?.trim() || actorOf(request), graphRevision: revision, body };
}
