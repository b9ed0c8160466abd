/** Requests that never become one: refused on the bare connection, as problem details like all else. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { PROBLEM_TYPE } from '../../errors.ts';

const REASONS: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not come to its end in time.'],
  HPE_HEADER_OVERFLOW: [431, 'Address and headers together may have 16,384 bytes.'],
};
const OTHER = [400, 'This is no request that HTTP knows.'] as const;

/** For Fastify's `clientErrorHandler`. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  // Nobody is there to be answered.
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, detail] = REASONS[error.code] ?? OTHER;
  const title = STATUS_CODES[status] as string;
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
