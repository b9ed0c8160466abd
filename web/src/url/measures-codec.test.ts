import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyMeasure } from './hours-testing.ts';
import { formatMeasures, parseMeasures } from './measures-codec.ts';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 200) };

test('every measure comes back from its text', () => {
  fc.assert(
    fc.property(fc.array(anyMeasure, { maxLength: 5 }), (measures) => {
      expect(parseMeasures(formatMeasures(measures))).toEqual(measures);
    }),
    runs,
  );
});

test('garbage never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = parseMeasures(text);
      expect(parseMeasures(formatMeasures(read))).toEqual(read);
    }),
    runs,
  );
});

test('a name and a second supplier of a saved list stay', () => {
  const text = 'second!nhs-111!adastra!5!*iother-triage!*nA%20second%2C%20other%21!*fspare';
  expect(parseMeasures(text)).toEqual([
    {
      do: 'supplier',
      to: 'nhs-111',
      beside: 'adastra',
      cost: 5,
      id: 'other-triage',
      name: 'A second, other!',
      from: 'spare',
    },
  ]);
  expect(formatMeasures(parseMeasures(text))).toBe(text);
});

test('a name that a cut has left with half a letter still has an address', () => {
  const half = '\u{1f691}'.slice(0, 1);
  const named = { do: 'restart', node: 'a', hours: 1, cost: 2, name: `Ambulance ${half}` } as const;
  expect(parseMeasures(formatMeasures([named]))).toEqual([{ ...named, name: 'Ambulance ' }]);
});
