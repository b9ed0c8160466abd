/** Saved lists of measures: every version of each is kept; If-Match names the one that was read. */
import {
  MEASURES_FORMAT,
  MeasureList,
  MeasureListAnswer,
  MeasureListHead,
  MeasureLists,
  MeasureListVersions,
  NewMeasureList,
} from '@msp-impact/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { malformed } from '../errors.ts';
import { checkMeasures } from '../measures/check.ts';
import type { Paper } from '../store/port.ts';
import { slug } from '../text/slug.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { setEtag } from './http/etag.ts';
import { described, withExample } from './http/schema.ts';
import { PaperParams, removeRoute, VersionQuery, versionsRoute } from './paper-routes.ts';
import * as papers from './papers.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'scenarios:edit' } as const;
const tag = 'scenarios';
/** Bytes: 200 measures, each with the nodes that leave a zone. */
const LIMIT = 8_000_000;
const EXAMPLE = {
  format: MEASURES_FORMAT,
  name: 'Resilience of 111, next financial year',
  currency: 'GBP',
  budget: 1_000_000,
  measures: [
    {
      id: 'second-triage',
      name: 'A second triage system for 111',
      cost: 900_000,
      do: 'supplier',
      to: 'nhs-111-england',
      beside: 'adastra',
    },
  ],
};

export function measureListRoutes(app: App, context: Context): void {
  const sort: papers.Sort = {
    shelf: context.store.measureLists,
    noun: 'list of measures',
    shown: (paper) => ({ ...papers.headOf(paper), list: paper.body }),
  };
  readRoutes(app, context, sort);
  fileRoute(app, sort);
  writeRoutes(app, context, sort);
}

function readRoutes(app: App, context: Context, sort: papers.Sort): void {
  app.get(
    '/measure-lists',
    {
      config: read,
      schema: described('measureLists', {
        tag,
        summary: 'Saved lists of measures, by name',
        answers: { 200: MeasureLists },
      }),
    },
    async (_request, reply) => {
      const { revision } = await snapshotFor(context, reply);
      const lists: MeasureListHead[] = (await sort.shelf.list()).map(papers.headOf);
      return { currentRevision: revision, lists: lists.sort(papers.byName) };
    },
  );
  app.get(
    '/measure-lists/:id',
    {
      config: read,
      schema: described('measureList', {
        tag,
        summary: 'One list, with its version as ETag, and what of it no longer fits the graph',
        params: PaperParams,
        querystring: VersionQuery,
        answers: { 200: MeasureListAnswer },
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
      place: '/measure-lists',
      operation: 'measureListVersions',
      tag,
      summary: 'Its versions, newest first',
    },
    MeasureListVersions,
  );
}

function fileRoute(app: App, sort: papers.Sort): void {
  app.get(
    '/measure-lists/:id/file',
    {
      config: read,
      schema: described('measureListFile', {
        tag,
        summary: 'The list as a file of its own, which the command line reads',
        params: PaperParams,
        querystring: VersionQuery,
        answers: { 200: MeasureList },
      }),
    },
    async (request, reply) => {
      const paper = await papers.stored(sort, request.params.id, request.query.version);
      const name = `${slug(paper.id)}-v${paper.version}.measures.json`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return reply.type('application/json').send(paper.body as MeasureList);
    },
  );
}

function writeRoutes(app: App, context: Context, sort: papers.Sort): void {
  app.post(
    '/measure-lists',
    {
      config: edit,
      bodyLimit: LIMIT,
      schema: described('saveNewMeasureList', {
        tag,
        summary: 'Save a new list of measures; its id is made from its name unless given',
        body: withExample(NewMeasureList, { list: EXAMPLE }),
        answers: { 201: MeasureListHead },
      }),
    },
    async (request, reply) => {
      const { id, list, author } = request.body;
      const paper = await paperOf(context, request, list, '$.list');
      const by = author?.trim() || paper.author;
      const head = await papers.saveNew(sort, { ...paper, author: by }, id);
      setEtag(reply, head.version);
      const place = `/api/v1/measure-lists/${encodeURIComponent(head.id)}`;
      return reply.code(201).header('location', place).send(papers.headOf(head));
    },
  );
  app.put(
    '/measure-lists/:id',
    {
      config: edit,
      bodyLimit: LIMIT,
      schema: described('saveMeasureList', {
        tag,
        summary: 'Save a further version; If-Match names the version that was changed',
        params: PaperParams,
        body: withExample(MeasureList, EXAMPLE),
        answers: { 200: MeasureListHead },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const expected = await papers.versionNamed(sort, request, id);
      const paper = await paperOf(context, request, request.body, '$');
      const head = await papers.saveOver(sort, { ...paper, id }, expected);
      setEtag(reply, head.version);
      return papers.headOf(head);
    },
  );
  removeRoute(app, sort, {
    place: '/measure-lists',
    operation: 'removeMeasureList',
    tag,
    summary: 'Remove a list; its versions stay readable by number',
  });
}

/** Throws 422 when it names what is not there. */
async function paperOf(
  context: Context,
  request: FastifyRequest,
  list: MeasureList,
  path: string,
): Promise<{ title: string; author: string; graphRevision: number; body: MeasureList }> {
  const snapshot = await context.holder.fresh();
  const { faults } = checkMeasures(snapshot, list.measures, `${path}.measures`);
  if (faults.length > 0) throw malformed(faults);
  const { revision: graphRevision } = snapshot;
  return { title: list.name, author: actorOf(request), graphRevision, body: list };
}

async function answerOf(
  context: Context,
  reply: FastifyReply,
  paper: Paper,
): Promise<MeasureListAnswer> {
  const snapshot = await snapshotFor(context, reply);
  const list = paper.body as MeasureList;
  return {
    ...papers.headOf(paper),
    list,
    currentRevision: snapshot.revision,
    changedSince: snapshot.revision !== paper.graphRevision,
    faults: checkMeasures(snapshot, list.measures, '$.list.measures').faults,
  };
}
