/** The register out and in again, and a graph that never was one. */
import { readFileSync } from 'node:fs';
import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { dora } from '../../../import/formats/dora/dora.ts';
import { EMPTY, fileOf, graphAfter } from '../../../import/formats/testing/read-with.ts';
import { unzipped } from '../../../import/formats/zip/zip.ts';
import { memoryReader } from '../../../import/memory-reader.ts';
import { documentOf, link, node, sampleDocument } from '../../../snapshot/testing.ts';
import { doraArchive, doraWorkbook } from './dora.ts';
import { registerGraph } from './register.ts';
import { doraTables, type TableName } from './tables.ts';

const EXAMPLE = readFileSync(
  new URL('../../../../../docs/importers/examples/dora-register.zip', import.meta.url),
);

const whole = async (pieces: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

/** Rows by the codes of their columns, cells that say nothing left out. */
async function tablesOf(graph: GraphDocument) {
  const { tables, notes } = doraTables(await registerGraph(memoryReader(graph)));
  const rows = (name: TableName) => {
    const { header, rows } = tables.find((one) => one.name === name)!;
    return rows.map((row) =>
      Object.fromEntries(header.map((code, i) => [code, row[i]]).filter(([, cell]) => cell !== '')),
    );
  };
  return { rows, notes: notes.join('\n') };
}

const byId = <T extends { id: string }>(list: readonly T[]) =>
  [...list].sort((x, y) => (x.id < y.id ? -1 : 1));

/** What the tables carry of a graph. */
const carried = ({ nodes, dependencies = [], contracts = [] }: GraphDocument) => ({
  nodes: byId(nodes).map(({ id, kind, name, parent, rtoHours, priority, identifiers }) => {
    return { id, kind, name, parent, rtoHours, priority, identifiers };
  }),
  links: byId(dependencies).map(({ id, from, to, strength = 1 }) => ({ id, from, to, strength })),
  contracts: byId(contracts).map(({ evidence, attributes, buyer, dependencies: all, ...one }) => {
    return { ...one, dependencies: [...(all ?? [])].sort() };
  }),
});

describe('a register that came in goes out', () => {
  test.each([
    ['archive', 'r.zip', doraArchive],
    ['workbook', 'r.xlsx', doraWorkbook],
  ] as const)('as an %s that reads as the same graph', async (_, name, write) => {
    const { graph } = await graphAfter(dora, [fileOf('x.zip', EXAMPLE)]);
    const bytes = await whole(write(memoryReader(graph)));
    const again = await graphAfter(dora, [fileOf(name, bytes)], EMPTY);
    expect(again.rejected).toEqual([]);
    expect(carried(again.graph)).toEqual(carried(graph));
  });

  test('with the codes that it had', async () => {
    const { graph } = await graphAfter(dora, [fileOf('x.zip', EXAMPLE)]);
    const { rows } = await tablesOf(graph);
    expect(rows('B_02.01')[0]).toEqual({
      c0010: 'CA-1',
      c0020: 'eba_CO:x1',
      c0040: 'eba_CU:EUR',
      c0050: 480_000,
    });
    const chain = rows('B_05.02').find((row) => row.c0010 === 'CA-1' && row.c0050 === 2);
    expect(chain).toMatchObject({ c0020: 'eba_TA:S19', c0060: 'DEB8536R.HRB000000' });
    expect(rows('B_02.02')[0]).toMatchObject({ c0050: 'F1', c0180: 'eba_ZZ:x797' });
  });
});

describe('a graph that was no register', () => {
  const ESTATE: GraphDocument = {
    ...documentOf(
      [
        node('a', 'supplier', { name: 'A', identifiers: { 'Companies House': '1234567' } }),
        node('host', 'supplier', { parent: 'group' }),
        node('group', 'supplier', { identifiers: { LEI: 'INR2EJN1ERAN0W5ZP974' } }),
        node('p', 'product'),
        node('cloud', 'product'),
        node('s', 'service', { priority: 1, rtoHours: 4 }),
      ],
      [
        link('a', 'p'),
        link('host', 'cloud'),
        link('cloud', 'p'),
        link('p', 's', { strength: 0.65 }),
      ],
    ),
    contracts: [
      {
        id: 'c',
        supplier: 'a',
        dependencies: ['a->p'],
        value: 9,
        currency: 'GBP',
        end: '2030-01-31',
      },
    ],
  };

  test('tells functions behind products, and the nearest word for how much they rely', async () => {
    const { rows } = await tablesOf(ESTATE);
    expect(rows('B_02.02')).toEqual([
      {
        c0010: 'c',
        c0030: '01234567',
        c0040: 'GB_CRN',
        c0050: 's',
        c0080: '2030-01-31',
        c0180: 'eba_ZZ:x796',
      },
    ]);
    expect(rows('B_06.01')[0]).toMatchObject({ c0010: 's', c0050: 'eba_BT:x28', c0080: 4 });
  });

  test('tells who hosts a product of the provider as its subcontractor', async () => {
    const { rows } = await tablesOf(ESTATE);
    expect(rows('B_05.02')).toMatchObject([
      { c0010: 'c', c0030: '01234567', c0050: 1 },
      { c0010: 'c', c0030: 'host', c0050: 2, c0060: '01234567', c0070: 'GB_CRN' },
    ]);
    const host = rows('B_05.01').find((row) => row.c0010 === 'host');
    expect(host).toMatchObject({ c0110: 'INR2EJN1ERAN0W5ZP974', c0120: 'eba_qCO:qx2000' });
  });

  test('leaves empty what is not on record, and says how often', async () => {
    const { rows, notes } = await tablesOf(ESTATE);
    expect(rows('B_02.01')).toEqual([{ c0010: 'c', c0040: 'eba_CU:GBP' }]);
    expect(notes).toContain(
      'Contracts whose value is no annual one (their annual expense is empty): 1.',
    );
    expect(notes).toContain(
      'Providers without an LEI, EUID or company number on record (their code is our own id): 1.',
    );
  });

  test('of published facts goes out with formulas neutralised, and its suppliers read again', async () => {
    const sample = sampleDocument();
    const nodes = sample.nodes.map((one) =>
      one.id === 'advanced' ? { ...one, name: '=HYPERLINK("x")' } : one,
    );
    const bytes = await whole(doraArchive(memoryReader({ ...sample, nodes })));
    const unfolded = await unzipped(bytes);
    if ('reason' in unfolded) throw new Error(unfolded.reason);
    const csv = Buffer.from(unfolded.entries.get('reports/b_05.01.csv') as Uint8Array).toString();
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    const again = await graphAfter(dora, [fileOf('r.zip', bytes)], EMPTY);
    // Whose services they are is not on record: those rows wait for an LEI.
    expect(again.rejected.every((one) => /lei|B_06\.01/.test(one.reason))).toBe(true);
    const suppliers = (graph: GraphDocument) =>
      graph.nodes.filter((one) => one.kind === 'supplier').length;
    expect(suppliers(again.graph)).toBe(suppliers(sample));
  });
});
