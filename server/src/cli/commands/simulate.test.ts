/** `simulate`, `report` and `replay` of the built program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fileIn, newFolder, run } from '../testing/run.ts';

const sample = fileURLToPath(
  new URL('../../../../graph-seed/advanced-2022/graph.json', import.meta.url),
);
const folder = newFolder();
const scenario = {
  format: 'msp-impact-scenario/1',
  name: 'Isolated for two days',
  hours: 100,
  isolations: [
    { zone: 'advanced-health-and-care', release: [{ afterHours: { low: 24, high: 72 } }] },
  ],
};
const file = fileIn(folder, 'scenario.json', scenario);
const simulate = (...more: string[]) =>
  run(['simulate', '--scenario', file, '--graph', sample, ...more]);

test('--json is one value of exactly the keys of the contract, with every node', async () => {
  const { code, out, err } = await simulate('--json');
  expect([code, err]).toEqual([0, '']);
  const answer = JSON.parse(out);
  expect(Object.keys(answer)).toEqual(['hours', 'nodes', 'breaches']);
  const { nodes } = JSON.parse(readFileSync(sample, 'utf8'));
  expect(answer.nodes.map(({ id }: { id: string }) => id)).toEqual(
    nodes.map(({ id }: { id: string }) => id).sort(),
  );
  const adastra = answer.nodes.find(({ id }: { id: string }) => id === 'adastra');
  expect(adastra).toEqual({
    id: 'adastra',
    steps: [
      [0, 0],
      [48, 1],
    ],
    state: 'down',
  });
  expect(answer.breaches).toContainEqual({ id: 'nhs-111-england', hour: 4 });
});

test('--runs adds percentiles, the same for the same seed', async () => {
  const first = await simulate('--json', '--runs', '50', '--seed', '3');
  const second = await simulate('--json', '--runs', '50', '--seed', '3');
  expect(first.out).toBe(second.out);
  const { percentiles } = JSON.parse(first.out);
  expect(percentiles).toMatchObject({ runs: 50, seed: 3, unit: 'person-hours' });
  expect(percentiles.harm.p5).toBeLessThan(percentiles.harm.p95);
});

test('the table tells what falls, and a sentence says it', async () => {
  const { code, out } = await simulate();
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Isolated for two days: \d+ services \(\d+–\d+\) fall below normal; .+ \(\S+–\S+\) person-hours/,
  );
  expect(out).toContain('Tolerance missed (likely): NHS 111, England');
});

test('a scenario that cannot run is refused in one line with its places', async () => {
  const wrong = fileIn(folder, 'wrong.json', { ...scenario, outages: [{ id: 'nobody' }] });
  const args = ['simulate', '--scenario', wrong, '--graph', sample, '--json'];
  const { code, out, err } = await run(args);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(
    /^msp-impact: .*wrong\.json cannot be run: \$\.outages\[0\]\.id: nobody: no node/,
  );
  expect((await simulate('--seed', '1')).code).toBe(2);
  expect((await run(['simulate', '--graph', sample])).code).toBe(2);
});

test('a report is numbered in the store, and written as PDF', async () => {
  const env = { MSP_DATA: join(folder, 'data') };
  expect((await run(['import', '--from', 'document', sample], env)).code).toBe(0);
  const report = (...more: string[]) => run(['report', '--scenario', file, ...more], env);
  expect((await report()).out).toMatch(/^\*\*OFFICIAL-SENSITIVE\*\*\n\n# Isolated for two days/);
  const pdf = join(folder, 'report.pdf');
  const { code, err } = await report('--format', 'pdf', '--out', pdf);
  expect([code, err]).toEqual([0, `Report 2 of isolated-for-two-days is in ${pdf}.\n`]);
  expect(readFileSync(pdf).subarray(0, 8).toString()).toBe('%PDF-1.7');
  const annex = join(folder, 'annex.csv');
  await report('--out', annex);
  expect(readFileSync(annex, 'utf8')).not.toContain('# Isolated for two days');
  expect((await report('--format', 'pdf')).code).toBe(2);
  expect((await report('--at', '101')).code).toBe(2);
});

test('a replay holds the model against what was published', async () => {
  const { code, out } = await run(['replay', '--json']);
  expect(code).toBe(0);
  const { rows, agreeing } = JSON.parse(out);
  expect(rows.length).toBeGreaterThan(20);
  expect(agreeing).toBe(rows.filter(({ agrees }: { agrees: string }) => agrees === 'yes').length);
  expect((await run(['replay', '--sample', 'nothing'])).code).toBe(1);
});
