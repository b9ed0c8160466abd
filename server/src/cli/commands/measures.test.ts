/** `measures` of the built program. */
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
  isolations: [{ zone: 'advanced-health-and-care', release: [{ afterHours: 48 }] }],
};
const list = {
  format: 'msp-impact-measures/1',
  name: 'Next year',
  currency: 'GBP',
  budget: 10,
  measures: [
    {
      id: 'second',
      name: 'Second',
      cost: 9,
      do: 'supplier',
      to: 'nhs-111-england',
      beside: 'adastra',
    },
    {
      id: 'cache',
      name: 'Cache',
      cost: 2,
      do: 'buffer',
      from: 'adastra',
      to: 'nhs-111-england',
      hours: 24,
    },
  ],
};
const file = fileIn(folder, 'measures.json', list);
const plan = fileIn(folder, 'a,b.json', scenario);
const measures = (...more: string[]) =>
  run(['measures', '--graph', sample, '--file', file, '--scenario', plan, ...more]);

test('--json is the result that the API gives, with the best set within the budget of the file', async () => {
  const { code, out, err } = await measures('--json');
  expect([code, err]).toEqual([0, '']);
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({
    unit: 'person-hours',
    best: { measures: ['second'], cost: 9 },
    method: 'optimal',
    gap: 0,
  });
  expect(answer.alone.map(({ id }: { id: string }) => id)).toEqual(['second', 'cache']);
  const poor = JSON.parse((await measures('--json', '--budget', '2')).out);
  expect(poor.best.measures).toEqual(['cache']);
  const none = JSON.parse((await measures('--json', '--budget', '0')).out);
  expect(none.best).toMatchObject({ measures: [], removed: 0 });
});

test('the text says what each changes, what the best set costs and what remains', async () => {
  const { code, out } = await measures('--scenario', plan, '--weight', '2,1');
  expect(code).toBe(0);
  expect(out).toMatch(/^Next year: without any measure .+ person-hours are lost\./);
  expect(out).toContain('9 GBP  Second (second). NHS 111, England can rely on a second supplier');
  expect(out).toContain('Best set within 10 GBP: Second.');
});

test('what does not fit is refused in one line under the file that it stands in', async () => {
  const lost = fileIn(folder, 'lost.json', { ...scenario, outages: [{ id: 'nobody' }] });
  const gone = await run([
    ...['measures', '--graph', sample, '--file', file],
    ...['--scenario', lost],
  ]);
  expect(gone.code).toBe(1);
  expect(gone.err).toMatch(/lost\.json cannot be used: \$\.outages\[0\]\.id: nobody: no node/);
  const wrong = { ...list.measures[0], to: 'nobody' };
  const misfit = fileIn(folder, 'misfit.json', { ...list, measures: [wrong] });
  const both = await run([
    ...['measures', '--graph', sample, '--file', misfit],
    ...['--scenario', lost],
  ]);
  expect(both.err).toMatch(/misfit\.json cannot be used: \$\.measures\[0\]\.to: nobody: no node/);
  expect(both.err).not.toContain('outages');
  expect((await measures('--weight', '1,2')).code).toBe(2);
  const free = fileIn(folder, 'free.json', { ...list, budget: undefined });
  const unsaid = await run(['measures', '--graph', sample, '--file', free, '--scenario', plan]);
  expect([unsaid.code, unsaid.err]).toEqual([2, expect.stringContaining('--budget')]);
});
