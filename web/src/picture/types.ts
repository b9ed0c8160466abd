/**
 * The picture: everything that is seen on the Explore drawing, as plain data. One pure function makes
 * it; the canvas, the SVG export and the print only repeat it, so that an export equals the screen.
 * Coordinates are world pixels (CSS pixels at zoom 1), y downwards; shapes of a box are relative to
 * its top left corner, so that a box that only moves keeps its shapes.
 */
import type { Column, GraphView } from '@msp-impact/contract';
import type { Measure } from './measure.ts';
import type { Ink, Theme } from './tokens.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface RectShape {
  readonly t: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly r: number;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly sw?: number;
  readonly dash?: readonly number[];
  /** Diagonal hatching in this ink over the fill: not known. */
  readonly hatch?: Ink;
}

/** An SVG path placed at x, y. */
export interface PathShape {
  readonly t: 'path';
  readonly x: number;
  readonly y: number;
  readonly d: string;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly sw?: number;
  readonly dash?: readonly number[];
}

export interface TextShape {
  readonly t: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly fill: Ink;
  readonly anchor: 'start' | 'middle' | 'end';
}

export type Shape = RectShape | PathShape | TextShape;

/** A part of a box that answers to the pointer by itself: a region's tile, "open". */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly action: 'select' | 'open';
  readonly id: string;
  readonly label: string;
}

export interface Box {
  /** The node's or group's id. */
  readonly id: string;
  readonly type: 'node' | 'group' | 'nation';
  readonly column: Column;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Name, kind and state in words: for the parallel list, titles and screen readers. */
  readonly label: string;
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly spots: readonly Spot[];
}

/** A frame behind the links: things switched off together, or an opened nation. */
export interface Bracket {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly label: string;
  readonly shapes: readonly Shape[];
}

/**
 * A link. `points` are start, control points, end: quadratic curves that meet half way between
 * consecutive control points.
 */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly width: number;
  readonly ink: Ink;
  readonly dash: readonly number[];
  /** Width of the halo on each side; 0 for none. */
  readonly halo: number;
  readonly arrow: boolean;
  /** Higher is drawn later. */
  readonly z: number;
  readonly hit: boolean;
  /** Cut off by its user: scissors are drawn here. */
  readonly cut?: Point;
  /** The link's own id, where the edge stands for exactly one. */
  readonly link?: string;
  readonly label: string;
}

export interface Header {
  readonly column: Column;
  readonly x: number;
  readonly w: number;
  readonly title: string;
  readonly count: string;
}

export interface Legend {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly shapes: readonly Shape[];
}

/** Boxes, brackets and edges are sorted by id: what is drawn later is said by `z`. */
export interface Picture {
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly brackets: readonly Bracket[];
  readonly edges: readonly Edge[];
  readonly headers: readonly Header[];
  /** Left edges of the columns, for the next picture to keep to. */
  readonly lanes: readonly number[];
  readonly legend: Legend;
}

/** What decides where things stand. */
export interface LayoutOptions {
  /** Width of the panel in CSS pixels: at zoom 1 the five columns fill it. */
  readonly width: number;
  /**
   * Height of the panel: a picture a little too tall is laid out wider, so that it fills the panel when
   * it is shown whole.
   */
  readonly height?: number | undefined;
  /** The nation whose regions or boards are shown singly. */
  readonly openNation?: string | null | undefined;
  /** My area: comes first in its column. */
  readonly area?: string | null | undefined;
  /** What was shown before: what is in both stays where it is. */
  readonly previous?: Picture | null | undefined;
  readonly measure?: Measure | undefined;
}

/** What decides how they look. */
export interface Look {
  readonly theme: Theme;
  readonly selection?: string | null | undefined;
  /** Node ids from the outage to the selected node; without it the heaviest way back is worked out. */
  readonly path?: readonly string[] | null | undefined;
  readonly hovered?: string | null | undefined;
}

export interface PictureState extends LayoutOptions, Look {}
export type { GraphView };
