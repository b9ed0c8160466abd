/** Numbers that a worker thread can read where they lie: nothing is copied to hand them over. */

export function u8(count: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(count));
}

export function u32(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(count * 4));
}

export function i32(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * 4));
}

export function f64(count: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(count * 8));
}
