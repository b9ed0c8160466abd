/** The register out and in again, and a graph that never was one. */
import { readFileSync } from 'node:fs';
import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { dora } from '../../../import/formats/dora/dora.ts';
import { EMPTY, fileOf, graphAfter } from '../../../import/formats/testing/read-with.ts';
import { zipOf } from '../../../import/formats/testing/zip.ts';
import { unzipped } from '../../../import/formats/zip/zip.ts';
import { documentOf, link, node, sampleDocument } from '../../../snapshot/testing.ts';
import { memoryReader } from '../../../store/memory-reader.ts';
import { documentString } from '../../document.ts';
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

/** Attributes have no order of their own. */
const sorted = (graph: GraphDocument) => JSON.parse(documentString(graph)) as GraphDocument;

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

const [BANK, BROKER, ICT] = [
  '5299EXAMPLEBANK00011',
  '5299EXAMPLEBROKER022',
  '5299EXAMPLEICTCO0033',
];

/** Invented: a group with a provider of its own, several signers, countries, kinds of codes, a chain in two branches. */
const RICH: Record<string, string> = {
  'b_01.01': `c0010,c0020,c0030,c0040,c0050,c0060\n${BANK},Example Bank,eba_GA:NL,eba_CT:x12,DNB,2026-03-31`,
  'b_01.02': `c0010,c0020,c0030,c0040,c0050,c0060,c0070,c0080,c0090,c0100,c0110
${BANK},Example Bank,eba_GA:NL,eba_CT:x12,eba_RP:x53,,2026-03-31,2025-01-17,9999-12-31,eba_CU:EUR,482
${BROKER},"Example Broker; B.V.",eba_GA:NL,eba_CT:x599,eba_RP:x56,${BANK},2026-03-31,2025-01-17,9999-12-31,eba_CU:EUR,91
${ICT},Example ICT,eba_GA:NL,eba_CT:x317,eba_RP:x56,${BANK},2026-03-31,2025-01-17,9999-12-31,,`,
  'b_01.03': `c0010,c0020,c0030,c0040\nBR-1,${BANK},"Example Bank, Brussels",eba_GA:BE`,
  'b_02.01': `c0010,c0020,c0030,c0040,c0050
K1,eba_CO:x2,,eba_CU:EUR,100.1
K2,eba_CO:x3,K1,eba_CU:EUR,0
K3,eba_CO:x1,,eba_CU:EUR,70
IG,eba_CO:x1,,eba_CU:USD,`,
  'b_02.02': `c0010,c0020,c0030,c0040,c0050,c0060,c0070,c0080,c0090,c0100,c0110,c0120,c0130,c0140,c0150,c0160,c0170,c0180
K1,${BANK},FR552100554,eba_qCO:qx2003,F1,eba_TA:S19,2024-01-01,9999-12-31,,180,365,eba_GA:IE,eba_GA:NL,eba_BT:x28,eba_GA:NL,eba_GA:IE,eba_ZZ:x793,eba_ZZ:x796
K1,${BANK},FR552100554,eba_qCO:qx2003,F1,eba_TA:S19,2024-02-01,9999-12-31,,90,365,eba_GA:IE,eba_GA:NL,eba_BT:x28,eba_GA:FR,eba_GA:DE,eba_ZZ:x792,eba_ZZ:x795
K1,${BROKER},123456,BE_VAT,F2,eba_TA:S17,2024-01-01,2030-01-01,,180,200,eba_GA:IE,,,,,,
K2,${BROKER},FR552100554,eba_qCO:qx2003,,eba_TA:S05,2024-01-01,2029-01-01,eba_CO:x9,30,,eba_GA:BE,eba_GA:BE,eba_BT:x29,eba_GA:qx2007,,,
K3,${BANK},123456,BE_VAT,F2,eba_TA:S01,2024-01-01,9999-12-31,,,,,,,,,,eba_ZZ:x797
IG,${BANK},${ICT},eba_qCO:qx2000,F1,eba_TA:S07,2020-01-01,9999-12-31,,365,365,eba_GA:NL,eba_GA:NL,eba_BT:x28,eba_GA:NL,eba_GA:NL,eba_ZZ:x793,eba_ZZ:x794`,
  'b_02.03': 'c0010,c0020,c0030\nIG,K3,true\nIG,K1,true',
  'b_03.01': `c0010,c0020,c0030\nK1,${BANK},true\nK1,${BROKER},true\nK2,${BROKER},true\nIG,${BANK},true`,
  'b_03.02':
    'c0010,c0020,c0030,c0045\nK1,FR552100554,eba_qCO:qx2003,true\nK1,123456,BE_VAT,true\nK2,FR552100554,eba_qCO:qx2003,true\nK3,123456,BE_VAT,true',
  'b_03.03': `c0010,c0020,c0031\nIG,${ICT},true`,
  'b_04.01': `c0010,c0020,c0030,c0040\nK1,${BANK},eba_ZZ:x838,BR-1\nK1,${BROKER},eba_ZZ:x839,\nIG,${BANK},eba_ZZ:x839,Not Applicable`,
  'b_05.01': `c0010,c0020,c0030,c0040,c0050,c0060,c0070,c0080,c0090,c0100,c0110,c0120
FR552100554,eba_qCO:qx2003,FR62552100554,eba_qCO:qx2004,Société Exemple,Societe Exemple,eba_CT:x212,eba_GA:FR,eba_CU:EUR,99,HOLD1,eba_qCO:qx2001
HOLD1,eba_qCO:qx2001,,,=Exemple Holding,=Exemple Holding,eba_CT:x212,eba_GA:FR,,,HOLD1,eba_qCO:qx2001
123456,BE_VAT,,,Voorbeeld,,eba_CT:x213,eba_GA:BE,,,,
IE1.X,eba_qCO:qx2002,,,Sub One,Sub One,eba_CT:x212,eba_GA:IE,,,,
IE2.X,eba_qCO:qx2002,,,Sub Two,Sub Two,eba_CT:x212,eba_GA:IE,,,,`,
  'b_05.02': `c0010,c0020,c0030,c0040,c0050,c0060,c0070
K1,eba_TA:S19,FR552100554,eba_qCO:qx2003,1,,
K1,eba_TA:S19,IE1.X,eba_qCO:qx2002,2,FR552100554,eba_qCO:qx2003
K1,eba_TA:S19,IE2.X,eba_qCO:qx2002,2,FR552100554,eba_qCO:qx2003
K1,eba_TA:S19,IE2.X,eba_qCO:qx2002,3,IE1.X,eba_qCO:qx2002
K2,eba_TA:S05,IE1.X,eba_qCO:qx2002,2,FR552100554,eba_qCO:qx2003
IG,eba_TA:S07,IE1.X,eba_qCO:qx2002,2,${ICT},eba_qCO:qx2000`,
  'b_06.01': `c0010,c0020,c0030,c0040,c0050,c0060,c0070,c0080,c0090,c0100
F1,eba_TA:x162,Payments,${BANK},eba_BT:x28,"Everyone, all day",2025-11-30,4,1,eba_ZZ:x793
F2,,Payroll,${BROKER},eba_BT:x21,,2025-11-30,0,,eba_ZZ:x799`,
  'b_07.01': `c0010,c0020,c0030,c0040,c0050,c0060,c0070,c0080,c0090,c0100,c0110,c0120
K1,FR552100554,eba_qCO:qx2003,eba_TA:S19,eba_ZZ:x959,eba_ZZ:x965,2025-09-30,eba_BT:x28,eba_ZZ:x967,eba_ZZ:x793,eba_BT:x28,A; B
K1,IE1.X,eba_qCO:qx2002,eba_TA:S19,eba_ZZ:x961,,,eba_BT:x29,eba_ZZ:x0,eba_ZZ:x791,eba_BT:x21,
K2,FR552100554,eba_qCO:qx2003,eba_TA:S05,eba_ZZ:x962,,2025-01-01,,,,,
K2,IE2.X,eba_qCO:qx2002,eba_TA:S08,eba_ZZ:x960,,,,,,,`,
};
const rich = () =>
  zipOf(Object.entries(RICH).map(([name, content]) => ({ name: `reports/${name}.csv`, content })));

describe('a register that came in goes out', () => {
  test.each([
    ['the example', () => EXAMPLE],
    ['a group with all that a register can hold', rich],
  ])('and in as the very same graph: %s', async (_, bytes) => {
    const { graph, rejected, notes } = await graphAfter(dora, [fileOf('x.zip', bytes())]);
    expect(rejected).toEqual([]);
    expect(notes.filter((one) => /not taken over|no room/.test(one))).toEqual([]);
    const out = await whole(doraArchive(memoryReader(graph)));
    const again = await graphAfter(dora, [fileOf('x.zip', out)]);
    expect(again.rejected).toEqual([]);
    expect(sorted(again.graph)).toEqual(sorted(graph));
  });

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

  describe('tells how hard a provider is to replace as forms write it', () => {
    const [YES, NO] = ['eba_BT:x28', 'eba_BT:x29'];
    const assessed = async (
      onLink: Partial<NonNullable<GraphDocument['dependencies']>[number]>,
      onContract: Record<string, string> = {},
      covered = 'a->p',
    ) => {
      const [contract] = ESTATE.contracts ?? [];
      const dependencies = (ESTATE.dependencies ?? []).map((one) =>
        one.id === covered ? { ...one, ...onLink } : one,
      );
      const contracts = [{ ...contract!, dependencies: [covered], attributes: onContract }];
      const { rows } = await tablesOf({ ...ESTATE, dependencies, contracts });
      return rows('B_07.01').map(({ c0020: provider, c0050, c0080, c0110, c0120 }) => ({
        provider,
        hard: c0050,
        plan: c0080,
        identified: c0110,
        alternatives: c0120,
      }));
    };

    test.each([
      ['tested 2026-03-01', YES],
      ['drafted', YES],
      ['none', NO],
      ['one day perhaps', undefined],
    ])('an exit plan: %s', async (plan, cell) => {
      const rows = await assessed({
        substitutability: 'complex',
        attributes: { 'Exit Plan': plan },
      });
      expect(rows).toEqual([
        {
          provider: '01234567',
          hard: 'eba_ZZ:x960',
          plan: cell,
          identified: undefined,
          alternatives: undefined,
        },
      ]);
    });

    test.each([
      ['group; host; Beta Ltd', YES, 'INR2EJN1ERAN0W5ZP974; HOST; Beta Ltd'],
      ['none', NO, undefined],
    ])('alternatives: %s', async (alternatives, identified, cell) => {
      const [row] = await assessed({ attributes: { alternatives } });
      expect(row).toMatchObject({ identified, alternatives: cell });
    });

    test('the contract’s own words before those of its links', async () => {
      const link = { attributes: { 'exit plan': 'none', alternatives: 'Beta Ltd' } };
      const [row, ...more] = await assessed(link, { 'exit plan': 'tested 2026-03-01' });
      expect(row).toMatchObject({ plan: YES, alternatives: 'Beta Ltd' });
      expect(more).toEqual([]);
      const [none] = await assessed(link, { alternatives: 'none' });
      expect(none).toMatchObject({ plan: NO, identified: NO, alternatives: undefined });
      expect(await assessed({}, { 'exit plan': 'none' }, 'none->such')).toMatchObject([
        { provider: '01234567', plan: NO },
      ]);
    });

    test('a product’s link as one of the supplier of its contract', async () => {
      const link = { substitutability: 'none' as const, attributes: { 'exit plan': 'drafted' } };
      expect(await assessed(link, {}, 'p->s')).toMatchObject([
        { provider: '01234567', hard: 'eba_ZZ:x959', plan: YES },
      ]);
    });
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
    expect(again.rejected.filter((one) => !/lei|B_06\.01/.test(one.reason))).toEqual([]);
    const suppliers = (graph: GraphDocument) =>
      graph.nodes.filter((one) => one.kind === 'supplier').length;
    expect(suppliers(again.graph)).toBe(suppliers(sample));
  });
});
