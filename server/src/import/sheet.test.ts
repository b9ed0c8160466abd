import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { documentString } from '../export/document.ts';
import { readDay } from './dates.ts';
import { readShare, readShareRange } from './sheet-columns.ts';
import { EMPTY, imported } from './testing/apply.ts';

const SHEET = [
  'System,Supplier,Product,Service,Area,Share,Contract end',
  'Clinical,Advanced,Adastra,NHS 111 (England),England,85 %,31 Mar 2027',
  'Clinical,Advanced,Adastra,NHS 111 (Wales),Wales,100%,31 Mar 2027',
  'Care records,Advanced,Carenotes,Mental health,England,,',
].join('\n');

const links = (graph: GraphDocument) => (graph.dependencies ?? []).map((link) => link.id).sort();

describe("the analyst's sheet", () => {
  test('reads days in the order that one of them proves, and says so', async () => {
    const text = 'Supplier,Service,Contract end\nA,S,03/04/2027\nB,S,16/08/2027';
    const { answer, graph } = await imported({ name: 'systems.csv', text });
    expect(answer.rejected).toEqual([]);
    expect(graph.contracts?.map((one) => one.end).sort()).toEqual(['2027-04-03', '2027-08-16']);
    expect(answer.notes.join()).toContain(
      '1 day that could be read in two ways: taken as day/month',
    );
  });

  test('makes suppliers, products, services, regions, links and contracts', async () => {
    const { answer, graph } = await imported({ name: 'systems.csv', text: SHEET });
    expect(answer).toMatchObject({ format: 'sheet', mode: 'add', read: 3, rejected: [] });
    expect(graph.nodes.map((node) => `${node.kind} ${node.id}`).sort()).toEqual([
      'product adastra',
      'product carenotes',
      'region england',
      'region wales',
      'service mental-health',
      'service nhs-111-england',
      'service nhs-111-wales',
      'supplier advanced',
    ]);
    expect(links(graph)).toEqual([
      'adastra->nhs-111-england',
      'adastra->nhs-111-wales',
      'advanced->adastra',
      'advanced->carenotes',
      'carenotes->mental-health',
      'mental-health->england',
      'nhs-111-england->england',
      'nhs-111-wales->wales',
    ]);
    const strength = graph.dependencies?.find((link) => link.id === 'adastra->nhs-111-england');
    expect(strength).toMatchObject({
      strength: 0.85,
      evidence: [{ claim: 'From the sheet systems.csv, row 2', confidence: 'assumed' }],
    });
    const region = graph.dependencies?.find((link) => link.id === 'mental-health->england');
    expect(region?.group).toBe('services');
    expect(region?.weight).toBeUndefined();
    expect(answer.notes.join(' ')).toContain('count equally');
    expect(graph.contracts?.map(({ supplier, end }) => [supplier, end])).toEqual([
      ['advanced', '2027-03-31'],
    ]);
    // Two services of one product under one contract: it is counted once.
    expect(graph.contracts?.[0]?.title).toBe('Advanced: Adastra');
    expect(graph.nodes.find((node) => node.id === 'adastra')?.attributes).toEqual({
      system: 'Clinical',
    });
  });

  test('changes nothing when it is imported again', async () => {
    const first = await imported({ text: SHEET });
    const second = await imported({ text: SHEET }, first.graph);
    const [head, ...rows] = SHEET.trim().split('\n');
    const turned = `${[head, ...rows.reverse()].join('\n')}\n`;
    const third = await imported({ text: turned }, first.graph);
    expect(third.answer.difference).toMatchObject({ created: 0, removed: 0 });
    expect(second.answer.difference).toMatchObject({ created: 0, updated: 0, removed: 0 });
    expect(documentString(second.graph)).toBe(documentString(first.graph));
  });

  test('finds nodes that exist by name or id, whatever the case', async () => {
    const graph: GraphDocument = {
      ...EMPTY,
      nodes: [
        { id: 'adv', kind: 'supplier', name: 'Advanced' },
        { id: 'odyssey', kind: 'product', name: 'Odyssey triage' },
      ],
    };
    const text = 'supplier;product\nADVANCED ;Odyssey\n';
    const { answer, graph: after } = await imported({ text }, graph);
    expect(answer.difference.created).toBe(1);
    expect(links(after)).toEqual(['adv->odyssey']);
  });

  test('needs a supplier and one other column; the chain closes over what is missing', async () => {
    expect(links((await imported({ text: 'Vendor,Service\nA,B\n' })).graph)).toEqual(['a->b']);
    expect(links((await imported({ text: 'Vendor,Country\nA,B\n' })).graph)).toEqual(['a->b']);
    expect(links((await imported({ text: 'Supplier\tSystem\nA\tB\n' })).graph)).toEqual(['a->b']);
    expect((await imported({ text: 'Supplier\nA\n' })).answer.errors).toHaveLength(1);
  });

  test('gives a supplier and a product of one name an id each', async () => {
    const { graph } = await imported({ text: 'supplier,product\nOceano,Oceano\n' });
    expect(links(graph)).toEqual(['oceano->oceano-product']);
    const again = await imported({ text: 'supplier,product\nOceano,Oceano\n' }, graph);
    expect(again.answer.difference.created).toBe(0);
  });

  test('makes no supplier of unknown, withheld or empty cells, and nothing where no system is', async () => {
    const text =
      'supplier,product,service\nUnknown,P1,S1\nData withheld,P2,S2\n,P3,S3\nX,No system installed,S4\n';
    const { answer, graph } = await imported({ text });
    expect(graph.nodes.map((node) => node.kind)).not.toContain('supplier');
    expect(links(graph)).toEqual(['p1->s1', 'p2->s2', 'p3->s3']);
    expect(answer.notes).toEqual([
      '3 rows name no supplier: it is kept as not known, and none was made.',
      '1 row names no system: nothing was made of them.',
    ]);
  });

  test('keeps unknown columns as attributes, all values of them', async () => {
    const text = 'supplier,product,service,Users\nA,B,C,10\nA,B,D,20\n';
    const { graph } = await imported({ text });
    expect(graph.nodes.find((node) => node.id === 'b')?.attributes).toEqual({ Users: '10; 20' });
  });

  test('takes the column with the very name where two mean the same', async () => {
    const text = 'Provider,Supplier,System\nA trust,A,B\n';
    const { graph } = await imported({ text });
    expect(links(graph)).toEqual(['a->b']);
    expect(graph.nodes.find((node) => node.id === 'b')?.attributes).toEqual({
      Provider: 'A trust',
    });
    const { answer } = await imported({ text: 'Vendor,Provider,System\nA,B,C\n' });
    expect(answer.rejected[0]?.reason).toContain('two columns mean supplier');
  });

  test('refuses bad rows alone, with the place and the reason', async () => {
    const text = [
      'supplier,product,service,share,contract end',
      'A,P,S,1.5x,',
      'A,P,S,120,',
      'A,P,S,,03/04/2027',
      'A,P,S,,soon',
      'Unknown,,,,',
      'A,P,S,0.5,2027-03-31',
      'A,P,S,0.6,',
    ].join('\n');
    const { answer, graph } = await imported({ name: 's.csv', text });
    expect(answer.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'share', '1.5x'],
      [3, 'share', '120'],
      [4, 'contract end', '03/04/2027'],
      [5, 'contract end', 'soon'],
      [6, 'supplier', 'Unknown'],
      [8, 'share', '0.6'],
    ]);
    expect(links(graph)).toEqual(['a->p', 'p->s']);
  });

  test('leaves a region with recorded weights as it is, and says so', async () => {
    const graph: GraphDocument = {
      ...EMPTY,
      nodes: [
        { id: 'wales', kind: 'region', name: 'Wales', groups: { services: { rule: 'share' } } },
        { id: 's', kind: 'service', name: 'S' },
      ],
      dependencies: [{ id: 's->wales', from: 's', to: 'wales', group: 'services', weight: 1 }],
    };
    const { answer, graph: after } = await imported(
      { text: 'supplier,service,area\nA,B,Wales\n' },
      graph,
    );
    expect(answer.rejected[0]).toMatchObject({ row: 2, column: 'area', value: 'Wales' });
    expect(links(after)).toEqual(['a->b', 's->wales']);
  });
});

describe('cells of a sheet', () => {
  test.each([
    ['0.85', 0.85],
    ['0,85', 0.85],
    ['85 %', 0.85],
    ['85', 0.85],
    ['1', 1],
    ['1%', 0.01],
    ['0', 0],
    ['100', 1],
    ['101', undefined],
    ['-1', undefined],
    ['most', undefined],
  ])('read the share %s', (cell, share) => {
    expect(readShare(cell)).toBe(share);
  });

  test.each([
    ['70-90%', { low: 0.7, high: 0.9 }],
    ['70 % – 90 %', { low: 0.7, high: 0.9 }],
    ['0.7 to 0.9', { low: 0.7, high: 0.9 }],
    ['70-90', { low: 0.7, high: 0.9 }],
    ['90-70', undefined],
    ['50-150%', undefined],
    ['-5', undefined],
  ])('read the range of shares %s', (cell, range) => {
    expect(readShareRange(cell)).toEqual(range);
  });

  test.each([
    ['2027-03-31', '2027-03-31'],
    ['2027-03-31T00:00:00Z', '2027-03-31'],
    ['31/03/2027', '2027-03-31'],
    ['03/31/2027', '2027-03-31'],
    ['04/04/2027', '2027-04-04'],
    ['3.4.2027', '2027-04-03'],
    ['31 Mar 2027', '2027-03-31'],
    ['31st March 2027', '2027-03-31'],
    ['March 31, 2027', '2027-03-31'],
    ['31-Mar-2027', '2027-03-31'],
    ['03/04/2027', undefined],
    ['31/02/2027', undefined],
    ['31 Foo 2027', undefined],
    ['46112', undefined],
    ['31/03/27', '2027-03-31'],
    ['31.3.69', '2069-03-31'],
    ['01/02/27', undefined],
    ['26-03-31', undefined],
  ])('read the day %s', (cell, day) => {
    const read = readDay(cell);
    expect('day' in read ? read.day : undefined).toBe(day);
  });
});
