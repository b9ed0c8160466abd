/** Evaluations allowed to a circle of so many nodes before it is called unsettled. */
export function workBound(size: number): number {
  return 1_000_000 + 100 * size;
}
