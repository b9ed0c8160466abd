/** Reach, paths, ranking, cut sets. */
import {
  CutSetsAnswer,
  KindSchema,
  NodeId,
  PathsAnswer,
  RankAnswer,
  ReachAnswer,
} from '@msp-impact/contract';
import Type from 'typebox';
import { type Candidates, cutSetsAnswer } from '../answers/cut-sets.ts';
import { rankAnswer } from '../answers/rank.ts';
import { pathsAnswer, REACH_PAGE, reachAnswer } from '../answers/ways.ts';
import { Refusal } from '../errors.ts';
import { type App, type Context, nodeNamed, snapshotFor } from './context.ts';
import { positionOf } from './http/page.ts';
import { described } from './http/schema.ts';

const config = { permission: 'graph:read' } as const;
const closed = { additionalProperties: false } as const;
const Count = (maximum: number) => Type.Optional(Type.Integer({ minimum: 1, maximum }));

export function wayRoutes(app: App, context: Context): void {
  reachRoute(app, context);
  pathsRoute(app, context);
  rankRoute(app, context);
  cutSetsRoute(app, context);
}

function reachRoute(app: App, context: Context): void {
  app.get(
    '/nodes/:id/reach',
    {
      config,
      schema: described('reach', {
        tag: 'questions',
        summary: 'What a node relies on, or what relies on it, near to far',
        params: Type.Object({ id: Type.String() }),
        querystring: Type.Object(
          {
            direction: Type.Optional(Type.Enum(['upstream', 'downstream'])),
            depth: Count(1_000_000),
            limit: Count(10_000),
            cursor: Type.Optional(Type.String()),
          },
          closed,
        ),
        answers: { 200: ReachAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { id } = request.params;
      const { direction = 'downstream', depth, limit = REACH_PAGE, cursor } = request.query;
      const node = nodeNamed(snapshot, id, '$.params.id');
      const asked = { id, direction, depth };
      const from = positionOf(cursor, snapshot.revision, asked, '$.query.cursor');
      return reachAnswer(snapshot, node, asked, limit, from);
    },
  );
}

function pathsRoute(app: App, context: Context): void {
  app.get(
    '/paths',
    {
      config,
      schema: described('paths', {
        tag: 'questions',
        summary: 'Simple paths between two nodes, shortest first',
        querystring: Type.Object({ from: NodeId, to: NodeId, limit: Count(1000) }, closed),
        answers: { 200: PathsAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { from, to, limit = 100 } = request.query;
      const start = nodeNamed(snapshot, from, '$.query.from');
      return pathsAnswer(snapshot, start, nodeNamed(snapshot, to, '$.query.to'), limit);
    },
  );
}

function rankRoute(app: App, context: Context): void {
  app.get(
    '/rank',
    {
      config,
      schema: described('rank', {
        tag: 'questions',
        summary: 'What would hurt most: every node stopped alone, worst first',
        querystring: Type.Object(
          { kind: Type.Optional(Type.Array(KindSchema)), top: Count(1000) },
          closed,
        ),
        answers: { 200: RankAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { kind, top = 100 } = request.query;
      const answer = await rankAnswer(snapshot, { kinds: kind, top });
      if (!answer) throw tooLong();
      return answer;
    },
  );
}

function cutSetsRoute(app: App, context: Context): void {
  app.get(
    '/cut-sets',
    {
      config,
      schema: described('cutSets', {
        tag: 'questions',
        summary: 'What alone stops a node, and which two together do',
        description: 'Orders above 2 are answered as far as 2, as not complete.',
        querystring: Type.Object(
          {
            target: NodeId,
            maxOrder: Count(1000),
            candidates: Type.Optional(
              Type.Enum(['all', 'leaves', 'supplier', 'product', 'service', 'region']),
            ),
            limit: Count(100_000),
          },
          closed,
        ),
        answers: { 200: CutSetsAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { target, maxOrder = 1, candidates = 'all', limit = 1000 } = request.query;
      const node = nodeNamed(snapshot, target, '$.query.target');
      const which = candidates as Candidates;
      return cutSetsAnswer(snapshot, { target: node, maxOrder, candidates: which, limit });
    },
  );
}

function tooLong(): Refusal {
  const detail = 'The graph is too large to rank within the time that is allowed for it.';
  return new Refusal(503, 'This took too long', { detail, headers: { 'retry-after': '60' } });
}
