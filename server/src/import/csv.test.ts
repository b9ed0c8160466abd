import type { GraphDocument } from '@msp-impact/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractsCsv, graphCsv, linksCsv, nodesCsv } from '../export/csv.ts';
import { documentString } from '../export/document.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { imported } from './testing/apply.ts';
import { documents } from './testing/arbitrary.ts';

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function csvFiles(graph: GraphDocument) {
  const reader = memoryReader(graph);
  return {
    name: 'nodes.csv',
    text: await joined(nodesCsv(reader)),
    more: [
      { name: 'links.csv', text: await joined(linksCsv(reader)) },
      { name: 'contracts.csv', text: await joined(contractsCsv(reader)) },
      { name: 'graph.csv', text: await joined(graphCsv(reader)) },
    ],
  };
}

const NODES = 'id,kind,name\na,supplier,A\nb,product,B\nc,service,C\n';

describe('csv files', () => {
  test('give the same graph again when exported and imported', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (graph) => {
        const { answer, graph: again } = await imported(await csvFiles(graph));
        expect(answer.rejected).toEqual([]);
        const nothing = graph.nodes.length === 0;
        const { name: _, ...unnamed } = graph;
        expect(documentString(again)).toBe(documentString(nothing ? unnamed : graph));
      }),
      { numRuns: 300 },
    );
  });

  test('change nothing when imported over the graph that they came from', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (graph) => {
        const { answer } = await imported(await csvFiles(graph), graph);
        expect(answer.difference).toMatchObject({ created: 0, updated: 0, removed: 0 });
      }),
      { numRuns: 100 },
    );
  });

  test('bring their name to a graph that has none, and to one that they replace', async () => {
    const named = { format: 'msp-impact-graph/1' as const, name: '=1+1', nodes: [] };
    const one = { id: 'a', kind: 'service' as const, name: 'A' };
    const files = await csvFiles({ ...named, nodes: [one] });
    expect(files.more.at(-1)?.text).toBe("format,name\r\nmsp-impact-graph/1,'=1+1\r\n");
    const other = { ...named, name: 'Ours' };
    expect((await imported(files)).graph.name).toBe('=1+1');
    expect((await imported(files, other)).graph.name).toBe('Ours');
    expect((await imported({ ...files, mode: 'replace' }, other)).graph.name).toBe('=1+1');
  });

  test('take no evidence away that people have added since', async () => {
    const one = { id: 'a', kind: 'service' as const, name: 'A' };
    const first = { claim: 'x', confidence: 'assumed' as const };
    const graph: GraphDocument = {
      format: 'msp-impact-graph/1',
      nodes: [{ ...one, evidence: [first] }],
    };
    const files = await csvFiles(graph);
    const own = { claim: 'y', publisher: 'Z', confidence: 'stated' as const };
    const since = { ...graph, nodes: [{ ...one, name: 'B', evidence: [first, own] }] };
    const { graph: after } = await imported(files, since);
    expect(after.nodes).toEqual([{ ...one, evidence: [first, own] }]);
    const text = 'id,kind,name,claim,url\na,service,A,,\n';
    expect((await imported({ text }, since)).graph.nodes[0]?.evidence).toEqual([first, own]);
  });

  test('never begin a cell with what a spreadsheet runs as a formula', async () => {
    const cmd = "=cmd|'/c calc'!A1";
    const graph: GraphDocument = {
      format: 'msp-impact-graph/1',
      nodes: [{ id: '@x', kind: 'service', name: cmd, owner: { contact: '+44 20' } }],
    };
    const { text } = await csvFiles(graph);
    expect(text).toContain("'@x,service,'=cmd|");
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  test.each([
    ['semicolons, CRLF and a byte order mark', '\ufeffid;kind;name\r\na;service;"x;y"\r\n', 'x;y'],
    ['tabs', 'id\tkind\tname\na\tservice\tx\n', 'x'],
    ['quotes and line breaks', 'id,kind,name\na,service,"x ""y""\nz"\n', 'x "y"\nz'],
    ['headers in any case and order', 'NAME,Id,Kind\nx,a,service\n', 'x'],
  ])('are read with %s', async (_, text, name) => {
    const { graph } = await imported({ text });
    expect(graph.nodes).toEqual([{ id: 'a', kind: 'service', name }]);
  });

  test('keep unknown columns as attributes', async () => {
    const { graph } = await imported({ text: 'id,kind,name,Cost centre\na,service,A,4711\n' });
    expect(graph.nodes[0]?.attributes).toEqual({ 'Cost centre': '4711' });
  });

  test('may leave out the ids of links, and give strengths as ranges', async () => {
    const links = 'from,to,strength,strengthLow,strengthHigh\na,b,0.5,,\nb,c,,0.2,0.4\n';
    const { graph } = await imported({ text: NODES, more: [{ text: links }] });
    expect(graph.dependencies).toEqual([
      { id: 'a->b', from: 'a', to: 'b', strength: 0.5 },
      { id: 'b->c', from: 'b', to: 'c', strength: { low: 0.2, high: 0.4 } },
    ]);
  });

  test('may have days as a spreadsheet rewrote them, where they have one meaning', async () => {
    const text = 'id,kind,name,reviewed\na,service,A,31/10/2026\nb,service,B,01/11/2026\n';
    const { answer, graph } = await imported({ text });
    expect(graph.nodes.map((node) => node.reviewed)).toEqual(['2026-10-31']);
    expect(answer.rejected).toMatchObject([{ row: 3, column: 'reviewed', value: '01/11/2026' }]);
  });

  test('change only what they have columns for', async () => {
    const graph: GraphDocument = {
      format: 'msp-impact-graph/1',
      nodes: [
        { id: 'a', kind: 'region', name: 'A', population: 5, tags: ['x'], attributes: { k: 'v' } },
      ],
    };
    const text = 'id,kind,name,population,note\na,region,A,7,new\n';
    const { graph: after, answer } = await imported({ text }, graph);
    expect(after.nodes[0]).toMatchObject({ population: 7, tags: ['x'] });
    expect(after.nodes[0]?.attributes).toEqual({ k: 'v', note: 'new' });
    expect(answer.difference.items[0]?.fields).toEqual(['population', 'attributes']);
  });
});

describe('a bad row', () => {
  const bad = async (text: string, more?: { name: string; text: string }[]) => {
    const request = { name: 'nodes.csv', text, ...(more ? { more } : {}) };
    return (await imported(request)).answer;
  };

  test.each([
    ['a number that is text', 'id,kind,name,downAt\na,service,A,much\n', 2, 'downAt', 'much'],
    ['a level above 1', 'id,kind,name,downAt\na,service,A,1.5\n', 2, 'downAt', '1.5'],
    ['a number below 0', 'id,kind,name,people\na,service,A,-3\n', 2, 'people', '-3'],
    ['an unknown kind', 'id,kind,name\na,team,A\n', 2, 'kind', 'team'],
    ['an id with a space', 'id,kind,name\na b,service,A\n', 2, 'id', 'a b'],
    ['a reserved id', 'id,kind,name\n__proto__,service,A\n', 2, 'id', '__proto__'],
    ['a missing name', 'id,kind,name\na,service,\n', 2, 'name', ''],
    ['an id that was there', 'id,kind,name\na,service,A\n\na,service,B\n', 4, 'id', 'a'],
    ['a parent of nowhere', 'id,kind,name,parent\na,region,A,zz\n', 2, 'parent', 'zz'],
    ['a strange group', 'id,kind,name,groups\na,service,A,g:some\n', 2, 'groups', 'g:some'],
    ['k without links', 'id,kind,name,groups\na,service,A,g:atLeast:2\n', 2, 'groups', '2'],
    ['broken JSON', 'id,kind,name,json\na,service,A,{x\n', 2, 'json', '{x'],
    ['too many cells', 'id,kind,name\na,service,A,more\n', 2, '', 'more'],
    ['a quote never closed', 'id,kind,name\na,service,"A\n', 2, '', ''],
  ])(
    'is told with file, row, column, value and reason: %s',
    async (_, text, row, column, value) => {
      const { rejected } = await bad(text);
      expect(rejected).toHaveLength(1);
      expect(rejected[0]).toMatchObject({ file: 'nodes.csv', row, column, value });
      expect(rejected[0]?.reason).not.toBe('');
    },
  );

  test('has all its faults told at once, those of its cells and those beside other rows', async () => {
    const text =
      'from,to,strength,bufferHours,substitutability,date,url\nnobody,b,150%,two,hard,31/31/2026,x\n';
    const { answer } = await imported({ text: NODES, more: [{ name: 'links.csv', text }] });
    expect(answer.rejected.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 date',
      '2 strength',
      '2 bufferHours',
      '2 substitutability',
      '2 claim',
      '2 url',
      '2 from',
    ]);
    expect(answer.difference.created).toBe(3);
  });

  test('has them told even where what it must have is wrong', async () => {
    const text = 'id,supplier,dependencies\nthis id,nobody,nothing\n';
    const { answer } = await imported({ text: NODES, more: [{ name: 'contracts.csv', text }] });
    expect(answer.rejected.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 id',
      '2 supplier',
      '2 dependencies',
    ]);
  });

  test('with evidence that is none is refused, even where the item is stored', async () => {
    const { graph } = await imported({
      text: NODES.replace('name\n', 'name,url\n').replace('A\n', 'A,https://example.org\n'),
    });
    const text =
      'id,kind,name,json\na,supplier,A,"{""evidence"":[null,{""claim"":{""toString"":1}}]}"\n';
    const { answer } = await imported({ text }, graph);
    expect(answer.rejected.map(({ row }) => row)).toContain(2);
    expect(answer.difference).toMatchObject({ created: 0, updated: 0 });
  });

  test('stays out with the links that name it; all others go on', async () => {
    const links = 'from,to,weight\na,b,\nx,b,\nb,c,0.5\n';
    const answer = await bad(`${NODES}x,team,X\n`, [{ name: 'links.csv', text: links }]);
    expect(answer.difference.created).toBe(4);
    expect(answer.rejected.map(({ file, row, column }) => [file, row, column])).toEqual([
      ['nodes.csv', 5, 'kind'],
      ['links.csv', 3, 'from'],
      ['links.csv', 4, 'weight'],
    ]);
  });

  test('does not break the weights of a stored group', async () => {
    const graph: GraphDocument = {
      format: 'msp-impact-graph/1',
      nodes: [
        { id: 'r', kind: 'region', name: 'R', groups: { s: { rule: 'share' } } },
        { id: 'a', kind: 'service', name: 'A' },
        { id: 'b', kind: 'service', name: 'B' },
      ],
      dependencies: [{ id: 'a->r', from: 'a', to: 'r', group: 's', weight: 1 }],
    };
    const text = 'from,to,group,weight\nb,r,s,0.5\n';
    const { answer } = await imported({ text }, graph);
    expect(answer.rejected[0]).toMatchObject({ row: 2, column: 'weight', value: '1.5' });
    const kept = await imported({ text: 'id,kind,name,groups\nr,region,R,s:any\n' }, graph);
    expect(kept.answer.rejected[0]?.reason).toContain('would break a->r');
  });

  test('in the header refuses the file: a header that stands twice, or none that we know', async () => {
    const twice = await bad('id,kind,name,Name\na,service,A,B\n');
    expect(twice.rejected[0]).toMatchObject({ row: 1, column: 'Name' });
    expect(twice.difference.created).toBe(0);
    const none = await bad('first,second\n1,2\n');
    expect(none.errors[0]?.path).toBe('nodes.csv, row 1');
  });
});
