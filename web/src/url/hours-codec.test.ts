import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatView } from './codec.ts';
import { formatHours, othersKeys, parseHours } from './hours-codec.ts';
import { anyHours } from './hours-testing.ts';
import { EMPTY_HOURS } from './hours-view.ts';
import { anyView } from './testing.ts';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 300) };

test('every view comes back from its address', () => {
  fc.assert(
    fc.property(anyHours, (view) => {
      const { search } = new URL(`http://localhost/hours?${formatHours(view)}`);
      expect(parseHours(search)).toEqual(view);
    }),
    runs,
  );
});

test('the empty view has an empty address', () => {
  expect(formatHours(EMPTY_HOURS)).toBe('');
  expect(parseHours('')).toEqual(EMPTY_HOURS);
});

test('garbage never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (search) => {
      const view = parseHours(search);
      expect(parseHours(formatHours(view))).toEqual(view);
    }),
    runs,
  );
});

test('what the Explore screen asks stays in the address, and is not read as a plan', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const { select: _s, nation: _n, area: _a, ...rest } = view;
      const search = formatView(rest);
      expect(othersKeys(`?${search}`)).toBe(search);
      expect(parseHours(search)).toEqual(EMPTY_HOURS);
    }),
    runs,
  );
});
