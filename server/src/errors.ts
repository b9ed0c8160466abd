/**
 * What the API refuses, as RFC 9457 problem details. Every refusal passes through here.
 * Parts that answer requests throw a Refusal; anything else that is thrown is a fault of ours (500)
 * or of the store (503).
 */
import type { Fault, Problem } from '@msp-impact/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Conflict, StoreFault } from './store/port.ts';

export const PROBLEM_TYPE = 'application/problem+json';
/** A problem lists this many errors and says in `detail` how many there are. */
const MAX_ERRORS = 1000;
const RETRY_AFTER_SECONDS = 5;

type Extra = Omit<Partial<Problem>, 'status' | 'title' | 'type'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request that is refused for a reason that its sender can act on. */
export class Refusal extends Error {
  readonly status: number;
  readonly title: string;
  readonly extra: Extra;
  constructor(status: number, title: string, extra: Extra = {}) {
    super(extra.detail ?? title);
    this.name = 'Refusal';
    this.status = status;
    this.title = title;
    this.extra = extra;
  }
}

export function notFound(what: string, id: string, path = '$.id'): Refusal {
  const shown = id.length > 200 ? `${id.slice(0, 200)}…` : id;
  return new Refusal(404, `No such ${what}`, {
    detail: `There is no ${what} with the id ${shown}.`,
    errors: [{ path, value: shown, reason: `no ${what} has this id` }],
  });
}

/** Fields that are malformed: 422 in a body, 400 elsewhere. */
export function malformed(faults: readonly Fault[], status = 422): Refusal {
  return refusalOf(status, 'The request is not well formed', faults);
}

/** A rule of the graph that the change would break. */
export function brokenRule(faults: readonly Fault[]): Refusal {
  return refusalOf(409, 'The change would break a rule of the graph', faults);
}

function refusalOf(status: number, title: string, faults: readonly Fault[]): Refusal {
  const first = faults[0];
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  const detail = first ? `${first.path}: ${first.reason}${more}` : title;
  return new Refusal(status, title, { detail, errors: faults.slice(0, MAX_ERRORS) });
}

/** Turns whatever was thrown into a problem. */
export function problemOf(error: unknown): Problem & { headers?: Record<string, string> } {
  if (error instanceof Refusal) {
    return { type: 'about:blank', title: error.title, status: error.status, ...error.extra };
  }
  if (error instanceof StoreFault) return storeProblem(error);
  if (error instanceof Conflict) {
    return plain(409, 'The graph keeps changing', 'Others are writing at this moment. Try again.');
  }
  return httpProblem(error as Partial<FastifyError>);
}

function plain(status: number, title: string, detail: string): Problem {
  return { type: 'about:blank', title, status, detail };
}

function storeProblem(fault: StoreFault) {
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
  return { ...plain(503, 'The store does not answer', fault.message), headers };
}

/** What Fastify itself refuses before a route is reached. */
function httpProblem(error: Partial<FastifyError>): Problem {
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    return plain(500, 'The server failed', 'This is a fault of the program; its log says more.');
  }
  const [title, detail] = HTTP_WORDS[error.code ?? ''] ?? [];
  return plain(status, title ?? 'The request was refused', detail ?? error.message ?? '');
}

const HTTP_WORDS: Readonly<Record<string, readonly [string, string?]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['The body is too large', 'Send less at once, or import a document.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['The media type is not read here', 'Send application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['The body is empty', 'A JSON value was announced, and none came.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['The body is not valid JSON'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['The body is not as long as announced'],
  FST_ERR_MAX_PARAM_LENGTH: ['The address is too long', 'An id has at most 500 characters.'],
};

/** Fastify's error handler. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { headers, ...problem } = problemOf(error);
  if (problem.status >= 500) request.log.error(error);
  if (headers) reply.headers(headers);
  reply
    .code(problem.status)
    .type(PROBLEM_TYPE)
    // As bytes: to a text Fastify would add a charset, which this media type has not.
    .send(Buffer.from(JSON.stringify({ ...problem, instance: request.url.slice(0, 2000) })));
}
