/**
 * A set of small integers that gives back its least member: bits in words, with a bit per word above.
 * push and pop cost a few operations whatever the size; all fields are empty when it is empty.
 */
export interface Queue {
  /** Bit v of the set. */
  readonly word: Int32Array;
  /** Bit w: word w is not 0. */
  readonly above: Int32Array;
  /** No member lies in a word of `above` before this one. */
  from: number;
}

export function createQueue(count: number): Queue {
  const words = (count + 31) >>> 5;
  return { word: new Int32Array(words), above: new Int32Array((words + 31) >>> 5), from: 0 };
}

export function push(queue: Queue, v: number): void {
  const w = v >>> 5;
  const a = w >>> 5;
  queue.word[w] |= 1 << (v & 31);
  queue.above[a] |= 1 << (w & 31);
  if (a < queue.from) queue.from = a;
}

/** Takes out the least member; -1 when there is none. */
export function pop(queue: Queue): number {
  const { word, above } = queue;
  while (queue.from < above.length) {
    const bits = above[queue.from];
    if (bits !== 0) {
      const w = (queue.from << 5) | (31 - Math.clz32(bits & -bits));
      const low = word[w] & -word[w];
      word[w] ^= low;
      if (word[w] === 0) above[queue.from] ^= bits & -bits;
      return (w << 5) | (31 - Math.clz32(low));
    }
    queue.from++;
  }
  return -1;
}
