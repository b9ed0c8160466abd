/** What the Explore screen shows, whole: nothing of this lives anywhere but in the address. */
import { CAUSES, type Cause, KINDS, type Kind, type State } from '@msp-impact/contract/codes';

/** Level 0..1; 0 when not given. */
export interface Stop {
  readonly id: string;
  readonly level?: number;
  readonly cause?: Cause;
}
export interface Cut {
  readonly from: string;
  readonly to: string;
}
export interface Seen {
  readonly id: string;
  readonly level: number;
}

/** The states that the counters filter by; `up` is no filter. */
export const FILTER_STATES = ['down', 'degraded', 'at-risk', 'unknown'] as const;
export type FilterState = (typeof FILTER_STATES)[number] & State;

export const TABS = ['graph', 'table', 'map'] as const;
export type Tab = (typeof TABS)[number];
export const SHOWS = ['hit', 'all'] as const;
export const DIRECTIONS = ['both', 'upstream', 'downstream'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const MAX_DEPTH = 50;

export interface View {
  readonly down: readonly Stop[];
  readonly isolate: readonly string[];
  readonly sever: readonly Cut[];
  readonly observed: readonly Seen[];
  readonly workarounds: boolean;
  readonly select?: string;
  /** A link that is looked at, in place of a node. */
  readonly link?: string;
  readonly as: Tab;
  readonly show: (typeof SHOWS)[number];
  readonly states: readonly FilterState[];
  readonly kinds: readonly Kind[];
  readonly hideAssumed: boolean;
  readonly around?: string;
  readonly direction: Direction;
  readonly depth?: number;
  /** Groups opened, once per 50 shown. */
  readonly open: readonly string[];
  readonly nation?: string;
  /** My area. */
  readonly area?: string;
  /** Find a path: an end that is not chosen yet is absent. */
  readonly path?: { readonly from?: string; readonly to?: string };
  /** The version of the data on which the link was copied. */
  readonly version?: number;
}

export const EMPTY_VIEW: View = {
  down: [],
  isolate: [],
  sever: [],
  observed: [],
  workarounds: false,
  as: 'graph',
  show: 'hit',
  states: [],
  kinds: [],
  hideAssumed: false,
  direction: 'both',
  open: [],
};

export { CAUSES, KINDS };
