/** The part of d3 that the timeline and its charts use; the packages bring no types of their own. */
declare module 'd3-scale' {
  export interface HourScaleOf {
    (value: number): number;
    invert(value: number): number;
    domain(ends: readonly [number, number]): this;
    range(ends: readonly [number, number]): this;
    clamp(on: boolean): this;
  }
  export function scaleLinear(): HourScaleOf;
  export function scaleSymlog(): HourScaleOf & { constant(value: number): HourScaleOf };
}

declare module 'd3-shape' {
  export interface CurveFactory {
    readonly curve: unique symbol;
  }
  export const curveStepAfter: CurveFactory;
  export interface Line<T> {
    (data: readonly T[]): string | null;
    x(of: (one: T) => number): this;
    y(of: (one: T) => number): this;
    curve(curve: CurveFactory): this;
  }
  export interface Area<T> {
    (data: readonly T[]): string | null;
    x(of: (one: T) => number): this;
    y0(of: (one: T) => number): this;
    y1(of: (one: T) => number): this;
    curve(curve: CurveFactory): this;
  }
  export function line<T>(): Line<T>;
  export function area<T>(): Area<T>;
}
