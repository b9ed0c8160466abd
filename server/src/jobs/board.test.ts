import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Job } from '@msp-impact/contract';
import { afterAll, afterEach, expect, test } from 'vitest';
import { isOver, JobBoard } from './board.ts';
import type { JobTask } from './protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'jobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const task = { kind: 'monte-carlo', threads: 1 } as unknown as JobTask;
let board: JobBoard;
afterEach(() => board.close());

/** A board whose threads run this program. */
function boardOf(program: string): JobBoard {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${program}`);
  board = new JobBoard(pathToFileURL(file));
  return board;
}

function over(id: string): Promise<Job> {
  return new Promise((resolve) => {
    board.watch(id, (job) => {
      if (isOver(job)) resolve(job);
    });
  });
}

const start = () => board.start(task, 10) as Job;

test('a job tells how far it is and what is left, then its result', async () => {
  boardOf(
    "parentPort.postMessage({ done: 5, total: 10, result: 'half' }); parentPort.postMessage({ finished: 'all' });",
  );
  const { id } = start();
  const heard: Job[] = [];
  board.watch(id, (job) => heard.push(job));
  await over(id);
  expect(heard[0]).toMatchObject({ state: 'running', progress: 0.5, done: 5, result: 'half' });
  expect(heard[0]?.secondsLeft).toBeGreaterThan(0);
  expect(board.get(id)).toMatchObject({ state: 'done', progress: 1, done: 10, result: 'all' });
  expect(board.list()[0]).not.toHaveProperty('result');
});

test.each([
  ['throws', "throw new Error('no more paper.');", 'The computation broke off: no more paper.'],
  [
    'ends without a word',
    'process.exit(3);',
    'The computation broke off: its thread ended with code 3.',
  ],
])('a thread that %s leaves a failed job with the reason', async (_, program, error) => {
  boardOf(program);
  const job = await over(start().id);
  expect(job).toMatchObject({ state: 'failed', error });
});

test('a cancelled job stays cancelled, and the one that waited begins', async () => {
  boardOf('setInterval(() => parentPort.postMessage({ done: 1, total: 10 }), 5);');
  const [first, second, third] = [start(), start(), start()];
  expect([first.state, second.state, third.state]).toEqual(['running', 'running', 'queued']);
  expect(board.cancel(first.id)?.state).toBe('cancelled');
  expect(board.get(third.id)?.state).toBe('running');
  expect(board.cancel(first.id)?.state).toBe('cancelled');
  expect(board.cancel('nobody')).toBeUndefined();
});

test('when too many wait, a further one is refused', () => {
  boardOf('setInterval(() => {}, 1000);');
  const started = Array.from({ length: 23 }, () => board.start(task, 1));
  expect(started.filter(Boolean)).toHaveLength(22);
});
