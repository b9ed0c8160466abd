/** Every answer about reliance, over HTTP on a real store, held against the schema that describes it. */
import * as contract from '@msp-impact/contract';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimDatabase } from '../store/testing/claim.ts';
import { type Server, STORES, startServer } from './testing.ts';

if (process.env.NEO4J_URI) claimDatabase(process.env.NEO4J_URI);

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

  test('concentration by value names its currency, its basis and what is not known', async () => {
    const body = await get('/concentration', contract.ConcentrationAnswer);
    expect(body).toMatchObject({
      currency: 'GBP',
      basis: 'total',
      unknown: 1,
      shares: [{ id: 'advanced' }, { id: 'dxc' }],
      band: 'highly concentrated',
    });
    expect(body.range.low).toBeLessThan(body.range.high);
  });

  test('it rolls up, and refuses a scope that is not there by naming the parameter', async () => {
    const rolled = await get('/concentration?share=count&by=parent', contract.ConcentrationAnswer);
    expect(rolled.shares.map(({ id }: { id: string }) => id)).toContain('vista-bc-partners');
    const refused = await server.call('GET', '/concentration?within=nonsense');
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ path: '$.query.within', value: 'nonsense' }] },
    });
    expect((await server.call('GET', '/concentration?share=weight')).status).toBe(400);
    expect((await server.call('GET', '/concentration?currency=USD')).status).toBe(400);
  });

  test('all the other questions about reliance have answers of their shape', async () => {
    expect(await get('/concentration/choices', contract.ConcentrationChoices)).toMatchObject({
      contracts: 4,
      categories: ['IT services'],
    });
    const { points } = await get('/concentration/over-time', contract.OverTimeAnswer);
    expect(points.length).toBeGreaterThan(1);
    const fourth = await get('/fourth-parties', contract.FourthPartiesAnswer);
    expect(fourth.rows.length).toBe(fourth.total);
    const single = await get('/single-source?limit=5', contract.SingleSourceAnswer);
    expect(single).toMatchObject({ complete: true });
    expect(single.rows.length).toBe(5);
    const matrix = await get('/replace-matrix', contract.ReplaceMatrixAnswer);
    expect(matrix.rows[0].id).toBe('advanced');
    expect(await get('/contracts/decide-by?months=6', contract.DecideByAnswer)).toMatchObject({
      months: 6,
      withoutEnd: 3,
    });
  });

  test('what if DXC buys Advanced, or another takes over a contract', async () => {
    const before = await server.store.reader.revision();
    const { status, body } = await server.call('POST', '/what-if', {
      scope: { share: 'count' },
      alternatives: [
        { name: 'bought', edits: [{ do: 'buy', supplier: 'advanced', by: 'dxc' }] },
        {
          name: 'moved',
          edits: [{ do: 'move', contract: 'ocds-h6vhtk-043662', to: 'x', name: 'X' }],
        },
        { name: 'impossible', edits: [{ do: 'remove', contract: 'no-such' }] },
      ],
    });
    expect(status, JSON.stringify(body)).toBe(200);
    expect([...Value.Errors(contract.WhatIfAnswer, body)]).toEqual([]);
    const [nothing, bought, moved, impossible] = body.outcomes;
    expect(nothing.bySupplier.hhi).toBe(5000);
    expect(bought).toMatchObject({ bySupplier: { hhi: 5000 }, byParent: { hhi: 10_000 } });
    expect(moved.bySupplier.suppliers).toBe(3);
    expect(impossible.faults[0].reason).toBe('no contract has this id');
    expect(await server.store.reader.revision()).toBe(before);
  });

  test('what if refuses five alternatives, and a step that is none', async () => {
    const one = { name: 'n', edits: [{ do: 'remove', contract: 'c' }] };
    const five = { alternatives: [one, one, one, one, one] };
    expect((await server.call('POST', '/what-if', five)).status).toBe(422);
    const odd = { alternatives: [{ name: 'n', edits: [{ do: 'explode' }] }] };
    expect((await server.call('POST', '/what-if', odd)).status).toBe(422);
    expect((await server.call('POST', '/what-if', {})).status).toBe(422);
  });

  test('an edit shows in the next answer', async () => {
    const added = {
      id: 'new-contract',
      supplier: 'dxc',
      value: 1,
      currency: 'EUR',
      end: '2030-01-31',
    };
    expect((await server.call('POST', '/contracts', added)).status).toBeLessThan(300);
    const refused = await server.call('GET', '/concentration');
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].reason).toContain('EUR (1), GBP (3)');
    const decide = await get('/contracts/decide-by?today=2029-01-01', contract.DecideByAnswer);
    expect(decide.rows).toMatchObject([
      { id: 'new-contract', decideBy: '2029-04-30', state: 'later' },
      { id: 'ocds-h6vhtk-06b510', decideBy: '2027-01-16', state: 'ended' },
    ]);
    const path = '/contracts/new-contract';
    const { headers } = await server.call('GET', path);
    const etag = { 'if-match': String(headers.etag) };
    await server.call('PUT', path, { ...added, end: '2031-01-31' }, etag);
    const moved = await get('/contracts/decide-by?today=2029-01-01', contract.DecideByAnswer);
    expect(moved.rows[0]).toMatchObject({ id: 'new-contract', decideBy: '2030-04-30' });
    const now = (await server.call('GET', path)).headers;
    await server.call('DELETE', path, undefined, { 'if-match': String(now.etag) });
    const back = await get('/contracts/decide-by', contract.DecideByAnswer);
    expect(back.rows.map(({ id }: { id: string }) => id)).not.toContain('new-contract');
  });
});
