/** The part of d3-hierarchy that is used here; the package brings no types. */
declare module 'd3-hierarchy' {
  export interface Box<T> {
    readonly data: T;
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  }
  interface Tree<T> {
    sum(value: (data: T) => number): Tree<T>;
    leaves(): Box<T>[];
  }
  interface Layout {
    (tree: Tree<never>): void;
    size(size: readonly [number, number]): Layout;
    padding(padding: number): Layout;
  }
  export function hierarchy<T>(data: T, children: (data: T) => readonly T[] | undefined): Tree<T>;
  export function treemap(): Layout;
}
