/** Saved lists of measures over the API, on real stores. */
import * as contract from '@msp-impact/contract';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, STORES, startServer } from './testing.ts';

const list: contract.MeasureList = {
  format: contract.MEASURES_FORMAT,
  name: 'Next year',
  currency: 'GBP',
  budget: 1000,
  measures: [
    { id: 'paper', name: 'Printed lists', cost: 10, do: 'restart', node: 'adastra', hours: 1 },
  ],
};

describe.each(STORES)('on the %s store', (kind) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer('advanced-2022', kind);
  });
  afterAll(() => server.close());

  test('a list is saved, changed, listed, read as a file and removed', async () => {
    const made = await server.call('POST', '/measure-lists', { list, author: 'ann' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      id: 'next-year',
      version: 1,
      author: 'ann',
      name: 'Next year',
    });
    const path = '/measure-lists/next-year';
    const changed = { ...list, budget: 2000 };
    expect((await server.call('PUT', path, changed)).status).toBe(428);
    const put = await server.call('PUT', path, changed, { 'if-match': '"1"' });
    expect([put.status, put.body.version, put.headers.etag]).toEqual([200, 2, '"2"']);
    const stale = await server.call('PUT', path, list, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect(stale.body.detail).toMatch(
      /at version 2 now, saved by local on \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
    );
    expect(stale.body.current).toMatchObject({ version: 2, list: changed });
    const read = await server.call('GET', `${path}?version=1`);
    expect(Value.Errors(contract.MeasureListAnswer, read.body)).toEqual([]);
    expect(read.body).toMatchObject({ list, changedSince: false, faults: [] });
    expect((await server.call('GET', `${path}/versions`)).body.versions).toHaveLength(2);
    expect((await server.call('GET', `${path}/file`)).body).toEqual(changed);
    const all = await server.call('GET', '/measure-lists');
    expect(Value.Errors(contract.MeasureLists, all.body)).toEqual([]);
    expect(all.body.lists).toMatchObject([{ id: 'next-year', version: 2 }]);
    expect((await server.call('DELETE', path, undefined, { 'if-match': '"2"' })).status).toBe(204);
    expect((await server.call('GET', path)).status).toBe(404);
    expect((await server.call('GET', `${path}?version=2`)).body.list).toEqual(changed);
  });

  test('two saved at once under one name are both kept, under one id only the first', async () => {
    const named = { ...list, name: 'At once' };
    const both = await Promise.all(
      [1, 2].map(() => server.call('POST', '/measure-lists', { list: named })),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both.map(({ body }) => body.id).sort()).toEqual(['at-once', 'at-once-2']);
    const one = { id: 'wanted', list: named };
    const wanted = await Promise.all([1, 2].map(() => server.call('POST', '/measure-lists', one)));
    expect(wanted.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = wanted.find(({ status }) => status === 409);
    expect(refused?.body.detail).toMatch(/^wanted exists already, saved by local on /);
  });

  test('a list that names what is not there is refused; one whose node has gone says so', async () => {
    const lost: contract.Mitigation = {
      id: 'm',
      name: 'M',
      cost: 0,
      do: 'restart',
      node: 'gone',
      hours: 1,
    };
    const named = { ...list, name: 'Lost', measures: [lost] };
    const refused = await server.call('POST', '/measure-lists', { list: named });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ path: '$.list.measures[0].node', value: 'gone' }]);
    await server.call('POST', '/nodes', { id: 'gone', kind: 'product', name: 'Gone' });
    expect((await server.call('POST', '/measure-lists', { list: named })).status).toBe(201);
    const node = await server.call('GET', '/nodes/gone');
    await server.call('DELETE', '/nodes/gone', undefined, {
      'if-match': node.headers.etag as string,
    });
    const { body } = await server.call('GET', '/measure-lists/lost');
    expect(body).toMatchObject({
      changedSince: true,
      faults: [{ path: '$.list.measures[0].node' }],
    });
  });

  test('a measure that is not well formed is told by what it means to do, place by place', async () => {
    const head = { id: 'm', name: 'M', cost: 1 };
    const measures = [
      { ...head, do: 'buffer', from: 'adastra', to: 'nhs-111-england', hours: -1 },
      { ...head, do: 'nothing' },
      { ...head, do: 'split', zone: 'z', nodes: [] },
      { ...head, cost: null, do: 'restart', node: 'adastra' },
    ];
    const saved = await server.call('POST', '/measure-lists', { list: { ...list, measures } });
    expect(saved.status).toBe(422);
    expect(saved.body.errors).toEqual([
      {
        path: '$.list.measures[0].hours',
        value: -1,
        reason: 'must be a number from 0 to 87600',
      },
      {
        path: '$.list.measures[1].do',
        value: 'nothing',
        reason: 'must be one of supplier, workaround, buffer, split, restart, exit',
      },
      {
        path: '$.list.measures[2].nodes',
        value: 'a list of 0',
        reason: 'must not be empty',
      },
      { path: '$.list.measures[3].hours', reason: 'is missing' },
      {
        path: '$.list.measures[3].cost',
        value: null,
        reason: 'must be a number of at least 0',
      },
    ]);
    const scenarios = [{ scenario: { format: 'msp-impact-scenario/1', name: 'n', hours: 1 } }];
    const job = await server.call('POST', '/jobs/measures', { measures, scenarios, budget: -1 });
    expect(job.status).toBe(422);
    expect(job.body.errors.map(({ path }: { path: string }) => path)).toContain('$.budget');
    expect(job.body.errors[0]).toMatchObject({ path: '$.measures[0].hours', value: -1 });
  });
});
