/** What the routes work with, and how they get at the newest snapshot. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Question } from '@msp-impact/contract';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawServerDefault,
} from 'fastify';
import { ask, type Solved } from '../answers/ask.ts';
import type { Config } from '../config.ts';
import type { Editor } from '../edit/editor.ts';
import { malformed, notFound, Refusal } from '../errors.ts';
import type { JobBoard } from '../jobs/board.ts';
import type { SnapshotHolder } from '../snapshot/holder.ts';
import { nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Store } from '../store/port.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export interface Context {
  readonly store: Store;
  readonly holder: SnapshotHolder;
  readonly editor: Editor;
  readonly config: Config;
  readonly jobs: JobBoard;
}

/** Named by every route; nothing enforces them before there is sign-in. */
export type Permission =
  | 'graph:read'
  | 'graph:edit'
  | 'notes:edit'
  | 'scenarios:edit'
  | 'server:read';

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission;
  }
}

/** The snapshot to answer from. When the store does not answer, the last one, and the reply says so. */
export async function snapshotFor({ holder }: Context, reply: FastifyReply): Promise<Snapshot> {
  const snapshot = await holder.recent();
  const fault = holder.fault();
  // A header holds no line breaks and nothing beyond Latin letters.
  if (fault) reply.header('x-stale', fault.message.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 500));
  return snapshot;
}

/** Throws 422 naming what the question asks for in vain. */
export function solved(snapshot: Snapshot, question: Question = {}, path = '$.question'): Solved {
  const asked = ask(snapshot, question, path);
  if (!asked.ok) throw malformed(asked.faults);
  return asked.value;
}

/** Engine node of an id in an address; throws 404. */
export function nodeNamed(snapshot: Snapshot, id: string, path: string): number {
  const node = nodeOf(snapshot, id);
  if (node < 0) throw notFound('node', id, path);
  return node;
}

const MAX_ACTOR = 200;

/** Who writes, as they say themselves: there is no sign-in yet. */
export function actorOf(request: FastifyRequest): string {
  const named = request.headers['x-actor'];
  const actor = fromHeader((Array.isArray(named) ? named[0] : named) ?? '').trim();
  if (!actor) return 'local';
  if (actor.length <= MAX_ACTOR) return actor;
  throw new Refusal(400, 'The name is too long', {
    detail: `x-actor has ${actor.length} characters: at most ${MAX_ACTOR} are kept.`,
  });
}

const ENCODED = /^UTF-8''/i;

/** A name as it is, or as RFC 8187 writes what no header can carry: `UTF-8''%C5%81ukasz`. */
function fromHeader(text: string): string {
  if (!ENCODED.test(text)) return text;
  try {
    return decodeURIComponent(text.replace(ENCODED, ''));
  } catch {
    return text;
  }
}
