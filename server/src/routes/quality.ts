/** How good the data is, what nobody knows, and whom somebody asked. */
import { Asked, AskedRequest, QualityAnswer, WorkListAnswer } from '@msp-impact/contract';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { registerOf } from '../answers/concentration/register.ts';
import { malformed, notFound, Refusal } from '../errors.ts';
import { factsOf } from '../parties/facts.ts';
import { qualityAnswer } from '../quality/quality.ts';
import { workListAnswer } from '../quality/work-list.ts';
import { fault } from '../rules/fault.ts';
import { Conflict, type PaperHead, type Store } from '../store/port.ts';
import { type App, actorOf, type Context, snapshotFor } from './context.ts';
import { described, Nothing, withExample } from './http/schema.ts';

const read = { permission: 'graph:read' } as const;
const edit = { permission: 'notes:edit' } as const;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) });
const Today = Type.Object(
  { today: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })) },
  { additionalProperties: false },
);
const Limit = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 1000 })) },
  { additionalProperties: false },
);

export function qualityRoutes(app: App, context: Context): void {
  readRoutes(app, context);
  askedRoutes(app, context);
}

const today = () => new Date().toISOString().slice(0, 10);

function readRoutes(app: App, context: Context): void {
  const { store } = context;
  app.get(
    '/quality',
    {
      config: read,
      schema: described('quality', {
        tag: 'questions',
        summary: 'What the data covers, what it rests on, and how old it is',
        querystring: Today,
        answers: { 200: QualityAnswer },
      }),
    },
    async (request, reply) => {
      const day = request.query.today ?? today();
      checkDay(day, '$.query.today', 400);
      const snapshot = await snapshotFor(context, reply);
      const facts = await factsOf(snapshot, store.reader);
      const apart = new Set((await store.apart.list()).map(({ id }) => id));
      return qualityAnswer(await registerOf(snapshot, store), facts, apart, day);
    },
  );
  app.get(
    '/quality/work-list',
    {
      config: read,
      schema: described('workList', {
        tag: 'questions',
        summary: 'Things of which nobody recorded what they rely on, and whom somebody asked',
        querystring: Limit,
        answers: { 200: WorkListAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const asked = new Map((await store.asked.list()).map((head) => [head.id, askedOf(head)]));
      return workListAnswer(snapshot, store.reader, asked, request.query.limit ?? 1000);
    },
  );
}

function checkDay(day: string, path: string, status: 400 | 422): void {
  const parsed = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
  if (!real) throw malformed([fault(path, day, 'must be a day, as 2026-11-24')], status);
}

/** The head alone tells all: whom in its title, the day before a blank at its start. */
function askedOf({ title, author, version }: PaperHead): Asked {
  return { on: title.slice(0, 10), of: title.slice(11), by: author, version };
}

function askedRoutes(app: App, context: Context): void {
  app.put(
    '/quality/asked/:id',
    {
      config: edit,
      schema: described('noteAsked', {
        tag: 'questions',
        summary: 'Note whom somebody asked what this relies on, and when (today unless given)',
        params: Params,
        body: withExample(AskedRequest, { of: 'Head of digital, Powys', on: '2026-11-24' }),
        answers: { 200: Asked },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const snapshot = await snapshotFor(context, reply);
      if (!snapshot.rows.has(id)) throw notFound('node', id, '$.params.id');
      return askedOf(await saveAsked(context.store, request, id, snapshot.revision));
    },
  );
  app.delete(
    '/quality/asked/:id',
    {
      config: edit,
      schema: described('forgetAsked', {
        tag: 'questions',
        summary: 'Take back that somebody was asked',
        params: Params,
        answers: { 204: Nothing },
      }),
    },
    async (request, reply) => {
      const { id } = request.params;
      const { asked } = context.store;
      const head = await asked.get(id);
      if (!head || !(await asked.remove(id, head.version))) {
        throw notFound('entry', id, '$.params.id');
      }
      return reply.code(204).send();
    },
  );
}

async function saveAsked(
  { asked }: Store,
  request: FastifyRequest & { body: AskedRequest },
  id: string,
  graphRevision: number,
): Promise<PaperHead> {
  const { of, on = today(), by } = request.body;
  checkDay(on, '$.on', 422);
  const author = by?.trim() || actorOf(request);
  const paper = { id, title: `${on} ${of.slice(0, 500)}`, author, graphRevision, body: { of, on } };
  const newest = await asked.get(id);
  try {
    return await asked.save(paper, newest?.version ?? 0);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw new Refusal(409, 'Someone noted this at the same moment', { detail: 'Look again.' });
  }
}
