/** Evaluations allowed to a circle of so many nodes before it is called unsettled. */
export function workBound(size: number): number {
  return 200_000 + 100 * size;
}
