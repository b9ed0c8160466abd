/** Damaged files of our own formats: refused, or read into a graph that keeps every rule, in time. */
import { readFileSync } from 'node:fs';
import type { GraphDocument } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { csvHeader, csvRow, csvText } from '../export/csv.ts';
import { decoded } from './encoding.ts';
import { damaged, FUZZ_RUNS } from './formats/testing/fuzz.ts';
import { imported } from './testing/apply.ts';

const SAMPLE = new URL('../../../graph-seed/advanced-2022/graph.json', import.meta.url);
const TEXT = readFileSync(SAMPLE, 'utf8');
const GRAPH = JSON.parse(TEXT) as GraphDocument;
/** Milliseconds of computing for one file. */
const MOST = 2000;

const LISTS = { node: 'nodes', dependency: 'dependencies', contract: 'contracts' } as const;
const table = (type: keyof typeof LISTS) =>
  csvText([csvHeader(type), ...(GRAPH[LISTS[type]] ?? []).map((item) => csvRow(type, item))]);
const SHEET =
  'System,Supplier,Product,Service,Area,Share,Contract end\nAdastra,Advanced,Adastra,NHS 111,England,85 %,2027-03-31\n,CGI,,Ambulances,Wales,0.4,31/03/2028\n';

test.each([
  ['graph.json', TEXT, false],
  ['graph.json', TEXT, true],
  ['nodes.csv', table('node'), false],
  ['nodes.csv', table('node'), true],
  ['links.csv', table('dependency'), true],
  ['contracts.csv', table('contract'), true],
  ['sheet.csv', SHEET, true],
])('%s is survived, however it is damaged (%#)', async (name, text, beside) => {
  const bytes = Buffer.from(text);
  const mode = beside ? ('add' as const) : ('replace' as const);
  for (let seed = 1; seed <= FUZZ_RUNS; seed++) {
    const request = { name, text: decoded(damaged(seed, bytes)).text, mode };
    const before = process.cpuUsage();
    const { answer, graph } = await imported(request, beside ? GRAPH : undefined);
    expect(process.cpuUsage(before).user / 1000, `seed ${seed}`).toBeLessThan(MOST);
    if (answer.errors.length === 0) continue;
    expect(graph.nodes.length).toBe(beside ? GRAPH.nodes.length : 0);
    expect(answer.errors[0]?.reason).not.toBe('');
  }
});
