/** Numbers that may be ranges, turned into the three ends that the engine reads. */
import type { NumberOrRange } from '@msp-impact/contract';
import type { Ends } from '@msp-impact/engine';
import { f64 } from './arrays.ts';

/** Point answers take `likely`, or else the middle. */
export function point(value: NumberOrRange): number {
  return typeof value === 'number' ? value : (value.likely ?? (value.low + value.high) / 2);
}

/** The three ends of one value. */
export function threeEnds(value: NumberOrRange): { low: number; likely: number; high: number } {
  return typeof value === 'number'
    ? { low: value, likely: value, high: value }
    : { low: value.low, likely: point(value), high: value.high };
}

/** Ends of a whole column; without any range the same array stands three times. */
export class EndsBuilder {
  readonly #likely: Float64Array;
  #low: Float64Array | undefined;
  #high: Float64Array | undefined;

  constructor(count: number, standard: number) {
    this.#likely = f64(count).fill(standard);
  }

  set(index: number, value: NumberOrRange): void {
    if (typeof value === 'object') this.#open();
    const { low, likely, high } = threeEnds(value);
    this.#likely[index] = likely;
    if (this.#low && this.#high) {
      this.#low[index] = low;
      this.#high[index] = high;
    }
  }

  ends(): Ends {
    const likely = this.#likely;
    return { low: this.#low ?? likely, likely, high: this.#high ?? likely };
  }

  /** The first range: until now both ends were the point. */
  #open(): void {
    this.#low ??= copyOf(this.#likely);
    this.#high ??= copyOf(this.#likely);
  }
}

function copyOf(list: Float64Array): Float64Array {
  const copy = f64(list.length);
  copy.set(list);
  return copy;
}
