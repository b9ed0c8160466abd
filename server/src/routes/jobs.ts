/** Long computations: start, follow (by polling or by server-sent events), cancel, result. */
import { availableParallelism } from 'node:os';
import {
  DEFAULT_SEED,
  Job,
  JobsAnswer,
  MeasuresRequest,
  MonteCarloRequest,
} from '@msp-impact/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { malformed, notFound, Refusal } from '../errors.ts';
import { isOver, type JobBoard } from '../jobs/board.ts';
import type { HostedTask } from '../jobs/hosted.ts';
import { monteCarloTask } from '../jobs/monte-carlo-task.ts';
import type { JobTask } from '../jobs/protocol.ts';
import { measuresTask, stepsOf } from '../measures/task.ts';
import { inPhases } from '../snapshot/phases.ts';
import { type App, type Context, snapshotFor } from './context.ts';
import { described, fileIn, withExample } from './http/schema.ts';
import { SCENARIO_EXAMPLE, SCENARIO_LIMIT, simulatedOr422 } from './simulate.ts';

const config = { permission: 'graph:read' } as const;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
/** Runs up to which one thread is faster than two. */
const ONE_THREAD = 2_000;
const MOST_THREADS = 4;
/** Milliseconds: a comment keeps proxies from closing a silent stream. */
const HEARTBEAT = 15_000;
const EVENTS = 'text/event-stream';
const JobEvent = Type.Object({
  event: Type.Literal('job'),
  data: Type.String({ contentMediaType: 'application/json', description: 'the job, as JSON' }),
});

export function jobRoutes(app: App, context: Context): void {
  startRoutes(app, context);
  measuresRoute(app, context);
  followRoutes(app, context);
}

/** Throws 503 when too many wait. */
export function startJob(jobs: JobBoard, task: JobTask | HostedTask, total: number): Job {
  const job = jobs.start(task, total);
  if (job) return job;
  throw new Refusal(503, 'Too many computations are waiting', {
    detail: 'Wait until one of them is done, or cancel one.',
    headers: { 'retry-after': '10' },
  });
}

function startRoutes(app: App, context: Context): void {
  app.post(
    '/jobs/monte-carlo',
    {
      config,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('startMonteCarlo', {
        tag: 'scenarios',
        summary: 'Many runs, each number drawn from its range: percentiles, chances, drivers',
        description: 'The same seed gives the same result, however many threads share the runs.',
        body: withExample(MonteCarloRequest, { scenario: SCENARIO_EXAMPLE, runs: 10_000, seed: 1 }),
        answers: { 202: Job },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { scenario, runs, seed = DEFAULT_SEED } = request.body;
      const simulated = await simulatedOr422(snapshot, scenario, '$.scenario');
      const task = await inPhases(monteCarloTask(simulated, runs, seed));
      const threads = runs <= ONE_THREAD ? 1 : Math.min(availableParallelism(), MOST_THREADS);
      const job = startJob(context.jobs, { kind: 'monte-carlo', task, threads }, runs);
      return accepted(reply, job);
    },
  );
}

function measuresRoute(app: App, context: Context): void {
  app.post(
    '/jobs/measures',
    {
      config,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('startMeasures', {
        tag: 'scenarios',
        summary: 'What would help most: each measure alone, and the best set within a budget',
        description: 'Measures are edits of the graph with a cost; nothing is stored.',
        body: withExample(MeasuresRequest, MEASURES_EXAMPLE),
        answers: { 202: Job },
      }),
    },
    async (request, reply) => {
      const snapshot = await context.holder.fresh();
      const task = await measuresTask(snapshot, context.store.reader, request.body);
      if (!task.ok) throw malformed(task.faults);
      const total = stepsOf(request.body.measures.length);
      return accepted(reply, startJob(context.jobs, { kind: 'measures', task: task.value }, total));
    },
  );
}

const MEASURES_EXAMPLE = {
  measures: [
    {
      id: 'split-finance',
      name: 'Finance in a zone of its own',
      cost: 40_000,
      do: 'split',
      zone: 'advanced-health-and-care',
      nodes: ['efinancials'],
    },
    {
      id: 'second-triage',
      name: 'A second triage system for 111',
      cost: 900_000,
      do: 'supplier',
      to: 'nhs-111-england',
      beside: 'adastra',
    },
  ],
  scenarios: [{ scenario: SCENARIO_EXAMPLE }],
  budget: 1_000_000,
};

function accepted(reply: FastifyReply, job: Job) {
  return reply.code(202).header('location', `/api/v1/jobs/${job.id}`).send(job);
}

function followRoutes(app: App, { jobs }: Context): void {
  app.get(
    '/jobs',
    {
      config,
      schema: described('jobs', {
        tag: 'scenarios',
        summary: 'Jobs of this server, newest first, without their results',
        answers: { 200: JobsAnswer },
      }),
    },
    async () => ({ jobs: jobs.list() }),
  );
  app.get(
    '/jobs/:id',
    {
      config,
      schema: described('job', {
        tag: 'scenarios',
        summary: 'A job: how far it is, and what is known so far',
        params: Params,
        answers: { 200: Job },
      }),
    },
    async (request) => found(jobs.get(request.params.id), request.params.id),
  );
  app.get(
    '/jobs/:id/events',
    {
      config,
      schema: described('followJob', {
        tag: 'scenarios',
        summary:
          'The same as server-sent events: one `job` event for each change, until it is over',
        params: Params,
        answers: { 200: fileIn([EVENTS], 'One event for each change', { [EVENTS]: JobEvent }) },
      }),
    },
    (request, reply) => follow(jobs, request, reply, request.params.id),
  );
  app.delete(
    '/jobs/:id',
    {
      config,
      schema: described('cancelJob', {
        tag: 'scenarios',
        summary: 'Cancel a job; one that is over stays as it is',
        params: Params,
        answers: { 200: Job },
      }),
    },
    async (request) => found(jobs.cancel(request.params.id), request.params.id),
  );
}

function found(job: Job | undefined, id: string): Job {
  if (!job) throw notFound('job', id, '$.params.id');
  return job;
}

function follow(jobs: JobBoard, request: FastifyRequest, reply: FastifyReply, id: string): void {
  const job = found(jobs.get(id), id);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': EVENTS,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  const send = (one: Job) => raw.write(`event: job\ndata: ${JSON.stringify(one)}\n\n`);
  send(job);
  if (isOver(job)) {
    raw.end();
    return;
  }
  const stop = jobs.watch(id, (one) => {
    send(one);
    if (isOver(one)) end();
  });
  const beat = setInterval(() => raw.write(': still there\n\n'), HEARTBEAT);
  const end = () => {
    clearInterval(beat);
    stop?.();
    raw.end();
  };
  request.raw.on('close', () => {
    // Nobody listens any more; the job goes on until it is cancelled.
    clearInterval(beat);
    stop?.();
  });
}
