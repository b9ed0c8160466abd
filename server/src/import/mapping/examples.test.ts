import { readFileSync } from 'node:fs';
import { GRAPH_FORMAT, type GraphDocument } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { memoryReader } from '../../store/memory-reader.ts';
import { survives } from '../formats/testing/fuzz.ts';
import { xlsx } from '../formats/xlsx/xlsx.ts';
import { importText } from '../import.ts';

const folder = new URL('../../../../docs/importers/examples/', import.meta.url);
const SAMPLE = new URL('../../../../graph-seed/advanced-2022/graph.json', import.meta.url);
const EMPTY: GraphDocument = { format: GRAPH_FORMAT, nodes: [] };
const look = (name: string, graph = EMPTY) =>
  importText({ name, text: readFileSync(new URL(name, folder), 'utf8') }, memoryReader(graph));

test('the register of the documentation comes in whole', async () => {
  const { answer, writes } = await look('register.csv');
  expect(answer.rejected).toEqual([]);
  expect(answer.sheets).toMatchObject([{ kind: 'contracts', asks: ['valueBasis'] }]);
  expect(writes?.find(({ id }) => id === 'ocds-h6vhtk-043662')?.after).toMatchObject({
    supplier: 'dxc-technology',
    value: 3_985_063,
    valueBasis: 'total',
    currency: 'GBP',
    signed: '2024-01-30',
    category: 'ICT',
  });
});

test('the impact analysis of the documentation finds the activities of the sample again', async () => {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as GraphDocument;
  const { answer, writes } = await look('impact-analysis.csv', sample);
  expect(answer.rejected).toEqual([]);
  const before = sample.nodes.map(({ id }) => id);
  const care = writes?.find(
    ({ after }) => after && 'name' in after && after.name === 'Care-home management',
  );
  expect(before).toContain(care?.id);
  expect(care?.after).toMatchObject({ priority: 3, tolerance: { maxHours: 168 } });
});

test.each(['register.csv', 'impact-analysis.csv'])(
  '%s, damaged, is refused or read in time, and breaks nothing',
  async (name) => {
    await survives(xlsx, name, readFileSync(new URL(name, folder)));
  },
);
