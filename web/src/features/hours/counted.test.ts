import type { SimulatedNode, SimulationAnswer } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { missedAt, peopleAt, servicesAt } from './counted.ts';

const service = (id: string, level: number, low = level, high = level): SimulatedNode => ({
  id,
  kind: 'service',
  name: id,
  downAt: 0.1,
  steps: [[0, level]],
  low: [[0, low]],
  high: [[0, high]],
  state: 'degraded',
  worst: { hour: 0, level },
  lostHours: 1,
});
const limit = (over: object) => ({ id: 'a', kind: 'service', name: 'A', ...over });
const answer = {
  total: 4,
  totalAtRisk: 1,
  nodes: [
    service('surely stopped', 0),
    service('stopped or reduced', 0.1, 0, 0.4),
    service('reduced', 0.5, 0.2, 0.9),
    service('works or is reduced', 1, 0.8, 1),
    { ...service('last', 1), atRisk: [{ from: 0, until: 9 }] },
  ],
  breaches: [
    limit({ certainty: 'certain', hour: 4, earliest: 2, latest: 8 }),
    limit({ certainty: 'likely', hour: 6, earliest: 3 }),
    limit({ certainty: 'possible', earliest: 5 }),
  ],
  harm: { known: true, lost: [[0, 5000]], lostLow: [[0, 4000]], lostHigh: [[0, 9000]] },
} as unknown as SimulationAnswer;

test('services are counted with what they may be', () => {
  const { stopped, reduced, edge } = servicesAt(answer, 3);
  expect(stopped).toEqual({ value: '2', range: '1–2' });
  expect(reduced).toEqual({ value: '1', range: '1–3' });
  expect(edge).toEqual({ value: '1' });
  expect(servicesAt(answer, 9).edge).toEqual({ value: '0' });
});

test('an answer that does not list all that is hit says that there may be more', () => {
  const { stopped, reduced } = servicesAt({ ...answer, total: 900 }, 3);
  expect([stopped, reduced]).toEqual([
    { value: '2+', range: '1–2+' },
    { value: '1+', range: '1–3+' },
  ]);
});

test('limits missed so far go from those in every case to those if things go badly', () => {
  expect(missedAt(answer, 1)).toEqual({ value: '0' });
  expect(missedAt(answer, 6)).toEqual({ value: '2', range: '0–3' });
  expect(missedAt(answer, 9)).toEqual({ value: '2', range: '1–3' });
});

test('people have their range', () => {
  expect(peopleAt(answer, 0)).toEqual({ value: '5,000', range: '4,000–9,000' });
  const lost = [[0, 39.9e6]];
  const many = { harm: { ...answer.harm, lost, lostLow: [[0, 30.9e6]], lostHigh: [[0, 46.6e6]] } };
  expect(peopleAt(many as unknown as SimulationAnswer, 0)).toEqual({
    value: '39.9\u00a0M',
    range: '30.9–46.6\u00a0M',
  });
});
