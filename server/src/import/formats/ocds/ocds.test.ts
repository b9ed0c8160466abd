import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { survives } from '../testing/fuzz.ts';
import { EMPTY, fileOf, graphAfter } from '../testing/read-with.ts';
import { ocds } from './ocds.ts';

const EXAMPLE = readFileSync(
  new URL('../../../../../docs/importers/examples/ocds-releases.json', import.meta.url),
);

type Release = Record<string, unknown>;
const supplier = (id: string, name = id) => ({ id, name });
const award = (id: string, amount: unknown, ...ids: string[]) => ({
  id,
  ...(amount === undefined ? {} : { value: amount }),
  suppliers: ids.map((one) => supplier(one)),
});
const pounds = (amount: unknown) => ({ amount, currency: 'GBP' });
const release = (ocid: string, more: Release = {}): Release => ({
  ocid,
  id: `${ocid}-1`,
  date: '2024-01-01T00:00:00Z',
  awards: [award('1', pounds(100), 'GB-COH-1')],
  ...more,
});
const pack = (...releases: Release[]) => JSON.stringify({ releases });
const read = (text: string, name = 'notices.json') => graphAfter(ocds, [fileOf(name, text)]);
const values = async (text: string, name?: string) =>
  Object.fromEntries(
    ((await read(text, name)).graph.contracts ?? []).map((one) => [one.id, one.value]),
  );

test('a supplier that nobody knows is made by no notice, and has its part of the amount', async () => {
  const suppliers = [supplier('GB-COH-1'), { id: 'org-2', name: 'Data withheld' }];
  const text = pack(release('o', { awards: [{ id: '1', value: pounds(100), suppliers }] }));
  const { graph, rejected } = await read(text);
  expect(graph.nodes.map(({ id }) => id)).toEqual(['GB-COH-1']);
  expect(graph.contracts?.map(({ value }) => value)).toEqual([50]);
  expect(rejected).toMatchObject([{ value: 'Data withheld' }]);
});

describe('the example', () => {
  test('gives contracts on suppliers, no node for the buyer, and the newest amounts', async () => {
    const { graph, reading, rejected } = await graphAfter(ocds, [fileOf('x.json', EXAMPLE)]);
    expect(rejected).toEqual([]);
    expect(reading.read).toBe(4);
    expect(graph.nodes.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'supplier GB-FTS-EXAMPLE-2',
      'supplier org-2.dxc-technology',
      'supplier GB-COH-01616977',
    ]);
    expect(graph.contracts).toMatchObject([
      {
        id: 'ocds-h6vhtk-0543ae/030273-2025-1',
        supplier: 'GB-FTS-EXAMPLE-2',
        value: 15158695,
        valueBasis: 'total',
        currency: 'GBP',
        signed: '2025-06-02',
        category: 'IT services: consulting, software development, Internet and support',
        evidence: [{ confidence: 'stated', publisher: 'Cabinet Office', date: '2025-06-26' }],
      },
      { id: 'ocds-h6vhtk-043662/1', value: 3985063, evidence: [{ confidence: 'assumed' }] },
      {
        supplier: 'GB-COH-01616977',
        buyer: 'THE FINANCIAL CONDUCT AUTHORITY',
        value: 44341.25,
        start: '2022-11-17',
        end: '2024-03-31',
        evidence: [{ confidence: 'stated', date: '2022-05-19' }],
      },
    ]);
    expect(graph.contracts?.[0]?.evidence?.[0]?.url).toMatch(/Notice\/030273-2025$/);
    expect(graph.contracts?.[0]?.attributes).toMatchObject({ 'award.status': 'active' });
  });

  test('changes nothing when it is read again, also line by line', async () => {
    const first = await graphAfter(ocds, [fileOf('x.json', EXAMPLE)]);
    const again = await graphAfter(ocds, [fileOf('x.json', EXAMPLE)], first.graph);
    expect(documentString(again.graph)).toBe(documentString(first.graph));
    const { releases } = JSON.parse(EXAMPLE.toString()) as { releases: Release[] };
    const lines = releases.map((one) => JSON.stringify(one)).join('\n');
    const { graph } = await graphAfter(ocds, [fileOf('x.jsonl', lines)]);
    expect(graph.contracts?.map(({ id, value }) => [id, value])).toEqual(
      first.graph.contracts?.map(({ id, value }) => [id, value]),
    );
  });
});

describe('of one process', () => {
  const dated = (date: string, amount: number) =>
    release('o', { date, awards: [award('1', pounds(amount), 'GB-COH-1')] });

  test('the newest release counts, whatever the order in the file', async () => {
    const [old, now] = [dated('2024-01-01T00:00:00Z', 1), dated('2024-06-01T00:00:00Z', 2)];
    expect(await values(pack(now, old))).toEqual({ 'o/1': 2 });
    expect(await values(pack(old, now))).toEqual({ 'o/1': 2 });
  });
  test('dates are compared as moments, with their time zones', async () => {
    const earlier = dated('2024-01-01T01:00:00+02:00', 1); // 23:00 UTC the day before
    const later = dated('2023-12-31T23:30:00Z', 2);
    expect(await values(pack(later, earlier))).toEqual({ 'o/1': 2 });
  });
  test('a tie goes to the later in the file', async () => {
    const date = '2024-01-01T00:00:00Z';
    expect(await values(pack(dated(date, 1), dated(date, 2)))).toEqual({ 'o/1': 2 });
  });
  test('a record counts with its compiled release, also on a line of its own', async () => {
    const record = {
      ocid: 'o',
      releases: [dated('2025-01-01T00:00:00Z', 1)],
      compiledRelease: dated('2024-01-01T00:00:00Z', 7),
    };
    expect(await values(JSON.stringify({ records: [record] }))).toEqual({ 'o/1': 7 });
    expect(await values(`${JSON.stringify(record)}\n`, 'r.jsonl')).toEqual({ 'o/1': 7 });
  });
  test('a record without one counts with its newest release; with links alone it is refused', async () => {
    const releases = [dated('2025-01-01T00:00:00Z', 1), dated('2024-01-01T00:00:00Z', 2)];
    expect(await values(JSON.stringify({ records: [{ ocid: 'o', releases }] }))).toEqual({
      'o/1': 1,
    });
    const linked = { ocid: 'o', releases: [{ url: 'https://x.org/1', date: '2024-01-01' }] };
    const { rejected } = await read(JSON.stringify({ records: [linked] }));
    expect(rejected).toMatchObject([{ row: 1, column: 'compiledRelease' }]);
  });
});

describe('an amount', () => {
  test('is that of the award, whatever its status; contracts add days alone', async () => {
    const { graph } = await read(
      pack(
        release('o', {
          awards: [{ ...award('1', pounds(100), 'GB-COH-1'), status: 'cancelled' }],
          contracts: [
            {
              id: 'c',
              awardID: '1',
              value: pounds(999),
              dateSigned: '2024-02-03',
              period: {
                startDate: '2024-03-01',
                endDate: '2026-02-28',
                maxExtentDate: '2028-02-28',
              },
            },
          ],
        }),
      ),
    );
    expect(graph.contracts).toMatchObject([
      {
        value: 100,
        signed: '2024-02-03',
        start: '2024-03-01',
        end: '2026-02-28',
        maxEnd: '2028-02-28',
      },
    ]);
  });
  test('of several suppliers is split equally, each on its own contract', async () => {
    const text = pack(
      release('o', { awards: [award('1', pounds(100), 'A-1', 'B-2', 'B-2', 'C-3', 'D-4')] }),
    );
    expect(await values(text)).toEqual({
      'o/1/A-1': 25,
      'o/1/B-2': 25,
      'o/1/C-3': 25,
      'o/1/D-4': 25,
    });
  });
  test('of a supplier that nobody names belongs to no other', async () => {
    const awards = [{ id: '1', value: pounds(100), suppliers: [supplier('A-1'), {}] }];
    const { graph, rejected } = await read(pack(release('o', { awards })));
    expect(graph.contracts?.map((one) => one.value)).toEqual([50]);
    expect(rejected).toMatchObject([{ column: 'awards[0].suppliers[1]' }]);
  });
  test.each([
    ['of 0', pounds(0)],
    ['below 0', pounds(-5)],
    ['without a currency', { amount: 5 }],
    ['that is missing', undefined],
  ])('%s makes a contract without value', async (_, value) => {
    const { graph, rejected } = await read(
      pack(release('o', { awards: [award('1', value, 'A-1')] })),
    );
    expect(rejected).toEqual([]);
    expect(graph.contracts).toHaveLength(1);
    expect(graph.contracts?.[0]).not.toHaveProperty('value');
    expect(graph.contracts?.[0]).not.toHaveProperty('currency');
  });
  test.each([
    [
      'in a currency that does not exist',
      { amount: 5, currency: 'ZZQ' },
      'awards[0].value.currency',
    ],
    ['with commas and signs', pounds('£1,000.00'), 'awards[0].value.amount'],
    ['too large for a number', { amount: '1e999', currency: 'GBP' }, 'awards[0].value.amount'],
  ])('%s is told, and its contract kept without value', async (_, value, column) => {
    const { graph, rejected } = await read(
      pack(release('o', { awards: [award('1', value, 'A-1')] })),
    );
    expect(rejected).toMatchObject([{ file: 'notices.json', row: 1, column }]);
    expect(graph.contracts?.[0]).not.toHaveProperty('value');
  });
  test('keeps its own currency', async () => {
    const { graph, reading } = await read(
      pack(
        release('o', {
          awards: [award('1', pounds(1), 'A-1'), award('2', { amount: 2, currency: 'eur' }, 'A-1')],
        }),
      ),
    );
    expect(graph.contracts?.map((one) => one.currency)).toEqual(['GBP', 'EUR']);
    expect(reading.notes.join()).toContain('never added together');
  });
  test('goes when the newest file does not say it any more', async () => {
    const first = await read(pack(release('o')));
    const later = pack(
      release('o', { date: '2025-01-01T00:00:00Z', awards: [award('1', undefined, 'GB-COH-1')] }),
    );
    const { graph } = await graphAfter(ocds, [fileOf('notices.json', later)], first.graph);
    expect(graph.contracts?.[0]?.value).toBeUndefined();
  });
});

describe('a supplier', () => {
  test('is its id: one id is one supplier, whatever its names', async () => {
    const awards = [
      { id: '1', suppliers: [supplier('GB-COH-1', 'Acme')] },
      { id: '2', suppliers: [supplier('GB-COH-1', 'ACME Ltd')] },
    ];
    const { graph } = await read(pack(release('o', { awards })));
    expect(graph.nodes.map((one) => one.id)).toEqual(['GB-COH-1']);
  });
  test('with one name under two ids is told as a possible duplicate and kept apart', async () => {
    const awards = [
      { id: '1', suppliers: [supplier('GB-COH-1', 'Acme Ltd'), supplier('GB-COH-2', 'ACME  Ltd')] },
    ];
    const { graph, reading } = await read(pack(release('o', { awards })));
    expect(graph.nodes).toHaveLength(2);
    expect(reading.notes.join()).toMatch(/Possible duplicate: .*GB-COH-1, GB-COH-2/);
  });
  test('of version 1.0 is its identifier, in the award itself', async () => {
    const identifier = { scheme: 'GB-COH', id: '77', legalName: 'Old Ltd' };
    const { graph } = await read(
      pack(release('o', { awards: [{ id: '1', suppliers: [{ identifier }] }] })),
    );
    expect(graph.nodes).toMatchObject([
      { id: 'GB-COH-77', name: 'Old Ltd', identifiers: { 'GB-COH': '77' } },
    ]);
  });
  test('numbered within its notice is told apart by name', async () => {
    const of = (ocid: string, name: string) =>
      release(ocid, { awards: [{ id: '1', suppliers: [supplier('org-1', name)] }] });
    const { graph } = await read(pack(of('a', 'One Ltd'), of('b', 'Two Ltd')));
    expect(graph.nodes.map((one) => one.id)).toEqual(['org-1.one-ltd', 'org-1.two-ltd']);
  });
});

describe('bad input', () => {
  test.each([
    ['empty', ''],
    ['white space', ' \n\n'],
    ['truncated', pack(release('o'), release('p')).slice(0, -9)],
    ['a number', '17'],
    ['no objects in the list', '{"releases":[1,2]}'],
    ['a quote never closed', '{"releases":[{"ocid":"x}]}'],
    ['nested deeply', `{"releases":[${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}]}`],
    ['brackets that do not pair', '{"releases":[{"ocid":"x"]}}'],
  ])('%s is refused whole, with a reason', async (_, text) => {
    const { graph, reading, rejected } = await read(text);
    expect(graph.contracts ?? []).toEqual([]);
    const reasons = [...reading.errors, ...rejected].map((one) => one.reason);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.every((one) => one !== '')).toBe(true);
  });
  test('on one line costs that line alone', async () => {
    const lines = [release('a'), release('b'), release('c')].map((one) => JSON.stringify(one));
    lines.splice(1, 0, '{"ocid":"x","awards":[{"id":', 'garbage', '{"ocid":"y","t":"open');
    const { graph, rejected, reading } = await read(lines.join('\r\n'), 'n.jsonl');
    expect(graph.contracts?.map((one) => one.id)).toEqual(['a/1', 'b/1', 'c/1']);
    expect(rejected.map((one) => one.row)).toEqual([2, 3, 4]);
    expect(reading.read).toBe(6);
  });
  test.each([
    ['a byte order mark', Buffer.from(`\ufeff${pack(release('o'))}`)],
    ['UTF-16', Buffer.from(`\ufeff${pack(release('o'))}`, 'utf16le')],
  ])('%s is no obstacle', async (_, bytes) => {
    const { graph } = await graphAfter(ocds, [fileOf('x.json', bytes)]);
    expect(graph.contracts).toHaveLength(1);
  });
  test('Windows-1252 is read and told', async () => {
    const text = pack(release('o', { buyer: { name: 'Äußere Stelle' } }));
    const { graph, reading } = await graphAfter(ocds, [
      fileOf('x.json', Buffer.from(text, 'latin1')),
    ]);
    expect(graph.contracts?.[0]?.buyer).toBe('Äußere Stelle');
    expect(reading.notes[0]).toContain('Windows-1252');
  });
  test('the same award twice with other values is told, the first one counts', async () => {
    const awards = [award('1', pounds(1), 'A-1'), award('1', pounds(2), 'A-1')];
    const { graph, rejected } = await read(pack(release('o', { awards })));
    expect(graph.contracts?.map((one) => one.value)).toEqual([1]);
    expect(rejected).toMatchObject([{ column: 'awards[1].id', value: '1' }]);
  });
  test('names like __proto__ and ids with strange characters do no harm', async () => {
    const text = pack(
      release('o é', { awards: [award('__proto__', pounds(1), '__proto__', 'a b')] }),
    );
    const { graph } = await read(text.replace('"status"', '"__proto__"'));
    expect(graph.contracts).toHaveLength(2);
    expect(({} as Record<string, unknown>).kind).toBeUndefined();
  });
  test('a supplier whose id another kind of node has keeps its contracts out', async () => {
    const graph = { ...EMPTY, nodes: [{ id: 'GB-COH-1', kind: 'product' as const, name: 'P' }] };
    const after = await graphAfter(ocds, [fileOf('n.json', pack(release('o')))], graph);
    expect(after.graph.nodes[0]?.kind).toBe('product');
    expect(after.rejected).toMatchObject([{ column: 'awards.suppliers' }]);
  });
});

test('damaged files are refused or read in time, and break nothing', async () => {
  await survives(ocds, 'x.json', EXAMPLE);
  const { releases } = JSON.parse(EXAMPLE.toString()) as { releases: Release[] };
  await survives(
    ocds,
    'x.jsonl',
    Buffer.from(releases.map((one) => JSON.stringify(one)).join('\n')),
  );
});
