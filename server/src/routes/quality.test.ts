/** Data quality, the list of what nobody knows, and saved what-ifs, over HTTP on a real store. */
import * as contract from '@msp-impact/contract';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimDatabase } from '../store/testing/claim.ts';
import { type Server, STORES, startServer } from './testing.ts';

if (process.env.NEO4J_URI) claimDatabase(process.env.NEO4J_URI);

const QUESTION = {
  scope: { share: 'count' },
  alternatives: [{ name: 'Bought', edits: [{ do: 'buy', supplier: 'advanced', by: 'dxc' }] }],
};

describe.each(STORES)('on the %s store', (kind) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer('advanced-2022', kind);
  });
  afterAll(() => server.close());

  const get = async (path: string, schema: TSchema) => {
    const { status, body } = await server.call('GET', path);
    expect(status, JSON.stringify(body)).toBe(200);
    expect([...Value.Errors(schema, body)]).toEqual([]);
    return body;
  };
  const quality = (today: string) => get(`/quality?today=${today}`, contract.QualityAnswer);
  const workList = () => get('/quality/work-list', contract.WorkListAnswer);

  test('parts add up, and days are counted back from today', async () => {
    const found = await quality('2026-11-24');
    const { counts } = (await server.call('GET', '/graph')).body;
    const { links, ages, services, known } = found;
    expect(links.stated + links.reported + links.assumed + links.none).toBe(links.all);
    expect(links.all).toBe(counts.links);
    expect(services.all).toBe(counts.byKind.service);
    expect(services.some).toBeLessThanOrEqual(services.all);
    expect(known.all - known.some).toBe(counts.unknown);
    const { half, one, two, older, none } = ages.links;
    expect(half + one + two + older + none).toBe(links.all);
    expect(ages.links.oldest <= ages.links.median).toBe(true);
    expect((await quality('2100-01-01')).ages.links).toMatchObject({ half: 0, one: 0, two: 0 });
  });

  test('a day that is none is refused', async () => {
    expect((await server.call('GET', '/quality?today=2026-02-31')).status).toBe(400);
  });

  test('an edit shows in the next answer, read alone', async () => {
    const before = await quality('2026-11-24');
    const number = { LEI: 'INR2EJN1ERAN0W5ZP999' };
    const node = { id: 'new', kind: 'supplier', name: 'Advanced Ltd', identifiers: number };
    const made = { ...node, reviewed: '2026-11-20' };
    expect((await server.call('POST', '/nodes', made)).status).toBeLessThan(300);
    const after = await quality('2026-11-24');
    expect(after.ages.nodes.half).toBe(before.ages.nodes.half + 1);
    expect(after.duplicates).toMatchObject({
      proposals: before.duplicates.proposals + 1,
      wrongNumbers: before.duplicates.wrongNumbers + 1,
      withNumber: before.duplicates.withNumber,
    });
    const { headers } = await server.call('GET', '/nodes/new');
    await server.call('DELETE', '/nodes/new', undefined, { 'if-match': String(headers.etag) });
    expect((await quality('2026-11-24')).duplicates).toEqual(before.duplicates);
  });

  test('what nobody knows is a list of work: asked, noted, taken back', async () => {
    const before = await workList();
    expect(before.total).toBeGreaterThan(0);
    const used = before.rows.map((row: { reliedOnBy: number }) => row.reliedOnBy);
    expect(used).toEqual([...used].sort((a, b) => b - a));
    const { id } = before.rows[0];
    const path = `/quality/asked/${encodeURIComponent(id)}`;
    const note = { of: 'Head of digital', on: '2026-11-02', by: 'Ann' };
    expect((await server.call('PUT', path, note)).body).toEqual({ ...note, version: 1 });
    await server.call('PUT', path, { ...note, of: 'Her deputy' });
    const after = await workList();
    expect(after.asked).toBe(1);
    expect(after.rows[0]).toMatchObject({ id, asked: { of: 'Her deputy', on: '2026-11-02' } });
    expect(after.revision).toBe(before.revision);
    expect((await server.call('DELETE', path)).status).toBe(204);
    expect((await server.call('DELETE', path)).status).toBe(404);
    expect((await workList()).asked).toBe(0);
    expect((await server.call('PUT', '/quality/asked/nobody', note)).status).toBe(404);
    expect((await server.call('PUT', path, { ...note, on: '2026-13-01' })).status).toBe(422);
  });

  test('a what-if is saved with what came of it, and run again when the graph has changed', async () => {
    const saved = await server.call('POST', '/what-ifs', {
      name: 'Bought?',
      note: 'For the board',
      author: 'Ann',
      request: QUESTION,
      address: '?part=award',
    });
    expect(saved).toMatchObject({ status: 201, body: { id: 'bought', version: 1, author: 'Ann' } });
    const first = await get('/what-ifs/bought', contract.SavedWhatIf);
    expect(first).toMatchObject({ note: 'For the board', changedSince: false, request: QUESTION });
    expect(first.outcomes).toHaveLength(2);
    const contractMade = { id: 'more', supplier: 'dxc' };
    expect((await server.call('POST', '/contracts', contractMade)).status).toBeLessThan(300);
    const later = await get('/what-ifs/bought', contract.SavedWhatIf);
    expect(later).toMatchObject({ changedSince: true, outcomes: first.outcomes });
    const again = await server.call('POST', '/what-ifs/bought/run', {});
    expect([...Value.Errors(contract.WhatIfAnswer, again.body)]).toEqual([]);
    expect(again.body.outcomes[0].bySupplier.total).toBe(first.outcomes[0].bySupplier.total + 1);
    const list = await get('/what-ifs', contract.WhatIfList);
    expect(list.whatIfs).toMatchObject([{ id: 'bought', name: 'Bought?' }]);
  });

  test('a further version names the one that was read; removing keeps the old ones', async () => {
    const body = { name: 'Bought?', request: QUESTION };
    expect((await server.call('PUT', '/what-ifs/bought', body)).status).toBe(428);
    const put = await server.call('PUT', '/what-ifs/bought', body, { 'if-match': '"1"' });
    expect(put).toMatchObject({ status: 200, body: { version: 2 } });
    const stale = await server.call('PUT', '/what-ifs/bought', body, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { current: { version: 2 } } });
    expect(stale.body.detail).toMatch(
      /^bought is at version 2 now, saved by local on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
    );
    const { versions } = await get('/what-ifs/bought/versions', contract.WhatIfVersions);
    expect(versions).toHaveLength(2);
    const gone = await server.call('DELETE', '/what-ifs/bought', undefined, { 'if-match': '"2"' });
    expect(gone.status).toBe(204);
    expect((await server.call('GET', '/what-ifs/bought')).status).toBe(404);
    expect((await server.call('GET', '/what-ifs/bought?version=1')).status).toBe(200);
  });

  test('a what-if whose scope is not there is refused, and not stored', async () => {
    const request = { ...QUESTION, scope: { within: 'nonsense' } };
    const refused = await server.call('POST', '/what-ifs', { name: 'x', request });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.request.scope.within', value: 'nonsense' }] },
    });
    expect((await server.call('GET', '/what-ifs/x')).status).toBe(404);
  });
});
