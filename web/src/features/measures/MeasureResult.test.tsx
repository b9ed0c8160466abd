import type { MeasuresResult } from '@msp-impact/contract';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MeasureResult } from './MeasureResult.tsx';

afterEach(cleanup);

const result: MeasuresResult = {
  revision: 1,
  unit: 'person-hours',
  harm: 10_000,
  harmRange: { low: 8000, high: 20_000 },
  alone: [
    {
      id: 'm',
      name: 'A printed list',
      cost: 5,
      removed: 4000,
      removedRange: { low: 2000, high: 5000 },
      explanation: 'It gives S back 4 hours of normal work: 4,000 (2,000–5,000) person-hours.',
      breachesAvoided: [],
    },
  ],
  best: {
    measures: ['m'],
    cost: 5,
    harm: 6000,
    harmRange: { low: 6000, high: 15_000 },
    removed: 4000,
  },
  method: 'within the gap',
  gap: 0.1,
  note: 'The best found in time, by simulating whole sets.',
};
const textOf = (shown: MeasuresResult) => {
  const named = [{ id: 'm', name: 'A printed list' }];
  render(<MeasureResult result={shown} named={named} plans={1} nameOf={(id) => id} />);
  return (document.body.textContent ?? '').replaceAll('\u00a0', ' ');
};

test('what is lost, what is taken away and what stays carry what they may be, with the gap and how it was found', () => {
  const text = textOf(result);
  expect(text).toContain('1 measure for 5 takes away');
  expect(text).toContain('40 % (25–40 %) of what is lost.');
  expect(text).toContain('Lost without: 10,000 (8,000–20,000) hours, times people');
  expect(text).toContain('with them: 6,000 (6,000–15,000) hours, times people');
  expect(text).toContain('At most 10 % from the best. The best found in time');
  expect(text).toContain('4,000 (2,000–5,000)');
});

test('numbers that are sure carry nothing in brackets', () => {
  const { harmRange: _harm, ...sure } = result;
  const { harmRange: _left, ...best } = result.best;
  const text = textOf({ ...sure, best, alone: [] });
  expect(text).toContain('40 % of what is lost.');
  expect(text).not.toContain('(');
});
