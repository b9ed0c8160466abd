import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fileIn, newFolder, run } from '../testing/run.ts';

const EXAMPLES = fileURLToPath(new URL('../../../../docs/importers/examples/', import.meta.url));
const example = (name: string) => join(EXAMPLES, name);

describe('msp-impact import --from a format of others', () => {
  test('writes what was read, and says what that was', async () => {
    const out = join(newFolder(), 'out.json');
    const files = ['advanced-2022.cmdb_ci.csv', 'advanced-2022.cmdb_rel_ci.csv'].map(example);
    const done = await run(['import', '--from', 'servicenow', '--out', out, '--json', ...files]);
    expect(done.code).toBe(0);
    const counts = { read: 10, created: 13, updated: 0, unchanged: 0, rejected: [] };
    expect(JSON.parse(done.out)).toEqual(counts);
    const impact = await run(['impact', '--graph', out, '--down', 'advanced', '--json']);
    expect(JSON.parse(impact.out).summary.byKind).toEqual({ supplier: 1, product: 3, service: 2 });
    expect(readFileSync(out, 'utf8')).toContain('"NHS 111 (England)"');
  });

  test('into the store adds, and the same file again changes nothing', async () => {
    const env = { MSP_DATA: newFolder() };
    const args = ['import', '--from', 'cyclonedx', '--json', example('emis-2024.cdx.json')];
    const first = JSON.parse((await run(args, env)).out);
    const again = JSON.parse((await run(args, env)).out);
    expect(first).toMatchObject({ created: 17, unchanged: 0 });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 17 });
  });

  test('takes the good part of a file and tells the rest, but refuses what is no such file', async () => {
    const folder = newFolder();
    const bom = {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      components: [{ 'bom-ref': 'app', name: 'App' }],
      dependencies: [{ ref: 'app', dependsOn: ['nowhere'] }],
    };
    const file = fileIn(folder, 'b.json', bom);
    const part = await run(['import', '--from', 'cyclonedx', '--dry-run', '--json', file], {
      MSP_DATA: folder,
    });
    expect(part.code).toBe(0);
    expect(JSON.parse(part.out).rejected).toEqual([
      {
        file: 'b.json',
        row: 1,
        column: 'dependencies[0].dependsOn[0]',
        value: 'nowhere',
        reason: 'no component or service of the files has this bom-ref',
      },
    ]);
    const wrong = await run(['import', '--from', 'spdx', file], { MSP_DATA: folder });
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('nothing was written');
    const gone = await run(['import', '--from', 'spdx', join(folder, 'none.json')]);
    expect(gone.code).toBe(1);
    expect(gone.err.trim().split('\n')).toHaveLength(1);
  });
});
