/** Seeded damage to what stands in a JSON file, its form left whole. For tests. */
import type { FormatReader } from '../format.ts';
import { FUZZ_RUNS, randomFrom } from './fuzz.ts';
import { fileOf, graphAfter } from './read-with.ts';

const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '__proto__',
  'constructor',
  'a'.repeat(30_000),
  'Ä\ud800\0',
  '->',
  'NONE',
  [],
  {},
  [[[]]],
  [null],
  { name: {} },
];

type Slot = readonly [holder: Record<string, unknown>, key: string];

/** Replaces, removes, doubles or renames a few of the values that stand anywhere in it. */
export function damagedValues(seed: number, text: string): string {
  const random = randomFrom(seed);
  const value: unknown = JSON.parse(text);
  for (let n = 1 + random(5); n > 0; n--) {
    const slots = slotsOf(value);
    const [holder, key] = slots[random(slots.length)] as Slot;
    const other = slots[random(slots.length)] as Slot;
    if (random(4) === 0) delete holder[key];
    else if (random(3) === 0) holder[key] = structuredClone(other[0][other[1]]);
    else holder[key] = structuredClone(ODD[random(ODD.length)]);
  }
  return JSON.stringify(value);
}

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return [[{}, 'none']];
  const out: Slot[] = [];
  for (const [key, inner] of Object.entries(value)) {
    out.push([value as Record<string, unknown>, key]);
    if (typeof inner === 'object' && inner !== null) out.push(...slotsOf(inner));
  }
  return out.length > 0 ? out : [[{}, 'none']];
}

/** Every damaged file is read into a graph that keeps every rule, or refused. */
export async function survivesValues(reader: FormatReader, name: string, text: string) {
  for (let seed = 1; seed <= FUZZ_RUNS; seed++) {
    await graphAfter(reader, [fileOf(name, damagedValues(seed, text))]);
  }
}
