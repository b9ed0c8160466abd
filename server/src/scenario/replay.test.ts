import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleDocument } from '../samples.ts';
import { type ReplayFile, replayOf, sampleScenario } from './replay.ts';

const SAMPLES = ['advanced-2022', 'synnovis-2024'];
const fileOf = (sample: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../graph-seed/${sample}/replay.json`, import.meta.url), 'utf8'),
  ) as ReplayFile;

test.each(SAMPLES)('the replay of %s answers every statement of its file', async (sample) => {
  const answer = await replayOf(sample);
  expect(answer?.rows).toHaveLength(fileOf(sample).rows.length);
  for (const row of answer?.rows ?? []) {
    expect(row.source, row.statement).toMatch(/^https?:\/\//);
    if (row.agrees !== 'yes') expect(row.why, row.statement).toBeTypeOf('string');
  }
});

test.each(SAMPLES)('every number of the scenario of %s says where it comes from', (sample) => {
  const paths = fileOf(sample).parameters.map(({ path }) => path);
  const scenario = sampleScenario(sample);
  const wanted: string[] = [];
  scenario?.outages?.forEach((_, i) => {
    wanted.push(`$.outages[${i}]`);
  });
  scenario?.isolations?.forEach(({ release = [] }, i) => {
    release.forEach((_, j) => {
      wanted.push(`$.isolations[${i}].release[${j}]`);
    });
  });
  if (scenario?.cuts) wanted.push('$.cuts');
  for (const place of wanted) {
    expect(
      paths.some((path) => path.startsWith(place)),
      place,
    ).toBe(true);
  }
});

test.each(SAMPLES)('no number of %s was known only after what it is held against', (sample) => {
  const { parameters, rows } = fileOf(sample);
  // A parameter of step j matters from the hour of its low end on: its day must not lie after that.
  const start = Date.parse(sampleScenario(sample)?.start ?? '');
  const lows: Record<string, number> = {};
  const { outages = [], isolations = [] } = sampleScenario(sample) ?? {};
  const note = (path: string, after: unknown) => {
    lows[path] = typeof after === 'number' ? after : (after as { low: number }).low;
  };
  isolations.forEach(({ release = [] }, i) => {
    for (const [j, step] of release.entries()) {
      note(`$.isolations[${i}].release[${j}].afterHours`, step.afterHours);
    }
  });
  outages.forEach(({ recovery = [] }, i) => {
    for (const [j, step] of recovery.entries()) {
      note(`$.outages[${i}].recovery[${j}].afterHours`, step.afterHours);
    }
  });
  for (const { path, known } of parameters) {
    const low = lows[path];
    if (known === undefined || low === undefined) continue;
    expect(Date.parse(known), path).toBeLessThanOrEqual(start + low * 3.6e6);
  }
  expect(rows.length).toBeGreaterThan(10);
});

test('what cannot be compared says why, and where it was published', async () => {
  const { notComparable = [] } = (await replayOf('advanced-2022')) ?? {};
  expect(notComparable.length).toBeGreaterThan(5);
  for (const { statement, source, reason } of notComparable) {
    expect(source, statement).toMatch(/^https?:\/\//);
    expect(reason.length, statement).toBeGreaterThan(20);
  }
});

test('every product that was lost and every trust that was named is held against the model', async () => {
  const { rows = [] } = (await replayOf('advanced-2022')) ?? {};
  const subjects = new Set(rows.map(({ subject }) => subject));
  const { dependencies = [], nodes = [] } = sampleDocument('advanced-2022') ?? {};
  const lost = nodes.filter(({ zones = [] }) => zones.includes('advanced-health-and-care'));
  const named = dependencies.filter(({ from }) => from === 'carenotes').map(({ to }) => to);
  const missing = [...lost.map(({ id }) => id), ...named].filter((id) => !subjects.has(id));
  // Told of once, by a page that gives no day after the first.
  expect(missing).toEqual(['records-birmingham-children']);
  for (const nation of ['england', 'scotland', 'wales', 'northern-ireland']) {
    expect(subjects).toContain(nation);
  }
});

test('a sample without a replay has none', async () => {
  expect(await replayOf('emis-2024')).toBeUndefined();
  expect(await replayOf('../..')).toBeUndefined();
});
