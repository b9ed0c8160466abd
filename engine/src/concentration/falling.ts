/** Positions of numbers by falling size, ties by position: a radix sort, far faster than comparing. */

const BITS = 11;
const BUCKETS = 1 << BITS;
/** Below this comparing is faster. */
const FEW = 2000;
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** @param keys ≥ 0 and finite. O(n). */
export function falling(keys: Float64Array): Uint32Array<ArrayBuffer> {
  let order = new Uint32Array(keys.length);
  // A plain loop: going through an iterator makes an object a key.
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (keys.length < FEW) return order.sort((a, b) => keys[b] - keys[a] || a - b);
  // The bits of doubles ≥ 0 rise with the doubles: the low word first, then the high one.
  const words = new Uint32Array(keys.slice().buffer);
  let next = new Uint32Array(keys.length);
  for (const half of LITTLE_ENDIAN ? [0, 1] : [1, 0]) {
    for (let shift = 0; shift < 32; shift += BITS) {
      place(words, half, shift, order, next);
      [order, next] = [next, order];
    }
  }
  return order;
}

/** One pass: `order` by the digit at `shift`, falling, ties as they were, into `next`. */
function place(
  words: Uint32Array,
  half: number,
  shift: number,
  order: Uint32Array,
  next: Uint32Array,
): void {
  const start = new Uint32Array(BUCKETS + 1);
  for (let i = half; i < words.length; i += 2) start[(words[i] >>> shift) & (BUCKETS - 1)]++;
  let at = 0;
  for (let digit = BUCKETS - 1; digit >= 0; digit--) {
    const count = start[digit];
    start[digit] = at;
    at += count;
  }
  for (let i = 0; i < order.length; i++) {
    const digit = (words[2 * order[i] + half] >>> shift) & (BUCKETS - 1);
    next[start[digit]++] = order[i];
  }
}
