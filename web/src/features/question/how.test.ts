import { expect, test } from 'vitest';
import { howChoices, howValue, stopOf, zoneName } from './how.ts';

test('every plain choice comes back as the stop that it stands for', () => {
  for (const stop of [
    { id: 'a' },
    { id: 'a', cause: 'compromised' as const },
    { id: 'a', level: 0.33 },
  ]) {
    const value = howValue(stop);
    expect(howChoices(stop, []).map((choice) => choice.value)).toContain(value);
    expect(stopOf('a', value)).toEqual(stop);
  }
});

test('a zone is another sort of question', () => {
  const zone = { id: 'health', name: 'Health', members: ['a', 'b'] };
  expect(howChoices({ id: 'a' }, [zone]).at(-1)?.label).toBe('switches off Health');
  expect(stopOf('a', 'zone:health')).toBeUndefined();
});

test('a zone without a name reads like one', () => {
  expect(zoneName('advanced-health-and-care')).toBe('Advanced health and care');
});
