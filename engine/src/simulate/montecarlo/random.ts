/**
 * Random numbers in 0 <= x < 1, from (seed, run): each run of a simulation has a stream of its own,
 * so that any split of the runs over workers draws the same. `stream` tells apart several streams
 * of one run, for things that must not shift each other's numbers.
 * Source: sfc32 of PractRand (Doty-Humphrey, 2010), filled by the finalizer of MurmurHash3.
 */
export function generator(seed: number, run: number, stream = 0): () => number {
  // A number beyond 32 bits keeps its upper half.
  let a = mix(seed ^ mix(Math.floor(seed / 2 ** 32)));
  let b = mix(a ^ run ^ 0x9e3779b9);
  let c = mix(b ^ stream ^ 0x85ebca6b);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** Spreads every bit of a 32-bit number over all of them. */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
