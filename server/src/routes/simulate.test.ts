/** Simulations, jobs and saved scenarios over the API, on real stores. */

import * as contract from '@msp-impact/contract';
import { SCENARIO_FORMAT, type Scenario } from '@msp-impact/contract';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, STORES, startServer } from './testing.ts';

const scenario: Scenario = {
  format: SCENARIO_FORMAT,
  name: 'Isolated for two days',
  hours: 100,
  isolations: [{ zone: 'advanced-health-and-care', release: [{ afterHours: 48 }] }],
};

describe.each(STORES)('on the %s store', (kind) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer('advanced-2022', kind);
  });
  afterAll(() => server.close());

  test('a simulation answers what the contract says', async () => {
    const { status, body } = await server.call('POST', '/simulate', { scenario, keep: ['rio'] });
    expect(status).toBe(200);
    expect(Value.Errors(contract.SimulationAnswer, body)).toEqual([]);
    const adastra = body.nodes.find(({ id }: { id: string }) => id === 'adastra');
    expect(adastra.steps).toEqual([
      [0, 0],
      [48, 1],
    ]);
    expect(body.nodes.at(-1)).toMatchObject({ id: 'rio', state: 'up', lostHours: 0 });
    expect(body.breaches[0]).toMatchObject({ id: 'nhs-111-england', hour: 4 });
  });

  test('a wrong scenario is refused with every place', async () => {
    const wrong = {
      ...scenario,
      outages: [
        { id: 'nobody' },
        { id: 'adastra', durationHours: 10 },
        { id: 'adastra', startHour: 5 },
        { id: 'rio', startHour: 100 },
        { id: 'thea', durationHours: { low: 9, high: 3 } },
      ],
    };
    const { status, body } = await server.call('POST', '/simulate', { scenario: wrong });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      '$.scenario.outages[0].id',
      '$.scenario.outages[2]',
      '$.scenario.outages[3].startHour',
      '$.scenario.outages[4].durationHours',
    ]);
    const negative = { ...scenario, outages: [{ id: 'rio', durationHours: -1 }] };
    const refused = await server.call('POST', '/simulate', { scenario: negative });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].path).toBe('$.scenario.outages[0].durationHours');
    const repeated = { ...scenario, start: '2022-10-30T01:30:00' };
    const zoneless = await server.call('POST', '/simulate', { scenario: repeated });
    expect(zoneless.body.errors).toMatchObject([
      { path: '$.scenario.start', reason: expect.stringContaining('a time with its zone') },
    ]);
    const checked = await server.call('POST', '/simulate/check', { scenario: negative });
    expect(checked.body).toMatchObject({ valid: false, faults: [{ value: -1 }] });
  });

  test('two scenarios side by side are told apart in inputs, levels and a sentence', async () => {
    const b = { ...scenario, workarounds: false };
    const { body } = await server.call('POST', '/simulate/compare', { a: scenario, b });
    expect(Value.Errors(contract.ComparisonAnswer, body)).toEqual([]);
    expect(body.inputs).toEqual([{ path: '$.workarounds', b: false }]);
    expect(body.sentence).toMatch(/^B keeps .* points lower, hour \d/);
  });

  test('a scenario is saved, changed, listed, removed; who read an older version is refused', async () => {
    const made = await server.call('POST', '/scenarios', { scenario });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ id: 'isolated-for-two-days', version: 1, graphRevision: 1 });
    const twin = await server.call('POST', '/scenarios', { scenario });
    expect(twin.body.id).toBe('isolated-for-two-days-2');
    const path = '/scenarios/isolated-for-two-days';
    const changed = { ...scenario, note: 'changed' };
    expect((await server.call('PUT', path, changed)).status).toBe(428);
    const put = await server.call('PUT', path, changed, { 'if-match': '"1"' });
    expect([put.status, put.body.version, put.headers.etag]).toEqual([200, 2, '"2"']);
    const stale = await server.call('PUT', path, scenario, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toMatchObject({ version: 2, scenario: changed });
    const read = await server.call('GET', `${path}?version=1`);
    expect(Value.Errors(contract.ScenarioAnswer, read.body)).toEqual([]);
    expect(read.body).toMatchObject({ scenario, changedSince: false, faults: [] });
    expect((await server.call('GET', `${path}/versions`)).body.versions).toHaveLength(2);
    expect((await server.call('GET', `${path}/file`)).body).toEqual(changed);
    expect((await server.call('DELETE', path, undefined, { 'if-match': '"2"' })).status).toBe(204);
    expect((await server.call('GET', path)).status).toBe(404);
    const { body } = await server.call('GET', '/scenarios');
    expect(Value.Errors(contract.ScenarioList, body)).toEqual([]);
    expect(body.scenarios.map(({ id }: { id: string }) => id)).toEqual(['isolated-for-two-days-2']);
  });

  test('reports of a series are numbered, and read as data, Markdown, PDF and CSV', async () => {
    const request = { series: 'drill', scenario, headings: 'iimarch', author: 'ann' };
    const first = await server.call('POST', '/reports', request);
    expect(first.status).toBe(201);
    expect(Value.Errors(contract.Report, first.body)).toEqual([]);
    const { body } = await server.call('POST', '/reports', { ...request, marking: 'EXERCISE' });
    expect(body).toMatchObject({ number: 2, changes: ['Nothing since report 1.'] });
    expect((await server.call('GET', '/reports/drill?number=1')).body).toEqual(first.body);
    const { text } = await server.call('GET', '/reports/drill/markdown');
    expect(text).toMatch(/^\*\*EXERCISE\*\*/);
    const pdf = await server.call('GET', '/reports/drill/pdf');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const annex = await server.call('GET', '/reports/drill/annex?number=1');
    expect(annex.headers['content-disposition']).toContain('drill-1.csv');
    expect((await server.call('GET', '/reports/drill/numbers')).body.reports).toHaveLength(2);
    expect((await server.call('GET', '/reports/drill?number=3')).status).toBe(404);
    const start = '2022-08-04T07:00:00+01:00';
    const local = {
      ...request,
      scenario: { ...scenario, start },
      zone: 'Europe/London',
      atHour: 1,
    };
    const page = await server.call('POST', '/reports/draft', local);
    expect(page.body.parts[0].lines[0]).toContain('(2022-08-04 08:00 BST)');
    const nowhere = await server.call('POST', '/reports', { ...request, zone: 'Mars/Base' });
    expect([nowhere.status, nowhere.body.errors[0].path]).toEqual([422, '$.zone']);
    const late = await server.call('POST', '/reports', { ...request, atHour: 101 });
    expect([late.status, late.body.errors[0].path]).toEqual([422, '$.atHour']);
  });

  test('reports made at once get numbers of their own', async () => {
    const request = { series: 'at-once', scenario };
    const made = await Promise.all(
      Array.from({ length: 8 }, () => server.call('POST', '/reports', request)),
    );
    expect(made.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const numbers = made.map(({ body }) => body.number).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a saved scenario says when the graph has changed, and which nodes have gone', async () => {
    const item = { id: 'passing', kind: 'product', name: 'Passing' };
    await server.call('POST', '/nodes', item);
    const named = { ...scenario, name: 'Passing', outages: [{ id: 'passing' }] };
    await server.call('POST', '/scenarios', { id: 'passing', scenario: named });
    const { headers } = await server.call('GET', '/nodes/passing');
    await server.call('DELETE', '/nodes/passing', undefined, { 'if-match': String(headers.etag) });
    const { body } = await server.call('GET', '/scenarios/passing');
    expect(body).toMatchObject({
      changedSince: true,
      faults: [{ path: '$.scenario.outages[0].id', value: 'passing' }],
    });
  });
});

describe('on a server', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer('advanced-2022');
  });
  afterAll(() => server.close());

  test('every template fits the sample as it suggests, and runs', async () => {
    const { body } = await server.call('GET', '/scenario-templates');
    expect(Value.Errors(contract.TemplatesAnswer, body)).toEqual([]);
    expect(body.templates).toHaveLength(5);
    for (const { id, suggestion } of body.templates) {
      const made = await server.call('POST', `/scenario-templates/${id}`, { node: suggestion });
      const run = await server.call('POST', '/simulate', { scenario: made.body.scenario });
      expect([id, run.status]).toEqual([id, 200]);
      expect(run.body.total).toBeGreaterThan(0);
    }
  });

  test('a Monte Carlo job is followed by events, and the same seed gives the same result', async () => {
    const ranged = {
      ...scenario,
      isolations: [
        { zone: 'advanced-health-and-care', release: [{ afterHours: { low: 10, high: 90 } }] },
      ],
    };
    const start = (seed: number) =>
      server.call('POST', '/jobs/monte-carlo', { scenario: ranged, runs: 300, seed });
    const results: unknown[] = [];
    for (const seed of [7, 7, 8]) {
      const job = await start(seed);
      expect(job.status).toBe(202);
      const { text } = await server.raw({ method: 'GET', url: `${job.headers.location}/events` });
      const last = text.trim().split('\n\n').at(-1) ?? '';
      expect(last).toMatch(/^event: job\ndata: /);
      const done = JSON.parse(last.slice(last.indexOf('{')));
      expect(done).toMatchObject({ state: 'done', progress: 1, done: 300 });
      expect(Value.Errors(contract.MonteCarloResult, done.result)).toEqual([]);
      expect((await server.call('GET', `/jobs/${done.id}`)).body).toEqual(done);
      results.push(done.result);
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).not.toEqual(results[0]);
  });

  test('a job is cancelled half way', async () => {
    const job = await server.call('POST', '/jobs/monte-carlo', { scenario, runs: 100_000 });
    const { body } = await server.call('DELETE', `/jobs/${job.body.id}`);
    expect(body.state).toBe('cancelled');
    expect((await server.call('GET', `/jobs/${job.body.id}`)).body.state).toBe('cancelled');
    expect((await server.call('GET', '/jobs/none')).status).toBe(404);
  });
});
