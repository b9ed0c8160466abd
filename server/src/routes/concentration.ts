/** How much rests on few: concentration, suppliers' suppliers, single sources, dates, what-if. */
import {
  ConcentrationAnswer,
  ConcentrationChoices,
  ConcentrationQuery,
  ConcentrationRequest,
  DecideByAnswer,
  DecideByQuery,
  FourthPartiesAnswer,
  OverTimeAnswer,
  ReplaceMatrixAnswer,
  SingleSourceAnswer,
  WhatIfAnswer,
  WhatIfRequest,
} from '@msp-impact/contract';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Answer } from '../answers/ask.ts';
import { concentrationAnswer } from '../answers/concentration/concentration.ts';
import { decideByAnswer } from '../answers/concentration/decide.ts';
import { fourthPartiesAnswer } from '../answers/concentration/fourth.ts';
import { lossesOf } from '../answers/concentration/losses.ts';
import { matrixAnswer } from '../answers/concentration/matrix.ts';
import { type Register, registerOf } from '../answers/concentration/register.ts';
import { singleSourceAnswer } from '../answers/concentration/single.ts';
import { choicesAnswer, overTimeAnswer } from '../answers/concentration/time.ts';
import { whatIfAnswer } from '../answers/concentration/what-if.ts';
import { malformed } from '../errors.ts';
import { type App, type Context, snapshotFor } from './context.ts';
import { described, withExample } from './http/schema.ts';

const config = { permission: 'graph:read' } as const;
const tag = 'questions';
const Limit = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) },
  { additionalProperties: false },
);
/** Bytes: four alternatives may each bring nodes and links. */
const WHAT_IF_LIMIT = 8_000_000;

const EXAMPLE = {
  scope: { share: 'count' },
  alternatives: [
    {
      name: 'Another supplier takes over finance',
      edits: [
        {
          do: 'move',
          contract: 'ocds-h6vhtk-043662',
          to: 'bidder-x',
          name: 'Bidder X',
        },
      ],
    },
    {
      name: 'DXC buys Advanced',
      edits: [{ do: 'buy', supplier: 'advanced', by: 'dxc' }],
    },
  ],
};

export function concentrationRoutes(app: App, context: Context): void {
  shareRoutes(app, context);
  exposureRoutes(app, context);
  whatIfRoute(app, context);
}

async function registerFor(context: Context, reply: FastifyReply): Promise<Register> {
  return registerOf(await snapshotFor(context, reply), context.store);
}

/** Throws 400 naming the parameter, or 422 for a body. */
function answered<T>(answer: Answer<T>, status: 400 | 422): T {
  if (answer.ok) return answer.value;
  const root = status === 400 ? '$.query' : '$';
  throw malformed(
    answer.faults.map((one) => ({ ...one, path: one.path.replace('$', root) })),
    status,
  );
}

const today = () => new Date().toISOString().slice(0, 10);

function shareRoutes(app: App, context: Context): void {
  app.get(
    '/concentration',
    {
      config,
      schema: described('concentration', {
        tag,
        summary: 'Shares of suppliers, how concentrated they are, and what is not known of them',
        description:
          'Refused with 400 when values are on record in several currencies and none is named.',
        querystring: ConcentrationQuery,
        answers: { 200: ConcentrationAnswer },
      }),
    },
    async (request, reply) =>
      answered(concentrationAnswer(await registerFor(context, reply), request.query), 400),
  );
  app.get(
    '/concentration/choices',
    {
      config,
      schema: described('concentrationChoices', {
        tag,
        summary: 'Currencies, tags, categories and buyers that concentration can be asked for',
        answers: { 200: ConcentrationChoices },
      }),
    },
    async (_request, reply) => choicesAnswer(await registerFor(context, reply)),
  );
  app.get(
    '/concentration/over-time',
    {
      config,
      schema: described('concentrationOverTime', {
        tag,
        summary: 'Concentration at the end of each year, from the days of the contracts',
        querystring: ConcentrationRequest,
        answers: { 200: OverTimeAnswer },
      }),
    },
    async (request, reply) =>
      answered(overTimeAnswer(await registerFor(context, reply), request.query, today()), 400),
  );
  app.get(
    '/contracts/decide-by',
    {
      config,
      schema: described('decideBy', {
        tag,
        summary: 'Contracts by the day to decide: end, less notice, less months to re-procure',
        querystring: DecideByQuery,
        answers: { 200: DecideByAnswer },
      }),
    },
    async (request, reply) => {
      const register = await registerFor(context, reply);
      return answered(decideByAnswer(register, request.query, request.query.today ?? today()), 400);
    },
  );
}

function exposureRoutes(app: App, context: Context): void {
  const exposed = async (reply: FastifyReply) => {
    const register = await registerFor(context, reply);
    return { register, losses: await lossesOf(register.snapshot) };
  };
  app.get(
    '/fourth-parties',
    {
      config,
      schema: described('fourthParties', {
        tag,
        summary: "Suppliers' suppliers: the loss if one stops, and the products it hides behind",
        description: 'Exposures overlap, so there is no share of them and no index.',
        querystring: Limit,
        answers: { 200: FourthPartiesAnswer },
      }),
    },
    async (request, reply) => {
      const { register, losses } = await exposed(reply);
      return fourthPartiesAnswer(register, losses, request.query.limit);
    },
  );
  app.get(
    '/single-source',
    {
      config,
      schema: described('singleSource', {
        tag,
        summary: 'Services with one supplier, or that one supplier alone stops',
        querystring: Limit,
        answers: { 200: SingleSourceAnswer },
      }),
    },
    async (request, reply) => {
      const { register, losses } = await exposed(reply);
      return singleSourceAnswer(register, losses, request.query.limit);
    },
  );
  app.get(
    '/replace-matrix',
    {
      config,
      schema: described('replaceMatrix', {
        tag,
        summary: 'Suppliers by how hard to replace and how critical',
        querystring: Limit,
        answers: { 200: ReplaceMatrixAnswer },
      }),
    },
    async (request, reply) => {
      const { register, losses } = await exposed(reply);
      return matrixAnswer(register, losses, request.query.limit);
    },
  );
}

function whatIfRoute(app: App, context: Context): void {
  app.post(
    '/what-if',
    {
      config,
      bodyLimit: WHAT_IF_LIMIT,
      schema: described('whatIf', {
        tag,
        summary: 'Up to four awards, mergers or purchases beside doing nothing; nothing is stored',
        body: withExample(WhatIfRequest, EXAMPLE),
        answers: { 200: WhatIfAnswer },
      }),
    },
    async (request, reply) => {
      const register = await registerFor(context, reply);
      return answered(await whatIfAnswer(register, context.store.reader, request.body), 422);
    },
  );
}
