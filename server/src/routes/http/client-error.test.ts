import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from '../testing.ts';

let server: Server;
let port: number;
beforeAll(async () => {
  server = await startServer();
  port = await server.listen();
});
afterAll(() => server.close());

/** What a bare connection is answered: the first line, the headers, and the body as JSON. */
async function send(request: string) {
  const socket = connect(port, '127.0.0.1');
  socket.write(request);
  const [head, body] = (await text(socket)).split('\r\n\r\n') as [string, string];
  return { head, body: JSON.parse(body) };
}

test.each([
  ['GET /api/v1/graph HTTP/1.1\r\nhost: x\r\nlong: LONG\r\n\r\n', 431],
  ['NONSENSE\r\n\r\n', 400],
  ['FETCH /api/v1/graph HTTP/1.1\r\nhost: x\r\n\r\n', 400],
])('what HTTP does not know is a problem like all others: %j', async (request, status) => {
  const answer = await send(request.replace('LONG', 'x'.repeat(20_000)));
  expect(answer.head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer.head).toContain('content-type: application/problem+json');
  expect(answer.body).toMatchObject({ status, detail: expect.stringMatching(/\w/) });
});
