/** Incidents while they go on: opened, checked, and, as exercises, fed with injects. */
import {
  Incident,
  IncidentChange,
  IncidentsAnswer,
  MOST_CHECKS,
  MOST_INJECTS,
  NewCheck,
  NewIncident,
  NewInject,
  type Scenario,
  STALE_HOURS,
} from '@msp-impact/contract';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { malformed, notFound, Refusal } from '../errors.ts';
import {
  changeIncident,
  headOf,
  incidentOf,
  type Kept,
  newId,
  type Stored,
  storedOf,
} from '../incident/kept.ts';
import { skipped } from '../incident/skip.ts';
import { fault } from '../rules/fault.ts';
import { checkScenario } from '../scenario/check.ts';
import { nodeOf } from '../snapshot/read.ts';
import { Conflict } from '../store/port.ts';
import { slug } from '../text/slug.ts';
import { type App, actorOf, type Context } from './context.ts';
import { ifMatchOf, setEtag } from './http/etag.ts';
import { described, withExample } from './http/schema.ts';
import { refuseStale, type Sort } from './papers.ts';
import { SCENARIO_EXAMPLE, SCENARIO_LIMIT } from './simulate.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'scenarios:edit' } as const;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) });
const TRIES = 50;
/** Clocks of two machines are rarely closer. */
const AHEAD_MS = 5 * 60_000;

export function incidentRoutes(app: App, context: Context): void {
  readRoutes(app, context);
  openRoute(app, context);
  changeRoute(app, context);
  checkRoute(app, context);
  injectRoutes(app, context);
}

function readRoutes(app: App, { store }: Context): void {
  app.get(
    '/incidents',
    {
      config: read,
      schema: described('incidents', {
        tag: 'scenarios',
        summary: 'Incidents and exercises: those that go on first, then the newest',
        answers: { 200: IncidentsAnswer },
      }),
    },
    async () => {
      const heads = await store.incidents.list();
      const papers = await Promise.all(heads.map(({ id }) => store.incidents.get(id)));
      const incidents = papers.flatMap((paper) => (paper ? [headOf(storedOf(paper))] : []));
      const over = ({ closed }: { closed?: string }) => Number(closed !== undefined);
      incidents.sort((a, b) => over(a) - over(b) || (a.began < b.began ? 1 : -1));
      return { incidents };
    },
  );
  app.get(
    '/incidents/:id',
    {
      config: read,
      schema: described('incident', {
        tag: 'scenarios',
        summary: 'One incident, with the scenario that stands now, its checks counted',
        params: Params,
        querystring: Type.Object(
          {
            as: Type.Optional(
              Type.Enum(['player'], {
                description:
                  'injects and parts of the scenario that lie ahead are left out, until the results are shown',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        answers: { 200: Incident },
      }),
    },
    async ({ params, query }, reply) => {
      const paper = await store.incidents.get(params.id);
      if (!paper) throw missing(params.id);
      return answer(reply, storedOf(paper), query.as === 'player');
    },
  );
}

function openRoute(app: App, context: Context): void {
  app.post(
    '/incidents',
    {
      config: edit,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('openIncident', {
        tag: 'scenarios',
        summary: 'Open an incident or an exercise: hour 0 of its scenario is when it began',
        body: withExample(NewIncident, {
          name: 'Advanced does not answer',
          scenario: SCENARIO_EXAMPLE,
          staleAfterHours: STALE_HOURS,
        }),
        answers: { 201: Incident },
      }),
    },
    async (request, reply) => {
      const { name, scenario, exercise = false, began, author, staleAfterHours } = request.body;
      const graphRevision = await checked(context, scenario, '$.scenario');
      const kept: Kept = {
        name,
        scenario,
        exercise,
        began: timeOf(began, '$.began'),
        revealed: false,
        staleAfterHours: staleAfterHours ?? STALE_HOURS,
        checks: [],
        injects: [],
      };
      const by = author?.trim() || actorOf(request);
      const stored = await saveNew(context, kept, by, graphRevision);
      reply.header('location', `/api/v1/incidents/${encodeURIComponent(stored.paper.id)}`);
      return answer(reply.code(201), stored);
    },
  );
}

async function saveNew({ store }: Context, kept: Kept, author: string, graphRevision: number) {
  const base = (slug(kept.name) || newId()).slice(0, 180);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const id = attempt === 1 ? base : `${base}-${attempt}`;
    // Reports are numbered by the incident's id: one that was used before is not used again.
    if ((await store.incidents.versions(id)).length > 0) continue;
    const paper = { id, title: kept.name, author, graphRevision, body: kept };
    const head = await store.incidents.save(paper, 0).catch((error) => {
      if (error instanceof Conflict) return undefined;
      throw error;
    });
    if (head) return { kept, paper: { ...head, body: kept } };
  }
  const detail = `${base} and ${TRIES} more names of its sort exist. Give it another name.`;
  throw new Refusal(409, 'It exists already', { detail });
}

function changeRoute(app: App, context: Context): void {
  app.patch(
    '/incidents/:id',
    {
      config: edit,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('changeIncident', {
        tag: 'scenarios',
        summary: 'Change what is assumed, end it, show its results; If-Match where given',
        params: Params,
        body: withExample(IncidentChange, { closed: true }),
        answers: { 200: Incident },
      }),
    },
    async (request, reply) => {
      const { closed, skipHours, ...rest } = request.body;
      if (rest.scenario) await checked(context, rest.scenario, '$.scenario');
      const now = new Date().toISOString();
      const change = (before: Kept): Kept => {
        const { closed: old, ...kept } = skipHours ? jumped(before, skipHours) : before;
        const end = closed === undefined ? old : closed ? (old ?? now) : undefined;
        return { ...kept, ...rest, ...(end ? { closed: end } : {}) };
      };
      return changed(context, reply, request.params.id, change, ifMatchOf(request));
    },
  );
}

function checkRoute(app: App, context: Context): void {
  app.post(
    '/incidents/:id/checks',
    {
      config: edit,
      schema: described('logCheck', {
        tag: 'scenarios',
        summary: 'Log what somebody saw; it counts in place of what is computed until it is stale',
        params: Params,
        body: withExample(NewCheck, { node: 'adastra', level: 0, by: 'Duty manager' }),
        answers: { 201: Incident },
      }),
    },
    async ({ params, body }, reply) => {
      const snapshot = await context.holder.fresh();
      if (nodeOf(snapshot, body.node) < 0) {
        throw malformed([fault('$.node', body.node, 'no node has this id')]);
      }
      const logged = new Date().toISOString();
      const at = timeOf(body.at, '$.at');
      const change = (kept: Kept): Kept => {
        refuseOver(kept);
        refuseMore(kept.checks, MOST_CHECKS, 'checks');
        const { staleAfterHours = kept.staleAfterHours, ...seen } = body;
        const check = { ...seen, id: newId(), at, logged, staleAfterHours };
        return { ...kept, checks: [...kept.checks, check] };
      };
      return changed(context, reply.code(201), params.id, change);
    },
  );
}

function injectRoutes(app: App, context: Context): void {
  app.post(
    '/incidents/:id/injects',
    {
      config: edit,
      schema: described('addInject', {
        tag: 'scenarios',
        summary: 'Add what the players of an exercise are told, at its hour or by hand',
        params: Params,
        body: withExample(NewInject, { text: 'The press office asks for a line.', atHour: 2 }),
        answers: { 201: Incident },
      }),
    },
    async ({ params, body }, reply) => {
      const change = (kept: Kept): Kept => {
        if (!kept.exercise) throw new Refusal(409, 'It is no exercise', { detail: NO_EXERCISE });
        refuseOver(kept);
        refuseMore(kept.injects, MOST_INJECTS, 'injects');
        return { ...kept, injects: [...kept.injects, { ...body, id: newId() }] };
      };
      return changed(context, reply.code(201), params.id, change);
    },
  );
  app.post(
    '/incidents/:id/injects/:inject/release',
    {
      config: edit,
      schema: described('releaseInject', {
        tag: 'scenarios',
        summary: 'Release an inject now',
        params: Type.Object({ id: Params.properties.id, inject: Type.String({ maxLength: 100 }) }),
        answers: { 200: Incident },
      }),
    },
    async ({ params }, reply) => {
      const now = new Date().toISOString();
      const change = (kept: Kept): Kept => {
        if (!kept.injects.some(({ id }) => id === params.inject)) {
          throw notFound('inject', params.inject, '$.params.inject');
        }
        refuseOver(kept);
        const released = (one: Kept['injects'][number]) =>
          one.id === params.inject ? { ...one, released: one.released ?? now } : one;
        return { ...kept, injects: kept.injects.map(released) };
      };
      return changed(context, reply, params.id, change);
    },
  );
}

const NO_EXERCISE = 'Injects are for exercises; this is an incident. Open an exercise for them.';

const NO_JUMP = 'The clock of an incident cannot be moved; that of an exercise can.';

async function changed(
  { store }: Context,
  reply: FastifyReply,
  id: string,
  change: (kept: Kept) => Kept,
  expected?: number,
) {
  const sort: Sort = {
    shelf: store.incidents,
    noun: 'incident',
    shown: (paper) => headOf(storedOf(paper)),
  };
  const stored = await changeIncident(store, id, change, expected).catch((error) =>
    refuseStale(sort, id, error),
  );
  if (!stored) throw missing(id);
  return answer(reply, stored);
}

function answer(reply: FastifyReply, stored: Stored, player = false): Incident {
  setEtag(reply, stored.paper.version);
  return incidentOf(stored, new Date().toISOString(), player);
}

const missing = (id: string) => notFound('incident', id, '$.params.id');

/** The graph's revision; throws 422 where the scenario does not fit it. */
async function checked({ holder }: Context, scenario: Scenario, path: string): Promise<number> {
  const snapshot = await holder.fresh();
  const { faults } = checkScenario(snapshot, scenario, path);
  if (faults.length > 0) throw malformed(faults);
  return snapshot.revision;
}

/** UTC; now where nothing is given. Throws 422 for what no calendar has, and for what lies ahead. */
function timeOf(text: string | undefined, path: string): string {
  const now = Date.now();
  const time = text === undefined ? now : Date.parse(text);
  const ahead = time > now + AHEAD_MS;
  if (Number.isFinite(time) && !ahead) return new Date(Math.min(time, now)).toISOString();
  const reason = ahead ? 'lies ahead: it must have happened' : 'must be a time of the calendar';
  throw malformed([fault(path, text, reason)]);
}

/** The clock of an incident is that on the wall. */
function jumped(kept: Kept, hours: number): Kept {
  if (!kept.exercise) throw new Refusal(409, 'It is no exercise', { detail: NO_JUMP });
  refuseOver(kept);
  return skipped(kept, hours);
}

function refuseOver({ closed }: Kept): void {
  if (!closed) return;
  const detail = `It ended at ${closed}. Open it again first.`;
  throw new Refusal(409, 'It is over', { detail });
}

function refuseMore(list: readonly unknown[], most: number, what: string): void {
  if (list.length < most) return;
  const detail = `It has ${most} ${what} already: end it and open another.`;
  throw new Refusal(409, 'It is full', { detail });
}
