/** Files that make a careless reader slow: each is answered in two seconds of computing. */

import type { ForeignFormat } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { loadFormat } from './registry.ts';
import { fileOf } from './testing/read-with.ts';

const MANY = 20_000;
const rows = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join('\n');
const BOM = { bomFormat: 'CycloneDX', specVersion: '1.5' };
const SPDX = { spdxVersion: 'SPDX-2.3' };

const FILES: readonly [what: string, format: ForeignFormat, text: () => string][] = [
  [
    'one component with very many parts',
    'cyclonedx',
    () =>
      JSON.stringify({
        ...BOM,
        components: [{ name: 'all', components: Array(150_000).fill({ name: 'part' }) }],
      }),
  ],
  ['quotes that open in every tag', 'cyclonedx', () => `<bom>${'<a "'.repeat(100_000)}`],
  ['comments that never close', 'cyclonedx', () => `<bom>${'<!--'.repeat(100_000)}`],
  [
    'a supplier of blanks',
    'spdx',
    () =>
      JSON.stringify({
        ...SPDX,
        packages: [{ SPDXID: 'a', name: 'a', supplier: `Person: a${' '.repeat(300_000)}b` }],
      }),
  ],
  ['a map of very many keys', 'backstage', () => rows(MANY, (i) => `k${i}: 1`)],
  [
    'a reference without an end',
    'backstage',
    () => `kind: Component\nmetadata: {name: a}\nspec: {dependsOn: ["${'a'.repeat(300_000)} "]}`,
  ],
  [
    'very many items of one name',
    'servicenow',
    () => `sys_id,name,sys_class_name\n${rows(MANY, (i) => `${i},same,x`)}`,
  ],
  [
    'very many columns',
    'servicenow',
    () => rows(2, () => rows(MANY, (i) => `c${i}`).replace(/\n/g, ',')),
  ],
  [
    'very many objects of one name',
    'itop',
    () => `id,name,finalclass\n${rows(MANY, (i) => `${i + 1},same,Server`)}`,
  ],
  [
    'very many items of one name',
    'glpi',
    () => `Relation,Itemtype,Id,Name\n${rows(MANY, (i) => `Impact,Computer,${i + 1},same`)}`,
  ],
  [
    'a quote that never closes',
    'glpi',
    () => `Relation,Itemtype,Id,Name\n"${'x,'.repeat(1_000_000)}`,
  ],
];

describe('a file with', () => {
  test.each(FILES)('%s is read by %s in time', async (_, format, text) => {
    const { read } = await loadFormat(format);
    const file = fileOf('file', text());
    const before = process.cpuUsage();
    await read([file]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
