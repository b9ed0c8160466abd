/** The main job: stop Advanced, and see who is hit in all four nations, and why. On every store. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimDatabase } from '../store/testing/claim.ts';
import { type Server, STORES, startServer } from './testing.ts';

const NATIONS = ['england', 'northern-ireland', 'scotland', 'wales'];

describe.each(STORES)('on the %s store', (kind) => {
  const { NEO4J_URI } = process.env;
  if (kind === 'neo4j' && NEO4J_URI) claimDatabase(NEO4J_URI);
  let server: Server;
  beforeAll(async () => {
    server = await startServer('advanced-2022', kind);
  });
  afterAll(() => server.close());

  test('stopping Advanced reaches all four nations, with path and cause', async () => {
    const question = { down: [{ id: 'advanced' }] };
    const { status, body } = await server.call('POST', '/impact', { question });
    expect(status).toBe(200);
    expect(body.nations.map((one: { id: string }) => one.id).sort()).toEqual(NATIONS);
    const rows = new Map(body.impacted.map((row: { id: string }) => [row.id, row]));
    expect(rows.get('nhs-111-england')).toMatchObject({
      level: expect.closeTo(0.15, 9),
      state: 'degraded',
      cause: 'failed',
      path: ['advanced', 'adastra', 'nhs-111-england'],
    });
    expect(rows.get('gp-out-of-hours-wales')).toMatchObject({
      path: ['advanced', 'adastra', 'gp-out-of-hours-wales'],
    });
    expect(body.sentence).toMatch(/in all four nations/);
    expect(body.total).toBe(body.impacted.length);
  });

  test('the picture, the explanation and the ranking agree with it', async () => {
    const question = { down: [{ id: 'advanced' }] };
    const picture = await server.call('POST', '/view', { question });
    const england = picture.body.nodes.find(({ id }: { id: string }) => id === 'nhs-111-england');
    expect(england.level).toBeCloseTo(0.15, 9);
    expect(picture.body.sample).toBe('advanced-2022');
    const why = await server.call('POST', '/explain', { question, id: 'wales' });
    expect(why.body.steps[0].id).toBe('advanced');
    expect(why.body.weakest.claim).toBeTypeOf('string');
    const rank = await server.call('GET', '/rank?kind=supplier&top=1');
    expect(rank.body.rows[0].id).toBe('advanced');
  });

  test('the three causes are told apart', async () => {
    const question = {
      down: [{ id: 'staffplan-citrix', cause: 'compromised' }],
      isolate: ['advanced-health-and-care'],
      sever: [{ from: 'adastra', to: 'gp-out-of-hours-northern-ireland' }],
    };
    const { body } = await server.call('POST', '/impact', { question });
    const causes = Object.fromEntries(
      body.impacted.map(({ id, cause }: { id: string; cause: string }) => [id, cause]),
    );
    expect(causes).toMatchObject({
      'staffplan-citrix': 'compromised',
      adastra: 'isolated',
      'nhs-111-england': 'isolated',
      'gp-out-of-hours-northern-ireland': 'severed',
    });
  });

  test('the document that goes out comes in again as the same bytes', async () => {
    const first = await server.call('GET', '/document');
    expect(first.headers.etag).toBe('"1"');
    const put = await server.raw({
      method: 'PUT',
      url: '/api/v1/document',
      payload: first.text,
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    });
    expect(put.status).toBe(200);
    expect(put.body.difference).toMatchObject({ created: 0, updated: 0, removed: 0 });
    const second = await server.call('GET', '/document');
    expect(second.text).toBe(first.text);
  });
});
