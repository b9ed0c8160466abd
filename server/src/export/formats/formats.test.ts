import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphDocument } from '@msp-impact/contract';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { importText } from '../../import/import.ts';
import { documents } from '../../import/testing/arbitrary.ts';
import { documentOf, link, node, sampleDocument } from '../../snapshot/testing.ts';
import { memoryReader } from '../../store/memory-reader.ts';
import { csvText } from '../csv.ts';
import { documentString } from '../document.ts';
import { literal } from './cypher.ts';
import { EXPORTERS, type ExporterName, TooLarge } from './index.ts';
import { HAS_NETWORKX, openWithNetworkx } from './testing.ts';
import { xmlText } from './xml.ts';

const folder = mkdtempSync(join(tmpdir(), 'msp-impact-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(name: ExporterName, document: GraphDocument): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of EXPORTERS[name].write(memoryReader(document))) {
    pieces.push(Buffer.from(piece as string));
  }
  return Buffer.concat(pieces);
}

/** Markup, quotes, formulas, line ends, what XML cannot hold, two links between the same nodes. */
const HARD: GraphDocument = {
  ...documentOf(
    [
      node('a', 'supplier', { name: '<A> & "co" \'x\'\n\t=1+1', population: 0.1 }),
      node('b', 'product', { name: '=HYPERLINK("http://x")', tags: ['t1', 't2'] }),
      node('__proto__x', 'service', { name: 'Ä\u0001\ud800 医', priority: 1 }),
    ],
    [
      link('a', 'b', { strength: { low: 0.1, likely: 0.2, high: 0.3 } }),
      { id: 'second', from: 'a', to: 'b', strength: 0.5 },
      link('b', '__proto__x', { group: 'g' }),
    ],
  ),
  contracts: [{ id: 'c', supplier: 'a', title: ']]> <x/> \\u0027;DETACH', value: 12.5 }],
};

describe.skipIf(!HAS_NETWORKX)('opened by networkx', () => {
  test.each(['graphml', 'gexf'] as const)(
    '%s of the sample holds every node and link',
    async (kind) => {
      const { nodes, dependencies = [] } = sampleDocument();
      const file = join(folder, `sample.${kind}`);
      writeFileSync(file, await exported(kind, sampleDocument()));
      const opened = openWithNetworkx(kind, file);
      expect(opened.directed).toBe(true);
      expect(opened.nodes.map(([one]) => one).sort()).toEqual(nodes.map(({ id }) => id).sort());
      const pairs = dependencies.map(({ from, to }) => `${from} ${to}`);
      expect(opened.edges.map(([from, to]) => `${from} ${to}`).sort()).toEqual(pairs.sort());
    },
  );

  test.each(['graphml', 'gexf'] as const)(
    '%s keeps names, numbers and both of two links',
    async (kind) => {
      const file = join(folder, `hard.${kind}`);
      writeFileSync(file, await exported(kind, HARD));
      const opened = openWithNetworkx(kind, file);
      const nodes = Object.fromEntries(opened.nodes);
      expect(nodes.a).toMatchObject({
        label: '<A> & "co" \'x\'\n\t=1+1',
        kind: 'supplier',
        population: 0.1,
      });
      expect(nodes.__proto__x).toMatchObject({ label: 'Ä\ufffd\ufffd 医', priority: 1 });
      const between = opened.edges.filter(([from, to]) => from === 'a' && to === 'b');
      const strengths = between.map(([, , data]) => data.strength);
      expect(strengths.sort()).toEqual([0.2, 0.5]);
      expect(between.map(([, , data]) => data.strengthHigh).filter(Boolean)).toEqual([0.3]);
    },
  );

  test('graphml carries contracts with the graph', async () => {
    const file = join(folder, 'contracts.graphml');
    writeFileSync(file, await exported('graphml', HARD));
    const { graph } = openWithNetworkx('graphml', file);
    expect(JSON.parse(graph.contracts as string)).toEqual(HARD.contracts);
    expect(graph.name).toBe('Test');
  });
});

describe('xml', () => {
  test('text cannot leave its place, and line ends stay', () => {
    expect(xmlText('<&">\n\r\u0000')).toBe('&lt;&amp;&quot;&gt;&#10;&#13;\ufffd');
  });
});

describe('cypher', () => {
  test('a text cannot end its quotes', () => {
    expect(literal("it's")).toBe("'it\\'s'");
    expect(literal('\\')).toBe("'\\\\'");
    expect(literal('\\u0027')).toBe("'\\\\' + 'u0027'");
    expect(literal('a\nb')).toBe("'a\\nb'");
    expect(literal(3)).toBe('3.0');
    expect(literal(0.25)).toBe('0.25');
  });

  test('quotes balance whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\\', "'", 'u', '0', '"', '\n') }), (text) => {
        // Evaluated as JavaScript, whose quotes and escapes are the same here.
        const value = new Function(`return ${literal(text)}`)() as string;
        expect(value).toBe(text);
        expect(literal(text)).not.toMatch(/\\u/);
      }),
    );
  });

  test('the sample has labels, types and rows for all its items', async () => {
    const text = (await exported('cypher', sampleDocument())).toString();
    expect(text).toContain('SET n:Supplier');
    expect(text).toMatch(/MERGE \(a\)-\[r:SUPPORTS \{id: row\.id\}\]->\(b\)/);
    expect(text).toContain("{id: 'advanced', parent: 'vista-bc-partners'}");
    const rows = text.split('\n').filter((line) => line.startsWith('  {id: '));
    const { nodes, dependencies = [], contracts = [] } = sampleDocument();
    const parents = nodes.filter(({ parent }) => parent).length;
    expect(rows.length).toBe(nodes.length + parents + dependencies.length + contracts.length);
  });
});

/** The sheets of a workbook as the CSV tables that they hold. */
async function tablesOf(workbook: Buffer): Promise<Record<string, string>> {
  const sheets = await readExcelFile(workbook);
  return Object.fromEntries(
    sheets.map(({ sheet, data }) => {
      const rows = data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
      // Cells are neutralised already; csvText would do it again.
      return [sheet, csvText(rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))))];
    }),
  );
}

describe('xlsx', () => {
  test('read back and imported it is the same graph', async () => {
    const document = sampleDocument();
    const tables = await tablesOf(await exported('xlsx', document));
    const { answer, replacement } = await importText(
      {
        format: 'nodes',
        name: 'nodes.csv',
        text: tables.nodes as string,
        more: [
          { name: 'links.csv', text: tables.links as string },
          { name: 'contracts.csv', text: tables.contracts as string },
        ],
        mode: 'replace',
      },
      memoryReader({ format: 'msp-impact-graph/1', nodes: [] }),
    );
    expect(answer.rejected).toEqual([]);
    const back = {
      ...document,
      nodes: [...(replacement?.nodes ?? [])],
      dependencies: [...(replacement?.dependencies ?? [])],
      contracts: [...(replacement?.contracts ?? [])],
    };
    expect(documentString(back)).toBe(documentString(document));
  });

  test('no cell starts as a formula, whatever the graph holds', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        for (const { data } of await readExcelFile(await exported('xlsx', document))) {
          for (const cell of data.flat()) {
            if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r]/);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test('keeps texts that JavaScript objects know, marks what a sheet cannot hold', async () => {
    const names = ['toString', '__proto__', 'constructor', 'a\u0001b', ' padded ', '1', 'true'];
    const nodes = names.map((name, i) => node(`n${i}`, 'supplier', { name }));
    const [sheet] = await readExcelFile(await exported('xlsx', documentOf(nodes)), { trim: false });
    const read = sheet?.data.slice(1).map((row) => row[2]);
    expect(read).toEqual(names.map((name) => name.replace('\u0001', '\u25a1')));
  });

  test('a large one is made beside the event loop', async () => {
    const nodes = Array.from({ length: 1500 }, (_, i) => node(`n${i}`, 'supplier'));
    const [sheet] = await readExcelFile(await exported('xlsx', documentOf(nodes)));
    expect(sheet?.data.length).toBe(1501);
  });

  test('refuses what a cell cannot hold, and names it', async () => {
    const attributes = Object.fromEntries(
      Array.from({ length: 3 }, (_, i) => [`k${i}`, 'x'.repeat(15_000)]),
    );
    const long = documentOf([node('big', 'supplier', { attributes })]);
    await expect(exported('xlsx', long)).rejects.toThrow(TooLarge);
    await expect(exported('xlsx', long)).rejects.toThrow(/nodes: big: json has \d+ characters/);
  });
});
