/** What a planner waits for: many runs of August 2022, and the best of 40 measures, on the default sample. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { random } from '../engine/dist/testing/random-graph.js';
import { median, ms, row } from './report.js';
import { post, serve } from './served.js';

const SAMPLE = new URL('../graph-seed/advanced-2022/', import.meta.url);
const RUNS = 10_000;
const MEASURES = 40;
const BUDGET = 1_500_000;
const SEED = 2022;
const POLL = 20;

export const title = `Planning on the sample of August 2022: ${RUNS} runs; best of ${MEASURES} measures over 5 scenarios`;

const read = (name) => JSON.parse(readFileSync(new URL(name, SAMPLE), 'utf8'));

/** Starts a job and asks until it is done. Resolves to it, ms to the first result, ms to the last. */
async function follow(address, path, body) {
  const start = performance.now();
  const { id } = await post(address, path, body);
  let first;
  for (;;) {
    const job = await (await fetch(`${address}/api/v1/jobs/${id}`)).json();
    const took = performance.now() - start;
    if (job.result) first ??= took;
    if (job.state === 'done') return { job, first, last: took };
    if (job.state === 'failed') throw new Error(job.error);
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/** August 2022, and four things that could happen to the same providers. */
function scenarios(august) {
  const stopped = (name, hours, ids, durationHours) => ({
    format: august.format,
    name,
    hours,
    outages: ids.map((id) => ({ id, durationHours })),
  });
  return [
    august,
    stopped('The network of all is lost', 240, ['hscn'], { low: 4, likely: 12, high: 48 }),
    stopped('111 alone', 720, ['adastra', 'odyssey'], { low: 24, likely: 72, high: 336 }),
    stopped('Records alone', 1440, ['carenotes', 'rio'], { low: 48, likely: 168, high: 720 }),
    stopped('A supplier gives up', 2160, ['advanced'], { low: 720, high: 1440 }),
  ];
}

/** Splits, other ways of working, second suppliers and buffers, ten of each, at drawn costs. */
function measures({ nodes, dependencies }) {
  const next = random(SEED);
  const cost = () => 20_000 + Math.round(next() * 24) * 20_000;
  const zoned = nodes.filter(({ zones }) => zones).map(({ id }) => id);
  const links = dependencies.filter(({ from }) => zoned.includes(from) || from === 'hscn');
  const pairs = Array.from({ length: 10 }, (_, i) => zoned.slice(i % 8, (i % 8) + 1 + (i >> 3)));
  const drawn = (i) => links[Math.floor((i * links.length) / 20)];
  const reliant = [...new Set(links.map(({ to }) => to))];
  const every = (i) => reliant[Math.floor((i * reliant.length) / 10)];
  const made = [
    ...pairs.map((split) => ({ do: 'split', zone: 'advanced-health-and-care', nodes: split })),
    ...pairs.map((_, i) => ({ do: 'workaround', node: every(i), capacity: 0.6, afterHours: 4 })),
    ...pairs.map((_, i) => ({ do: 'supplier', to: drawn(i).to, beside: drawn(i).from })),
    ...pairs.map((_, i) => {
      const { from, to } = drawn(10 + i);
      return { do: 'buffer', from, to, hours: 72 };
    }),
  ];
  return made.map((one, i) => ({ id: `m${i}`, name: `Measure ${i}`, cost: cost(), ...one }));
}

async function runs(address, scenario) {
  const found = [];
  for (let seed = 1; seed <= 5; seed++) {
    found.push(await follow(address, '/jobs/monte-carlo', { scenario, runs: RUNS, seed }));
  }
  row(`${RUNS} runs, first percentiles`, ms(median(found.map(({ first }) => first))), '≤ 1 s');
  row(`${RUNS} runs, all`, ms(median(found.map(({ last }) => last))), '≤ 5 s');
}

async function best(address, august, graph) {
  const body = {
    measures: measures(graph),
    scenarios: scenarios(august).map((scenario) => ({ scenario })),
    budget: BUDGET,
  };
  const { job, last } = await follow(address, '/jobs/measures', body);
  const { method, gap, best: set } = job.result;
  row(`best set within ${BUDGET}: ${set.measures.length} measures`, ms(last), '≤ 10 s');
  row('  how good it is', gap === 0 ? method : `${method}: ${(gap * 100).toPrecision(2)} %`);
}

export async function measure() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'msp-impact-bench-'));
  const { address, close } = await serve(dataFolder);
  try {
    const august = read('scenario.json');
    await runs(address, august);
    await best(address, august, read('graph.json'));
  } finally {
    await close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
