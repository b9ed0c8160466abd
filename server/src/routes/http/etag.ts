/** An item's revision as its ETag, and back from If-Match. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../errors.ts';

export function setEtag(reply: FastifyReply, revision: number): void {
  reply.header('etag', `"${revision}"`);
}

/** undefined when the header is absent. Throws 400 when it is no version. */
export function ifMatchOf(request: FastifyRequest): number | undefined {
  const text = request.headers['if-match']?.trim();
  if (text === undefined || text === '') return undefined;
  const revision = /^(?:W\/)?"?(\d{1,15})"?$/.exec(text)?.[1];
  if (revision !== undefined) return Number(revision);
  const detail = `If-Match is ${text.slice(0, 100)}: send the one version that was read, as "12".`;
  throw new Refusal(400, 'If-Match names no version', { detail });
}
