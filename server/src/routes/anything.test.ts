/** Whatever is sent, the server answers: never with a fault of its own, and never without a problem's shape. */
import { Problem } from '@msp-impact/contract';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './testing.ts';

let server: Server;
let routes: { method: string; path: string }[];
beforeAll(async () => {
  server = await startServer('advanced-2022');
  const { paths } = (await server.openapi()) as { paths: Record<string, object> };
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
});
afterAll(() => server.close());

const word = fc.oneof(
  fc.constantFrom(
    'advanced',
    'adastra',
    'advanced->adastra',
    'wales',
    '1',
    '0',
    '-1',
    '1e9',
    '%00',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
/** Fields that routes know, with values that they may not. */
const field = fc.constantFrom(
  ...['question', 'down', 'id', 'level', 'cause', 'isolate', 'sever', 'observed', 'writes', 'put'],
  ...['item', 'delete', 'ifRevision', 'kind', 'name', 'from', 'to', 'strength', 'groups', 'text'],
  ...['about', 'format', 'nodes', 'mode', 'cursor', 'limit', 'around', 'open', 'keep', 'budget'],
);
const body = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    word,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof({ weight: 4, arbitrary: field }, { weight: 1, arbitrary: word }),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;
const request = fc.record({
  route: fc.nat(),
  params: fc.array(word, { minLength: 2, maxLength: 2 }),
  query: fc.dictionary(field, word, { maxKeys: 3 }),
  body,
  ifMatch: fc.option(word, { nil: undefined }),
});

function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').trim();
}

test('no request brings the server to fail', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (drawn) => {
      const { method, path } = routes[drawn.route % routes.length] ?? { method: 'GET', path: '/' };
      const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(drawn.params[0] ?? 'x'));
      const query = new URLSearchParams(drawn.query).toString();
      const sends = method !== 'GET' && method !== 'DELETE';
      const headers: Record<string, string> = sends ? { 'content-type': 'application/json' } : {};
      if (drawn.ifMatch !== undefined) headers['if-match'] = headerText(drawn.ifMatch);
      const payload = sends ? { payload: JSON.stringify(drawn.body) ?? 'null' } : {};
      const url = `${filled}${query ? `?${query}` : ''}`;
      const answer = await server.raw({ method, url, headers, ...payload });
      expect(answer.status, `${method} ${url} ${answer.text.slice(0, 300)}`).toBeLessThan(500);
      if (answer.status >= 400) expect(Value.Errors(Problem, answer.body)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
