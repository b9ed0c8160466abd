/** values[at[i]], as one plain loop: the callbacks of `from` and `map` cost several times as much. */
export function gather(values: Float64Array, at: Uint32Array): Float64Array {
  const out = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) out[i] = values[at[i]];
  return out;
}

export function gatherIndices(values: Uint32Array, at: Uint32Array): Uint32Array {
  const out = new Uint32Array(at.length);
  for (let i = 0; i < at.length; i++) out[i] = values[at[i]];
  return out;
}

export function gatherCodes(values: Uint8Array, at: Uint32Array): Uint8Array {
  const out = new Uint8Array(at.length);
  for (let i = 0; i < at.length; i++) out[i] = values[at[i]];
  return out;
}
