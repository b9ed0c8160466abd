import { expect, test } from 'vitest';
import { tellProgress } from './progress.ts';

function heard(steps: readonly (readonly [number, number])[]): string[] {
  const lines: string[] = [];
  let now = 0;
  const output = { say: (line: string) => void lines.push(line), write: async () => {}, width: 80 };
  const tell = tellProgress(output, 'runs', 10_000, () => now);
  for (const [at, done] of steps) {
    now = at;
    tell(done);
  }
  return lines;
}

test('work of a few seconds says nothing', () => {
  expect(
    heard([
      [1000, 10],
      [4000, 9000],
      [9000, 10_000],
    ]),
  ).toEqual([]);
});

test('long work says how much is done and how long the rest takes, now and then', () => {
  expect(
    heard([
      [6000, 1000],
      [7000, 1100],
      [17_000, 1000],
      [30_000, 1],
    ]),
  ).toEqual([
    '1,000 of 10,000 runs, about 54 seconds left; Ctrl C ends it.',
    '1,000 of 10,000 runs, about 3 minutes left; Ctrl C ends it.',
    '1 of 10,000 runs, about 3.5 days left; Ctrl C ends it.',
  ]);
});
