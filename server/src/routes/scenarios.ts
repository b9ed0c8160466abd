/** Saved scenarios: every version of each is kept; If-Match names the one that was read. */
import {
  NewScenario,
  Scenario,
  ScenarioAnswer,
  ScenarioHead,
  ScenarioList,
  ScenarioVersions,
} from '@msp-impact/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { malformed } from '../errors.ts';
import { checkScenario } from '../scenario/check.ts';
import type { Paper } from '../store/port.ts';
import { slug } from '../text/slug.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { setEtag } from './http/etag.ts';
import { described, withExample } from './http/schema.ts';
import { PaperParams, removeRoute, VersionQuery, versionsRoute } from './paper-routes.ts';
import * as papers from './papers.ts';
import { SCENARIO_EXAMPLE, SCENARIO_LIMIT } from './simulate.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'scenarios:edit' } as const;

export function scenarioRoutes(app: App, context: Context): void {
  const sort: papers.Sort = {
    shelf: context.store.scenarios,
    noun: 'scenario',
    shown: (paper) => ({ ...papers.headOf(paper), scenario: paper.body }),
  };
  readRoutes(app, context, sort);
  writeRoutes(app, context, sort);
}

function readRoutes(app: App, context: Context, sort: papers.Sort): void {
  app.get(
    '/scenarios',
    {
      config: read,
      schema: described('scenarios', {
        tag: 'scenarios',
        summary: 'Saved scenarios, by name',
        answers: { 200: ScenarioList },
      }),
    },
    async (_request, reply) => {
      const { revision } = await snapshotFor(context, reply);
      const heads: ScenarioHead[] = (await sort.shelf.list()).map(papers.headOf);
      return { currentRevision: revision, scenarios: heads.sort(papers.byName) };
    },
  );
  app.get(
    '/scenarios/:id',
    {
      config: read,
      schema: described('scenario', {
        tag: 'scenarios',
        summary: 'One scenario, with its version as ETag, and whether the graph has changed since',
        params: PaperParams,
        querystring: VersionQuery,
        answers: { 200: ScenarioAnswer },
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
      place: '/scenarios',
      operation: 'scenarioVersions',
      tag: 'scenarios',
      summary: 'Its versions, newest first',
    },
    ScenarioVersions,
  );
  app.get(
    '/scenarios/:id/file',
    {
      config: read,
      schema: described('scenarioFile', {
        tag: 'scenarios',
        summary: 'The scenario as a file of its own',
        params: PaperParams,
        querystring: VersionQuery,
        answers: { 200: Scenario },
      }),
    },
    async (request, reply) => {
      const { id, version, body } = await papers.stored(
        sort,
        request.params.id,
        request.query.version,
      );
      const name = `${slug(id)}-v${version}.scenario.json`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return reply.type('application/json').send(body as Scenario);
    },
  );
}

function writeRoutes(app: App, context: Context, sort: papers.Sort): void {
  app.post(
    '/scenarios',
    {
      config: edit,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('saveNewScenario', {
        tag: 'scenarios',
        summary: 'Save a new scenario; its id is made from its name unless given',
        body: withExample(NewScenario, { scenario: SCENARIO_EXAMPLE }),
        answers: { 201: ScenarioHead },
      }),
    },
    async (request, reply) => {
      const { id, scenario, author } = request.body;
      const paper = await paperOf(context, request, scenario, '$.scenario');
      const by = author?.trim() || paper.author;
      const head = await papers.saveNew(sort, { ...paper, author: by }, id);
      setEtag(reply, head.version);
      const place = `/api/v1/scenarios/${encodeURIComponent(head.id)}`;
      return reply.code(201).header('location', place).send(papers.headOf(head));
    },
  );
  app.put(
    '/scenarios/:id',
    {
      config: edit,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('saveScenario', {
        tag: 'scenarios',
        summary: 'Save a further version; If-Match names the version that was changed',
        params: PaperParams,
        body: withExample(Scenario, SCENARIO_EXAMPLE),
        answers: { 200: ScenarioHead },
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
    place: '/scenarios',
    operation: 'removeScenario',
    tag: 'scenarios',
    summary: 'Remove a scenario from the list; its versions stay readable by number',
  });
}

async function answerOf(
  context: Context,
  reply: FastifyReply,
  paper: Paper,
): Promise<ScenarioAnswer> {
  const snapshot = await snapshotFor(context, reply);
  const scenario = paper.body as Scenario;
  const { faults, notes } = checkScenario(snapshot, scenario, '$.scenario');
  return {
    ...papers.headOf(paper),
    scenario,
    currentRevision: snapshot.revision,
    changedSince: snapshot.revision !== paper.graphRevision,
    faults,
    notes,
  };
}

/** Throws 422 when it cannot run. */
async function paperOf(
  context: Context,
  request: FastifyRequest,
  scenario: Scenario,
  path: string,
): Promise<{ title: string; author: string; graphRevision: number; body: Scenario }> {
  const snapshot = await context.holder.fresh();
  const { faults } = checkScenario(snapshot, scenario, path);
  if (faults.length > 0) throw malformed(faults);
  const { revision: graphRevision } = snapshot;
  return { title: scenario.name, author: actorOf(request), graphRevision, body: scenario };
}
