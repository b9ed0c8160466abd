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
import Type from 'typebox';
import { malformed, notFound, Refusal } from '../errors.ts';
import { slug } from '../import/slug.ts';
import { fault } from '../rules/fault.ts';
import { checkScenario } from '../scenario/check.ts';
import { Conflict, type Paper, type PaperHead } from '../store/port.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { ifMatchOf, setEtag } from './etag.ts';
import { described, Nothing, withExample } from './schema.ts';
import { SCENARIO_EXAMPLE, SCENARIO_LIMIT } from './simulate.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'scenarios:edit' } as const;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) });
const VersionQuery = Type.Object(
  { version: Type.Optional(Type.Integer({ minimum: 1 })) },
  { additionalProperties: false },
);
/** Names tried when several scenarios are called the same. */
const TRIES = 50;

export function scenarioRoutes(app: App, context: Context): void {
  readRoutes(app, context);
  writeRoutes(app, context);
}

function readRoutes(app: App, context: Context): void {
  const { scenarios } = context.store;
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
      const heads = (await scenarios.list()).map(headOf);
      const byName = (a: ScenarioHead, b: ScenarioHead) =>
        a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
      return { currentRevision: revision, scenarios: heads.sort(byName) };
    },
  );
  app.get(
    '/scenarios/:id',
    {
      config: read,
      schema: described('scenario', {
        tag: 'scenarios',
        summary: 'One scenario, with its version as ETag, and whether the graph has changed since',
        params: Params,
        querystring: VersionQuery,
        answers: { 200: ScenarioAnswer },
      }),
    },
    async (request, reply) => {
      const paper = await stored(context, request.params.id, request.query.version);
      setEtag(reply, paper.version);
      return answerOf(context, reply, paper);
    },
  );
  app.get(
    '/scenarios/:id/versions',
    {
      config: read,
      schema: described('scenarioVersions', {
        tag: 'scenarios',
        summary: 'Its versions, newest first',
        params: Params,
        answers: { 200: ScenarioVersions },
      }),
    },
    async (request) => {
      const versions = (await scenarios.versions(request.params.id)).map(headOf);
      if (versions.length === 0) throw notFound('scenario', request.params.id, '$.params.id');
      return { versions };
    },
  );
  app.get(
    '/scenarios/:id/file',
    {
      config: read,
      schema: described('scenarioFile', {
        tag: 'scenarios',
        summary: 'The scenario as a file of its own',
        params: Params,
        querystring: VersionQuery,
        answers: { 200: Scenario },
      }),
    },
    async (request, reply) => {
      const { id, version, body } = await stored(context, request.params.id, request.query.version);
      const name = `${slug(id)}-v${version}.scenario.json`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return reply.type('application/json').send(body as Scenario);
    },
  );
}

function writeRoutes(app: App, context: Context): void {
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
      const head = await saveNew(context, request, scenario, id, author?.trim());
      setEtag(reply, head.version);
      const place = `/api/v1/scenarios/${encodeURIComponent(head.id)}`;
      return reply.code(201).header('location', place).send(headOf(head));
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
        params: Params,
        body: withExample(Scenario, SCENARIO_EXAMPLE),
        answers: { 200: ScenarioHead },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const expected = await versionNamed(context, request, id);
      const head = await save(context, request, request.body, id, expected);
      setEtag(reply, head.version);
      return headOf(head);
    },
  );
  app.delete(
    '/scenarios/:id',
    {
      config: edit,
      schema: described('removeScenario', {
        tag: 'scenarios',
        summary: 'Remove a scenario from the list; its versions stay readable by number',
        params: Params,
        answers: { 204: Nothing },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const expected = await versionNamed(context, request, id);
      const removed = await context.store.scenarios
        .remove(id, expected)
        .catch((error) => refuseStale(context, id, error));
      if (!removed) throw notFound('scenario', id, '$.params.id');
      return reply.code(204).send();
    },
  );
}

function headOf({ title, ...head }: PaperHead): ScenarioHead {
  const { id, version, at, author, graphRevision } = head;
  return { id, name: title, version, at, author, graphRevision };
}

async function stored({ store }: Context, id: string, version?: number): Promise<Paper> {
  const paper = await store.scenarios.get(id, version);
  if (paper) return paper;
  throw notFound(
    'scenario',
    version === undefined ? id : `${id}, version ${version}`,
    '$.params.id',
  );
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
    ...headOf(paper),
    scenario,
    currentRevision: snapshot.revision,
    changedSince: snapshot.revision !== paper.graphRevision,
    faults,
    notes,
  };
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

async function save(
  context: Context,
  request: FastifyRequest,
  scenario: Scenario,
  id: string,
  expected: number,
  author = actorOf(request),
): Promise<PaperHead> {
  const snapshot = await context.holder.fresh();
  const { faults } = checkScenario(
    snapshot,
    scenario,
    request.method === 'PUT' ? '$' : '$.scenario',
  );
  if (faults.length > 0) throw malformed(faults);
  const { revision: graphRevision } = snapshot;
  const paper = { id, title: scenario.name, author, graphRevision, body: scenario };
  return context.store.scenarios.save(paper, expected).catch((error) => {
    return refuseStale(context, id, error);
  });
}

async function saveNew(
  context: Context,
  request: FastifyRequest,
  scenario: Scenario,
  wanted: string | undefined,
  author: string | undefined,
): Promise<PaperHead> {
  const base = wanted ?? slug(scenario.name);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const id = attempt === 1 ? base : `${base}-${attempt}`;
    if (await context.store.scenarios.get(id)) {
      if (wanted === undefined) continue;
      throw taken(id);
    }
    return save(context, request, scenario, id, 0, author || actorOf(request));
  }
  throw taken(base);
}

function taken(id: string): Refusal {
  const errors = [fault('$.id', id, 'a scenario with this id exists already')];
  return new Refusal(409, 'It exists already', { detail: `${id} exists already.`, errors });
}

/** Somebody else saved first: 412 with what is there now. */
async function refuseStale(context: Context, id: string, error: unknown): Promise<never> {
  if (!(error instanceof Conflict)) throw error;
  const paper = await context.store.scenarios.get(id);
  if (!paper) {
    if ((await context.store.scenarios.versions(id)).length === 0) {
      throw notFound('scenario', id, '$.params.id');
    }
    const detail = `${id} was removed meanwhile.`;
    throw new Refusal(412, 'Someone removed this first', { detail, current: null });
  }
  throw new Refusal(412, 'Someone changed this first', {
    detail: `${id} is at version ${paper.version} now, saved by ${paper.author}.`,
    errors: [fault('$.headers.if-match', null, `${id} is at version ${paper.version}`)],
    current: { ...headOf(paper), scenario: paper.body },
  });
}
