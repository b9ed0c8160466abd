/**
 * Bad input, alike for every format of text: each kind is made of the format's own example. What is
 * special to a format (aliases, entities, archives, currencies …) stands in its own tests.
 */
import type { ForeignFormat } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { loadFormat } from './registry.ts';
import { example } from './testing/examples.ts';
import { type After, EMPTY, fileOf, graphAfter } from './testing/read-with.ts';

/** `word` stands in the example, in a name. */
const FORMATS: readonly [format: ForeignFormat, name: string, word: string][] = [
  ['xlsx', 'register.csv', 'Advanced'],
  ['xlsx', 'impact-analysis.csv', 'Adastra'],
  ['ocds', 'ocds-releases.json', 'Advanced'],
  ['cyclonedx', 'emis-2024.cdx.json', 'EMIS Web'],
  ['cyclonedx', 'emis-2024.cdx.xml', 'EMIS Web'],
  ['spdx', 'fastify-5.spdx.json', 'avvio'],
  ['backstage', 'advanced-2022.catalog-info.yaml', 'NHS 111'],
  ['servicenow', 'advanced-2022.cmdb_ci.csv', 'Adastra'],
  ['itop', 'synnovis-2024.lnkApplicationSolutionToFunctionalCI.csv', 'Synnovis'],
  ['glpi', 'EMIS Web.csv', 'Windows machines'],
];

const isTable = (name: string) => name.endsWith('.csv');
const namesIn = ({ graph }: After) => graph.nodes.map(({ name }) => name).sort();

describe.each(FORMATS)('%s: %s', (format, name, word) => {
  const text = Buffer.from(example(name).bytes as Uint8Array).toString();
  const read = async (content: string | Uint8Array) =>
    graphAfter(await loadFormat(format), [fileOf(name, content)]);
  const refused = async (content: string | Uint8Array) => {
    const { reading, graph } = await read(content);
    expect(graph).toBe(EMPTY);
    return reading.errors[0]?.reason ?? '';
  };

  test('empty, blank, or of line ends alone is refused', async () => {
    for (const content of ['', ' ', '\n\n\n']) expect(await refused(content)).not.toBe('');
  });

  test('in UTF-16 with its mark, and with a mark in UTF-8, is the same', async () => {
    const whole = namesIn(await read(text));
    expect(whole.length).toBeGreaterThan(0);
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [Buffer.from(`\ufeff${text}`), little, Buffer.from(little).swap16()]) {
      expect(namesIn(await read(bytes))).toEqual(whole);
    }
  });

  test('in UTF-16 without its mark is refused, and so are a workbook and a packed file', async () => {
    expect(await refused(Buffer.from(text, 'utf16le'))).not.toBe('');
    for (const bytes of [Buffer.from('PK\u0003\u0004rest'), Buffer.from([0x1f, 0x8b, 8, 0])]) {
      expect(await refused(bytes)).not.toBe('');
    }
  });

  test('in Windows-1252 is read, and that is told', async () => {
    const bytes = Buffer.from(
      text.replaceAll(word, `${word} Zo\u00eb`).replace(/[^\0-\xff]/g, '-'),
      'latin1',
    );
    const { reading, ...after } = await read(bytes);
    expect(reading.notes.join()).toContain('Windows-1252');
    expect(JSON.stringify(namesIn({ reading, ...after }))).toContain('Zo\u00eb');
  });

  test('with mixed line ends is the same', async () => {
    const whole = namesIn(await read(text));
    const mixed = text.split(/\r?\n/).reduce((a, b, i) => `${a}${['\n', '\r\n'][i % 2]}${b}`);
    expect(namesIn(await read(mixed))).toEqual(whole);
  });

  test('cut off anywhere breaks nothing', async () => {
    const bytes = Buffer.from(text);
    for (let part = 1; part < 20; part++) await read(bytes.subarray(0, (bytes.length * part) / 20));
  });

  test('with a quote that never closes, and with __proto__ for its words, breaks nothing', async () => {
    const at = text.indexOf(word);
    await read(`${text.slice(0, at)}"${text.slice(at)}`);
    const proto = text.replace(/\b\w+\b/g, (one, i) => (i % 7 === 0 ? '__proto__' : one));
    await read(proto);
    await read(text.replaceAll(word, '__proto__'));
    expect(Object.keys({})).toEqual([]);
  });

  test('with very much in one place is answered in time', async () => {
    const million = isTable(name)
      ? `${Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join()}\n`
      : text.replace(word, 'x'.repeat(5_000_000));
    const before = process.cpuUsage();
    const { graph, reading, rejected } = await read(million);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
    expect(reading.errors.length + rejected.length + graph.nodes.length).toBeGreaterThan(0);
  });
});

describe.each(FORMATS.filter(([, name]) => isTable(name)))('%s: %s', (format, name) => {
  test('with a cell of 400 MB is told of, and never held', async () => {
    const { read } = await loadFormat(format);
    const cell = Buffer.alloc(1 << 20, 120);
    const bytes = Buffer.concat([example(name).bytes as Uint8Array, ...Array(400).fill(cell)]);
    const before = process.memoryUsage().heapUsed;
    const { rejected, tables = [] } = await read([fileOf(name, bytes)]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 << 20);
    const told = [...rejected, ...tables.flatMap(({ table }) => table.rejected)];
    expect(JSON.stringify(told)).toContain('the row is longer than');
  });
});
