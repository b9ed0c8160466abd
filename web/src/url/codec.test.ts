import { LINK_ID_PATTERN, NODE_ID_PATTERN } from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatView, parseView } from './codec.ts';
import { anyView } from './testing.ts';
import { EMPTY_VIEW } from './view.ts';

test('every view comes back from its address', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(parseView(formatView(view))).toEqual(view);
    }),
    { numRuns: 1000 },
  );
});

test('every view comes back through a real address', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const search = new URL(`http://localhost/?${formatView(view)}`).search;
      expect(parseView(search)).toEqual(view);
    }),
  );
});

test('garbage never throws, and what was read of it comes back', () => {
  const keys = [
    'down',
    'isolate',
    'sever',
    'seen',
    'as',
    'state',
    'kind',
    'depth',
    'path',
    'v',
    'x',
  ];
  const garbage = fc
    .array(fc.tuple(fc.constantFrom(...keys), fc.string({ unit: 'binary' })))
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));
  fc.assert(
    fc.property(fc.oneof(garbage, fc.string()), (search) => {
      const view = parseView(search);
      expect(parseView(formatView(view))).toEqual(view);
    }),
    { numRuns: 1000 },
  );
});

test('an id of the contract can stand in an address, and nothing else can', () => {
  fc.assert(
    fc.property(fc.oneof(fc.stringMatching(new RegExp(NODE_ID_PATTERN)), fc.string()), (id) => {
      const read = parseView(`select=${encodeURIComponent(id)}`).select;
      expect(read).toBe(new RegExp(NODE_ID_PATTERN).test(id) ? id : undefined);
    }),
  );
});

test('an id of a link can stand in an address, and nothing else can', () => {
  fc.assert(
    fc.property(fc.oneof(fc.stringMatching(new RegExp(LINK_ID_PATTERN)), fc.string()), (id) => {
      const read = parseView(`link=${encodeURIComponent(id)}`).link;
      expect(read).toBe(new RegExp(LINK_ID_PATTERN).test(id) ? id : undefined);
    }),
  );
});

test('the empty view has an empty address', () => {
  expect(formatView(EMPTY_VIEW)).toBe('');
  expect(parseView('')).toEqual(EMPTY_VIEW);
});

test('an address reads like a sentence', () => {
  const view = parseView('?down=advanced!0.5!compromised,odyssey&seen=caresys!1&workarounds=yes');
  expect(view.down).toEqual([
    { id: 'advanced', level: 0.5, cause: 'compromised' },
    { id: 'odyssey' },
  ]);
  expect(view.observed).toEqual([{ id: 'caresys', level: 1 }]);
  expect(formatView(view)).toBe(
    'down=advanced!0.5!compromised,odyssey&seen=caresys!1&workarounds=yes',
  );
});
