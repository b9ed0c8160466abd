/** The description of the API, and answers held against it. */

import * as contract from '@msp-impact/contract';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './testing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('advanced-2022');
});
afterAll(() => server.close());

interface Operation {
  operationId?: string;
  summary?: string;
  requestBody?: {
    content: Record<string, { schema: object; example?: unknown; examples?: object }>;
  };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

async function operations(): Promise<[string, Operation][]> {
  const { paths } = (await server.openapi()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]): [string, Operation] => [`${method} ${path}`, one]),
  );
}

test('it is OpenAPI 3.1, and every operation has an id, a summary and a problem answer', async () => {
  expect((await server.openapi()).openapi).toBe('3.1.0');
  const all = await operations();
  expect(all.length).toBeGreaterThan(35);
  for (const [name, one] of all) {
    expect(one.summary, name).toBeTypeOf('string');
    expect(one.responses.default?.content, name).toHaveProperty(['application/problem+json']);
  }
  const ids = all.map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every request body has an example', async () => {
  const bodies = (await operations()).filter(([, one]) => one.requestBody);
  expect(bodies.length).toBeGreaterThan(12);
  for (const [name, { requestBody }] of bodies) {
    for (const media of Object.values(requestBody?.content ?? {})) {
      expect(media.example ?? media.examples, name).toBeDefined();
    }
  }
});

test('files are described by the media types in which they come', async () => {
  const types = async (name: string) => {
    const found = (await operations()).find(([one]) => one === `get /api/v1${name}`);
    return Object.keys(found?.[1].responses['200']?.content ?? {});
  };
  expect(await types('/templates/{name}')).toEqual(['text/csv']);
  expect(await types('/jobs/{id}/events')).toEqual(['text/event-stream']);
  expect(await types('/reports/{series}/pdf')).toEqual(['application/pdf']);
  const exported = await types('/export');
  for (const format of ['document', 'links-csv', 'gexf', 'cypher', 'xlsx', 'dora']) {
    const { headers } = await server.call('GET', `/export?format=${format}`);
    expect(exported).toContain(String(headers['content-type']).split(';')[0]);
  }
});

test('the document at its address is the same', async () => {
  const { body } = await server.raw({ method: 'GET', url: '/api/docs/json' });
  expect(body.openapi).toBe('3.1.0');
  expect(body.paths).toHaveProperty(['/api/v1/impact']);
});

const question = { down: [{ id: 'advanced' }], isolate: ['advanced-health-and-care'] };
const ANSWERS: [string, string, TSchema, unknown?][] = [
  ['GET', '/graph', contract.GraphView],
  ['POST', '/view', contract.GraphView, { question }],
  ['POST', '/impact', contract.ImpactAnswer, { question }],
  ['POST', '/explain', contract.Explanation, { question, id: 'wales' }],
  ['POST', '/explain', contract.Explanation, { question, id: 'urgent-advice-england' }],
  ['GET', '/nodes/adastra/reach?direction=upstream', contract.ReachAnswer],
  ['GET', '/paths?from=advanced&to=england&limit=3', contract.PathsAnswer],
  ['GET', '/rank?kind=supplier&kind=product', contract.RankAnswer],
  ['GET', '/cut-sets?target=adastra&maxOrder=2', contract.CutSetsAnswer],
  ['GET', '/search?q=nhs', contract.SearchAnswer],
  ['GET', '/nodes', contract.NodeList],
  ['GET', '/nodes/adastra', contract.NodeAnswer],
  ['GET', '/dependencies', contract.DependencyList],
  ['GET', '/dependencies/advanced-%3Eadastra', contract.DependencyAnswer],
  ['GET', '/contracts', contract.ContractList],
  ['GET', '/document', contract.GraphDocument],
  ['POST', '/import', contract.ImportAnswer, { text: 'supplier,system\nA,B\n', dryRun: true }],
  ['GET', '/samples', contract.SamplesAnswer],
  ['GET', '/changes', contract.ChangesAnswer],
  ['GET', '/changes/1', contract.ChangeAnswer],
  ['GET', '/notes', contract.NotesAnswer],
  ['GET', '/health/live', contract.Live],
  ['GET', '/health/ready', contract.Ready],
  ['GET', '/version', contract.Version],
];

test.each(ANSWERS)('%s %s answers what the contract says', async (method, path, schema, body) => {
  const answer = await server.call(method, path, body);
  expect(answer.status).toBe(200);
  expect(Value.Errors(schema, answer.body)).toEqual([]);
});
