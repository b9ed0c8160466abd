import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAward, parseAward, type Step } from './award.ts';
import { formatView, parseView } from './codec.ts';
import {
  BASES,
  EMPTY_RELIANCE,
  formatReliance,
  MEASURES,
  PARTS,
  parseReliance,
  type RelianceView,
  relianceAddress,
} from './reliance.ts';
import { anyView } from './testing.ts';

const id = fc.stringMatching(/^[A-Za-z0-9._:@/+~-]{1,30}$/);
const link = fc.stringMatching(/^[A-Za-z0-9._:@/+~>-]{1,30}$/);
const text = (maxLength: number) => fc.string({ unit: 'binary', minLength: 1, maxLength });
const words = text(30).filter((one) => !/[\ud800-\udfff]/u.test(one));
const winner = fc.record({ id, name: text(30) }, { requiredKeys: ['id'] });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('move' as const), contract: link, to: winner }),
  fc.record({ do: fc.constant('remove' as const), contract: link }),
  fc.record(
    {
      do: fc.constant('add' as const),
      to: winner,
      value: fc
        .double({ min: 0, max: 1e12, noNaN: true })
        .filter((one) => /^[0-9.]+$/.test(`${one}`)),
      supplies: id,
    },
    { requiredKeys: ['do', 'to'] },
  ),
  fc.record({ do: fc.constant('merge' as const), first: id, other: id }),
  fc.record({ do: fc.constant('buy' as const), supplier: id, by: id }),
);
const award = fc.record({ name: text(30), steps: fc.array(step, { maxLength: 4 }) });
const whole = fc.nat(10_000);

const anyReliance: fc.Arbitrary<RelianceView> = fc
  .record(
    {
      part: fc.constantFrom(...PARTS),
      measure: fc.constantFrom(...MEASURES),
      by: fc.constantFrom('supplier' as const, 'parent' as const),
      scope: fc.oneof(
        fc.record({ kind: fc.constant('within' as const), word: words }),
        fc.record({ kind: fc.constant('node' as const), id }),
        fc.record({ kind: fc.constant('buyer' as const), name: words }),
      ),
      currency: fc.stringMatching(/^[A-Z]{3}$/),
      basis: fc.constantFrom(...BASES),
      on: fc.constantFrom('2026-12-31', '2024-02-29'),
      months: fc.nat(120),
      onlyMuch: fc.boolean(),
      much: fc.integer({ min: 1, max: 100 }),
      words: fc
        .tuple(whole, whole)
        .map(([a, b]) => ({ concentrated: Math.min(a, b), highly: Math.max(a, b) })),
      awards: fc.array(award, { maxLength: 4 }),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ ...EMPTY_RELIANCE, ...some }));

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 500) };

test('every view of reliance comes back from its address, through a real one too', () => {
  fc.assert(
    fc.property(anyReliance, (view) => {
      const search = formatReliance(view);
      expect(parseReliance(search)).toEqual(view);
      expect(parseReliance(new URL(`http://localhost/?${search}`).search)).toEqual(view);
    }),
    RUNS,
  );
});

test('what Explore keeps in the address stays as it is beside it', () => {
  fc.assert(
    fc.property(anyReliance, anyView, (view, explore) => {
      const address = relianceAddress(view, `?${formatView(explore)}`);
      const { search } = new URL(`http://localhost${address}`);
      expect(parseReliance(search)).toEqual(view);
      expect(parseView(search)).toEqual(explore);
    }),
    RUNS,
  );
});

test('garbage never throws, and what was read of it comes back', () => {
  const keys = ['part', 'by', 'of', 'on', 'words', 'award', 'award', 'months', 'currency'];
  const garbage = fc
    .array(fc.tuple(fc.constantFrom(...keys), fc.string({ unit: 'binary' })))
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));
  fc.assert(
    fc.property(garbage, (search) => {
      const view = parseReliance(search);
      expect(parseReliance(formatReliance(view))).toEqual(view);
    }),
    RUNS,
  );
});

test('the empty view has an empty address', () => {
  expect(formatReliance(EMPTY_RELIANCE)).toBe('');
  expect(relianceAddress(EMPTY_RELIANCE, '')).toBe('/reliance');
});

test('an alternative reads like a list of steps', () => {
  const written = 'Bidder_X;move!ocds-1!bidder-x!Bidder_X;buy!a!b';
  expect(parseAward(written)).toEqual({
    name: 'Bidder X',
    steps: [
      { do: 'move', contract: 'ocds-1', to: { id: 'bidder-x', name: 'Bidder X' } },
      { do: 'buy', supplier: 'a', by: 'b' },
    ],
  });
  expect(formatAward(parseAward(written))).toBe(written);
});
