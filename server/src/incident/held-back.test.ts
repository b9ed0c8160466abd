import type { Scenario } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { heldBack } from './held-back.ts';

const scenario: Scenario = {
  format: 'msp-impact-scenario/1',
  name: 'Exercise',
  note: 'At hour 20 the second site falls too.',
  hours: 100,
  outages: [
    { id: 'a', durationHours: 50, recovery: [{ afterHours: 8, level: 0.5 }] },
    { id: 'b', startHour: 20 },
  ],
  isolations: [
    {
      zone: 'z',
      delayHours: { low: 1, high: 3 },
      release: [{ afterHours: 10 }, { afterHours: 30 }],
    },
  ],
  cuts: [{ from: 'a', to: 'c', startHour: 4, durationHours: 3 }],
};

test('players get what has begun, and no end of it that lies ahead', () => {
  expect(heldBack(scenario, 5)).toEqual({
    format: 'msp-impact-scenario/1',
    name: 'Exercise',
    hours: 6,
    outages: [{ id: 'a' }],
    isolations: [{ zone: 'z', delayHours: { low: 1, high: 3 } }],
    cuts: [{ from: 'a', to: 'c', startHour: 4 }],
    observations: [],
  });
});

test('what is over by now is told with its end, and a zone only once it is switched off', () => {
  const later = heldBack(scenario, 20);
  expect(later.outages).toEqual([
    { id: 'a', recovery: [{ afterHours: 8, level: 0.5 }] },
    { id: 'b', startHour: 20 },
  ]);
  expect(later.isolations).toMatchObject([{ release: [{ afterHours: 10 }] }]);
  expect(later.cuts).toEqual(scenario.cuts);
  expect(heldBack(scenario, 1).isolations).toEqual([]);
  expect(heldBack(scenario, 0)).toMatchObject({ hours: 1, outages: [{ id: 'a' }] });
});

test('a declaration that lies ahead is not told, and nothing counts on it before', () => {
  const declared = { ...scenario, declaredHour: 10 };
  expect(heldBack(declared, 9)).toMatchObject({ workarounds: false });
  expect(heldBack(declared, 9)).not.toHaveProperty('declaredHour');
  expect(heldBack(declared, 10)).toMatchObject({ declaredHour: 10 });
  expect(heldBack(declared, 10)).not.toHaveProperty('workarounds');
});

test('before it began nothing has happened', () => {
  expect(heldBack(scenario, -3)).toMatchObject({ hours: 1, outages: [], cuts: [], isolations: [] });
});
