/** Questions: who is hit, why, what to draw. */
import {
  ExplainRequest,
  Explanation,
  GraphView,
  ImpactAnswer,
  ImpactRequest,
  KindSchema,
  NodeId,
  SearchAnswer,
  ViewRequest,
} from '@msp-impact/contract';
import Type from 'typebox';
import { explanationOf } from '../answers/explain/explain.ts';
import { DEFAULT_LIMIT, impactAnswer } from '../answers/impact.ts';
import { searchAnswer } from '../answers/search.ts';
import { malformed } from '../errors.ts';
import { noNode } from '../snapshot/question.ts';
import { nodeOf } from '../snapshot/read.ts';
import { type App, type Context, snapshotFor, solved } from './context.ts';
import { sourcesOf } from './evidence.ts';
import { positionOf } from './http/page.ts';
import { described, withExample } from './http/schema.ts';
import { picture } from './picture.ts';

const QUESTION = { down: [{ id: 'advanced' }] };
const INCIDENT = {
  down: [{ id: 'staffplan-citrix', cause: 'compromised' }],
  isolate: ['advanced-health-and-care'],
  sever: [{ from: 'adastra', to: 'gp-out-of-hours-northern-ireland' }],
  workarounds: true,
};
const config = { permission: 'graph:read' } as const;

const GraphQuery = Type.Object(
  {
    around: Type.Optional(NodeId),
    direction: Type.Optional(Type.Enum(['both', 'upstream', 'downstream'])),
    depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    kinds: Type.Optional(Type.Array(KindSchema)),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    show: Type.Optional(Type.Enum(['hit', 'all'])),
    budget: Type.Optional(Type.Integer({ minimum: 10, maximum: 1500 })),
  },
  { additionalProperties: false },
);

export function questionRoutes(app: App, context: Context): void {
  pictureRoutes(app, context);
  impactRoute(app, context);
  explainRoute(app, context);
  searchRoute(app, context);
}

function pictureRoutes(app: App, context: Context): void {
  app.post(
    '/view',
    {
      config,
      schema: described('view', {
        tag: 'questions',
        summary: 'The graph, or the part that a question concerns, with counted groups',
        body: withExample(ViewRequest, { question: QUESTION, show: 'hit', budget: 500 }),
        answers: { 200: GraphView },
      }),
    },
    async (request, reply) => picture(await snapshotFor(context, reply), request.body),
  );

  app.get(
    '/graph',
    {
      config,
      schema: described('graph', {
        tag: 'questions',
        summary: 'The graph as it is, or a neighbourhood, some kinds, what a search finds',
        querystring: GraphQuery,
        answers: { 200: GraphView },
      }),
    },
    async (request, reply) => {
      const { q, show = 'all', ...rest } = request.query;
      const options = q === undefined ? { ...rest, show } : { ...rest, show, search: q };
      return picture(await snapshotFor(context, reply), options, '$.query');
    },
  );
}

function impactRoute(app: App, context: Context): void {
  app.post(
    '/impact',
    {
      config,
      schema: described('impact', {
        tag: 'questions',
        summary: 'Who is hit: summary, sentence and rows, worst first',
        description:
          'The rest of the rows comes by cursor, as long as the graph stays at its version.',
        body: withExample(ImpactRequest, { question: QUESTION }, { question: INCIDENT, limit: 50 }),
        answers: { 200: ImpactAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { question, limit = DEFAULT_LIMIT, cursor } = request.body;
      const from = positionOf(cursor, snapshot.revision, question);
      return impactAnswer(solved(snapshot, question), limit, from);
    },
  );
}

function explainRoute(app: App, context: Context): void {
  app.post(
    '/explain',
    {
      config,
      schema: described('explain', {
        tag: 'questions',
        summary: 'Why one node is where it is, and what would change it',
        body: withExample(ExplainRequest, { question: QUESTION, id: 'nhs-111-england' }),
        answers: { 200: Explanation },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { question, id } = request.body;
      const node = nodeOf(snapshot, id);
      if (node < 0) throw malformed([noNode('$.id', id)]);
      const { explanation, carrying } = explanationOf(solved(snapshot, question), node);
      return { ...explanation, ...(await sourcesOf(context.store, carrying)) };
    },
  );
}

function searchRoute(app: App, context: Context): void {
  app.get(
    '/search',
    {
      config,
      schema: described('search', {
        tag: 'questions',
        summary: 'Nodes by name or id, best first',
        querystring: Type.Object(
          {
            q: Type.String({ maxLength: 200 }),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
          },
          { additionalProperties: false },
        ),
        answers: { 200: SearchAnswer },
      }),
    },
    async (request, reply) =>
      searchAnswer(await snapshotFor(context, reply), request.query.q, request.query.limit),
  );
}
