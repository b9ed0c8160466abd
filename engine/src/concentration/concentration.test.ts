import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figures, hhiRange, largestFirst, rollUp, tally, ultimateParents } from './index.ts';

const of = (...amounts: number[]) => figures(Float64Array.from(amounts));
const ratio = (y: readonly number[]) =>
  (10_000 * y.reduce((sum, one) => sum + one * one, 0)) / y.reduce((sum, one) => sum + one, 0) ** 2;

describe('the figures', () => {
  test('of one holder are 10,000, one equal supplier, 100 %', () => {
    expect(of(7)).toEqual({ hhi: 10_000, effective: 1, cr4: 100, total: 7, holders: 1 });
  });

  test('of four equal holders are 2,500 and four', () => {
    expect(of(25, 25, 25, 25)).toMatchObject({ hhi: 2500, effective: 4, cr4: 100 });
  });

  test('worked by hand: 50, 30, 10, 5, 5', () => {
    const { hhi, effective, cr4 } = of(5, 50, 10, 30, 5);
    expect(hhi).toBeCloseTo(3550, 9);
    expect(effective).toBeCloseTo(1 / 0.355, 9);
    expect(cr4).toBeCloseTo(95, 9);
  });

  test('of nothing are not numbers', () => {
    expect(of(0, 0)).toMatchObject({ hhi: Number.NaN, total: 0, holders: 0 });
  });

  test('do not depend on the order or on the unit, and merging two holders never lowers them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2 }), (amounts) => {
        const { hhi } = of(...amounts);
        expect(of(...amounts.toReversed()).hhi).toBeCloseTo(hhi, 8);
        expect(of(...amounts.map((one) => one * 0.01)).hhi).toBeCloseTo(hhi, 8);
        const [first, second, ...rest] = amounts;
        expect(of(first + second, ...rest).hhi).toBeGreaterThanOrEqual(hhi);
      }),
    );
  });

  test('hold for amounts whose squares are beyond doubles', () => {
    for (const unit of [1e200, 1e-200]) {
      expect(of(3 * unit, unit).hhi).toBeCloseTo(6250, 9);
      expect(rangeOf({ known: [3 * unit, unit], unknown: [0, 0] }, 3 * unit).low).toBeCloseTo(6250);
    }
  });

  test('list the largest first, ties by index, without those that hold nothing', () => {
    expect([...largestFirst(Float64Array.of(5, 0, 9, 5))]).toEqual([2, 0, 3]);
  });

  test('list many in the same order as few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e300, noNaN: true }), { size: '+1' }),
        (few) => {
          const amount = Float64Array.from(
            { length: 3000 },
            (_, i) => few[i % few.length] ?? i % 7,
          );
          const wanted = [...amount.keys()].filter((i) => amount[i] > 0);
          wanted.sort((a, b) => amount[b] - amount[a] || a - b);
          expect([...largestFirst(amount)]).toEqual(wanted);
        },
      ),
    );
  });
});

describe('the tally', () => {
  test('adds known amounts, counts unknown ones, leaves out what is outside the scope', () => {
    const found = tally(Int32Array.of(1, 1, 0, -1), Float64Array.of(2, 3, Number.NaN, 99), 2);
    expect(found).toEqual({
      amount: Float64Array.of(0, 5),
      unknown: Uint32Array.of(1, 0),
      largest: 3,
      known: 2,
    });
  });

  test('refuses a negative amount and names it', () => {
    expect(() => tally(Int32Array.of(0), Float64Array.of(-1), 1)).toThrow('amount[0] is -1');
  });

  test('rolls up to the topmost owner', () => {
    const top = ultimateParents(Int32Array.of(1, 2, -1, -1, 2));
    expect([...top]).toEqual([2, 2, 2, 3, 2]);
    const direct = tally(Int32Array.of(0, 1, 3, 4), Float64Array.of(1, 2, 4, Number.NaN), 5);
    expect(rollUp(direct, top)).toMatchObject({
      amount: Float64Array.of(0, 0, 3, 4, 0),
      unknown: Uint32Array.of(0, 0, 1, 0, 0),
    });
  });

  test('takes each node of a circle of owners as its own', () => {
    expect([...ultimateParents(Int32Array.of(1, 0, 0))]).toEqual([0, 1, 0]);
  });

  test('counts what a circle owns with the first of it, be it looked at before or after', () => {
    expect([...ultimateParents(Int32Array.of(1, 2, 3, 2))]).toEqual([2, 2, 2, 3]);
    expect([...ultimateParents(Int32Array.of(1, 0, 0, 2))]).toEqual([0, 1, 0, 0]);
  });
});

interface Scope {
  readonly known: readonly number[];
  readonly unknown: readonly number[];
}
const scopes: fc.Arbitrary<Scope> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 7,
  })
  .filter((rows) => rows.some(([known]) => known > 0))
  .map((rows) => ({ known: rows.map(([k]) => k), unknown: rows.map(([, u]) => u) }));

function rangeOf({ known, unknown }: Scope, largest: number) {
  const found = hhiRange({
    amount: Float64Array.from(known),
    unknown: Uint32Array.from(unknown),
    largest,
    known: known.length,
  });
  if (!found) throw new Error('no range');
  return found;
}

/** Every combination of `steps` values for each holder's unknown sum. */
function* combinations({ known, unknown }: Scope, largest: number, steps: number) {
  const sizes = unknown.map((u) => (u === 0 ? 1 : steps));
  const all = sizes.reduce((product, one) => product * one, 1);
  for (let code = 0; code < all; code++) {
    let rest = code;
    yield known.map((amount, i) => {
      const step = rest % (sizes[i] as number);
      rest = Math.floor(rest / (sizes[i] as number));
      return amount + (step / (steps - 1)) * (unknown[i] as number) * largest;
    });
  }
}

/**
 * The least HHI in reach of steps along one axis at a time, ever smaller ones. The HHI is quasiconvex
 * (Σa² ≤ c·(Σa)² is a cone), so walking downhill ends at the least of all.
 */
function walkDown({ known, unknown }: Scope, largest: number, start: readonly number[]): number {
  const at = [...start];
  for (let step = largest; step > 1e-9; step /= 2) {
    let better = true;
    while (better) better = known.some((_, i) => tryStep(i, step) || tryStep(i, -step));
  }
  return ratio(at);

  function tryStep(i: number, by: number): boolean {
    const before = at[i] as number;
    const least = known[i] as number;
    const now = Math.min(Math.max(before + by, least), least + (unknown[i] as number) * largest);
    const value = ratio(at);
    at[i] = now;
    if (ratio(at) < value - 1e-12) return true;
    at[i] = before;
    return false;
  }
}

describe('the range', () => {
  test('of a scope without unknown amounts is its HHI', () => {
    const range = rangeOf({ known: [50, 30, 20], unknown: [0, 0, 0] }, 50);
    expect(range.low).toBeCloseTo(3800, 9);
    expect(range.high).toBeCloseTo(3800, 9);
  });

  test('worked by hand: 10 and an unknown up to 10 lie between equal halves and everything', () => {
    const range = rangeOf({ known: [10, 0], unknown: [0, 1] }, 10);
    expect(range.low).toBeCloseTo(5000, 6);
    expect(range.high).toBe(10_000);
  });

  test('is not there when nothing is known', () => {
    const empty = { amount: Float64Array.of(0), unknown: Uint32Array.of(3), largest: 0, known: 0 };
    expect(hhiRange(empty)).toBeUndefined();
  });

  test('has as its high end the best of all corners', () => {
    fc.assert(
      fc.property(scopes, fc.integer({ min: 1, max: 20 }), (scope, largest) => {
        const most = Math.max(...[...combinations(scope, largest, 2)].map(ratio));
        const range = rangeOf(scope, largest);
        expect(range.exact).toBe(true);
        expect(range.high).toBeCloseTo(most, 6);
      }),
      { numRuns: 3000 },
    );
  });

  test('holds every combination of a fine grid, and walking down from its best meets the low end', () => {
    fc.assert(
      fc.property(
        scopes.map(({ known, unknown }) => ({
          known: known.slice(0, 4),
          unknown: unknown.slice(0, 4).map((u, i) => (i < 3 ? u : 0)),
        })),
        fc.integer({ min: 1, max: 20 }),
        (scope, largest) => {
          fc.pre(scope.known.some((one) => one > 0));
          const range = rangeOf(scope, largest);
          const grid = [...combinations(scope, largest, 21)];
          const best = grid.reduce((a, b) => (ratio(b) < ratio(a) ? b : a));
          expect(ratio(best)).toBeGreaterThanOrEqual(range.low - 1e-6);
          expect(walkDown(scope, largest, best)).toBeCloseTo(range.low, 3);
          expect(Math.max(...grid.map(ratio))).toBeLessThanOrEqual(range.high + 1e-6);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('of many alike unknowns is found exactly', () => {
    // 100 holders of 1, and 300 of whom nothing is known, up to 10: k of them on is best at k = 8.
    const known = [...Array(100).fill(1), ...Array(300).fill(0)];
    const unknown = [...Array(100).fill(0), ...Array(300).fill(1)];
    const range = rangeOf({ known, unknown }, 10);
    const byHand = Math.max(
      ...Array.from({ length: 301 }, (_, k) => (1e4 * (100 + 100 * k)) / (100 + 10 * k) ** 2),
    );
    expect(range).toMatchObject({ exact: true });
    expect(range.high).toBeCloseTo(byHand, 9);
  });
});
