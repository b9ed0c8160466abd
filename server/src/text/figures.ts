/** Numbers as tables show them. */

/** 0.85 → 85 %. */
export function percent(level: number): string {
  const value = level * 100;
  const digits = value > 0 && value < 0.1 ? '<0.1' : String(Number(value.toFixed(1)));
  return `${digits} %`;
}

/** 56286961 → 56,286,961. */
export function whole(count: number): string {
  return Math.round(count).toLocaleString('en-GB');
}
