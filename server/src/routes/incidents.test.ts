import * as contract from '@msp-impact/contract';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCENARIO_EXAMPLE } from './simulate.ts';
import { type Server, startServer } from './testing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('advanced-2022');
});
afterAll(() => server.close());

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3.6e6).toISOString();
async function open(more: object = {}) {
  const { start: _, ...scenario } = SCENARIO_EXAMPLE;
  const body = { name: 'It stopped', scenario, began: hoursAgo(6), ...more };
  const made = await server.call('POST', '/incidents', body);
  expect(made.status).toBe(201);
  return made.body as contract.Incident;
}

test('an incident is opened, listed, and read as the contract says', async () => {
  const made = await open({ author: 'Ann' });
  expect(Value.Errors(contract.Incident, made)).toEqual([]);
  expect(made).toMatchObject({ author: 'Ann', exercise: false, staleAfterHours: 4, version: 1 });
  const { body } = await server.call('GET', '/incidents');
  expect(Value.Errors(contract.IncidentsAnswer, body)).toEqual([]);
  expect(body.incidents).toContainEqual(expect.objectContaining({ id: made.id, checks: 0 }));
});

test('a check goes into what is simulated, and out of it when it is stale', async () => {
  const { id } = await open();
  const check = { node: 'adastra', level: 0.75, by: 'Duty desk', at: hoursAgo(2) };
  const { body } = await server.call('POST', `/incidents/${id}/checks`, check);
  const { current } = body as contract.Incident;
  const { body: answer } = await server.call('POST', '/simulate', { scenario: current });
  const steps = (answer as contract.SimulationAnswer).nodes.find((node) => node.id === 'adastra')
    ?.steps as [number, number][];
  const levelAt = (hour: number) => steps.findLast(([from]) => from <= hour)?.[1] ?? 1;
  expect([levelAt(3.5), levelAt(5), levelAt(8.5)]).toEqual([0, 0.75, 0]);
});

test('checks that are logged at the same moment are all kept', async () => {
  const { id } = await open();
  const log = (by: string) =>
    server.call('POST', `/incidents/${id}/checks`, { node: 'adastra', level: 0, by });
  const names = ['a', 'b', 'c', 'd', 'e'];
  const all = await Promise.all(names.map(log));
  expect(all.map(({ status }) => status)).toEqual(names.map(() => 201));
  const { body } = await server.call('GET', `/incidents/${id}`);
  expect(body.checks.map((one: contract.Check) => one.by).sort()).toEqual(names);
});

test('injects are out at their hour or by hand; players do not get the others', async () => {
  const { id } = await open({ exercise: true });
  const add = (inject: object) => server.call('POST', `/incidents/${id}/injects`, inject);
  await add({ text: 'at once', atHour: 1 });
  await add({ text: 'later', atHour: 100 });
  const { body } = await add({ text: 'by hand', to: 'Press office' });
  const texts = async () => {
    const { body: seen } = await server.call('GET', `/incidents/${id}?as=player`);
    return seen.injects.map((one: contract.Inject) => one.text);
  };
  expect(await texts()).toEqual(['at once']);
  const last = body.injects.find((one: contract.Inject) => one.text === 'by hand');
  await server.call('POST', `/incidents/${id}/injects/${last.id}/release`);
  expect(await texts()).toEqual(['at once', 'by hand']);
});

test('players of an exercise see nothing of what lies ahead, until the results are shown', async () => {
  const outages = [
    { id: 'rio', durationHours: 50 },
    { id: 'thea', startHour: 40 },
  ];
  const plan = { format: 'msp-impact-scenario/1', name: 'p', note: 'plot', hours: 99, outages };
  const began = new Date(Date.now() - 2 * 3.6e6).toISOString();
  const { id } = await open({ exercise: true, scenario: plan, began });
  const player = async () => (await server.call('GET', `/incidents/${id}?as=player`)).body;
  const { scenario, current } = await player();
  expect(scenario).toMatchObject({ outages: [{ id: 'rio' }] });
  expect(scenario.note).toBeUndefined();
  expect(current.hours).toBeCloseTo(3, 1);
  const { status } = await server.call('POST', '/simulate', { scenario: current });
  expect(status).toBe(200);
  expect((await server.call('GET', `/incidents/${id}`)).body.scenario).toEqual(plan);
  await server.call('PATCH', `/incidents/${id}`, { revealed: true });
  expect((await player()).scenario).toEqual(plan);
});

test('the clock of an exercise jumps ahead; what was seen keeps its hour, and that of an incident stays', async () => {
  const { id, began } = await open({ exercise: true, began: hoursAgo(2) });
  await server.call('POST', `/incidents/${id}/checks`, {
    node: 'adastra',
    level: 0,
    by: 'a',
    at: hoursAgo(1),
  });
  await server.call('POST', `/incidents/${id}/injects`, { text: 'later', atHour: 20 });
  const { status, body } = await server.call('PATCH', `/incidents/${id}`, { skipHours: 18 });
  expect(status).toBe(200);
  expect(Date.parse(began) - Date.parse(body.began)).toBe(18 * 3.6e6);
  const [seen] = body.checks;
  expect((Date.parse(seen.at) - Date.parse(body.began)) / 3.6e6).toBeCloseTo(1, 2);
  expect(body.injects).toMatchObject([{ text: 'later', open: true }]);
  const { id: real } = await open();
  const refused = await server.call('PATCH', `/incidents/${real}`, { skipHours: 1 });
  expect(refused).toMatchObject({ status: 409, body: { title: 'It is no exercise' } });
});

test('what does not fit is refused: no exercise, an unknown name, a time ahead, one that is over', async () => {
  const { id } = await open();
  const post = async (path: string, body: object) =>
    (await server.call('POST', `/incidents/${id}${path}`, body)).status;
  expect(await post('/injects', { text: 'x' })).toBe(409);
  expect(await post('/checks', { node: 'no-such', level: 0, by: 'a' })).toBe(422);
  expect(await post('/checks', { node: 'adastra', level: 0, by: 'a', at: hoursAgo(-1) })).toBe(422);
  expect(await post('/checks', { node: 'adastra', level: 2, by: 'a' })).toBe(422);
  const over = await server.call('PATCH', `/incidents/${id}`, { closed: true });
  expect(over.body.closed).toMatch(/Z$/);
  expect(await post('/checks', { node: 'adastra', level: 0, by: 'a' })).toBe(409);
  expect((await server.call('GET', '/incidents/none')).status).toBe(404);
});

test('a change of the plan that was made over an older version is refused', async () => {
  const { id, version } = await open();
  const patch = (name: string) =>
    server.call('PATCH', `/incidents/${id}`, { name }, { 'if-match': `"${version}"` });
  expect((await patch('first')).status).toBe(200);
  const stale = await patch('second');
  expect(stale).toMatchObject({ status: 412, body: { current: { name: 'first' } } });
  expect(stale.body.detail).toMatch(/now, saved by \S+ on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
});

test('a draft report is the page of the next one, and is not kept', async () => {
  const { current, id } = await open();
  const request = { series: id, scenario: current, contacts: true };
  const { body: draft } = await server.call('POST', '/reports/draft', request);
  expect(Value.Errors(contract.ReportPage, draft)).toEqual([]);
  expect(draft.report.number).toBe(1);
  expect((await server.call('GET', `/reports/${id}`)).status).toBe(404);
  await server.call('POST', '/reports', request);
  const { body: kept } = await server.call('GET', `/reports/${id}/page?number=1`);
  expect(kept).toMatchObject({ kept: true, subtitle: expect.stringContaining('Report 1') });
  const { body: next } = await server.call('POST', '/reports/draft', request);
  expect(next.report).toMatchObject({ number: 2, changes: ['Nothing since report 1.'] });
});
