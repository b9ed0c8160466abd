/** Seeded damage to files: what a reader must survive. For tests. */
import { expect } from 'vitest';
import type { FormatReader } from '../format.ts';
import { graphAfter } from './read-with.ts';

/** 50 at a desk, 500 in CI, as many as FUZZ says by hand. */
export const FUZZ_RUNS = Number(process.env.FUZZ ?? (process.env.CI ? 500 : 50));

/** Milliseconds of computing for one file. */
const MOST = 2000;

type Random = (below: number) => number;

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const NASTY = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '1e999',
  'null',
  '\ud800',
  '<',
  '&lol;',
  '=1+1',
  '£1,000.00',
  "'",
  ';',
  'é',
];

export function damaged(seed: number, bytes: Uint8Array): Uint8Array {
  const random = randomFrom(seed);
  let out = Buffer.from(bytes);
  for (let n = 1 + random(4); n > 0; n--) out = hurt(out, random);
  return out;
}

function hurt(bytes: Buffer, random: Random): Buffer<ArrayBuffer> {
  const [a, b] = [random(bytes.length + 1), random(bytes.length + 1)].sort((x, y) => x - y);
  const [from, to] = [a as number, b as number];
  switch (random(7)) {
    case 0:
      return Buffer.from(bytes.subarray(0, from));
    case 1:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 2:
      return Buffer.concat([
        bytes.subarray(0, to),
        bytes.subarray(from, from + 200),
        bytes.subarray(to),
      ]);
    case 3:
      return Buffer.from(bytes.toString('latin1'), random(2) ? 'utf16le' : 'utf8');
    case 4: {
      const out = Buffer.from(bytes);
      for (let n = random(8); n >= 0 && out.length > 0; n--) out[random(out.length)] = random(256);
      return out;
    }
    default: {
      const nasty = Buffer.from(NASTY[random(NASTY.length)] as string);
      return Buffer.concat([bytes.subarray(0, from), nasty, bytes.subarray(from + random(3))]);
    }
  }
}

/**
 * Each damaged file is answered in time: refused, or read into a graph that keeps every rule.
 *
 * @param wrapped what the damaged bytes are a part of, as the table of an archive
 */
export async function survives(
  reader: FormatReader,
  name: string,
  bytes: Uint8Array,
  wrapped: (damaged: Uint8Array) => Uint8Array = (damaged) => damaged,
) {
  for (let seed = 1; seed <= FUZZ_RUNS; seed++) {
    const file = { name, bytes: wrapped(damaged(seed, bytes)) };
    const before = process.cpuUsage();
    const { reading } = await graphAfter(reader, [file]);
    const { user } = process.cpuUsage(before);
    expect(user / 1000, `seed ${seed}`).toBeLessThan(MOST);
    if (reading.errors.length > 0) expect(reading.errors[0]?.reason).not.toBe('');
  }
}
