/** What a plan says, as rows of bars for the timeline. */
import type { Cause } from '@msp-impact/contract/codes';

export interface PlanBar {
  readonly key: string;
  readonly list: 'outages' | 'isolations' | 'cuts' | 'observations';
  readonly name: string;
  /** "broken into, at once, for 12 days". */
  readonly words: string;
  readonly cause: Cause | undefined;
  readonly from: number;
  readonly until: number;
  readonly open: boolean;
  readonly ends?: { readonly low: number; readonly high: number };
  readonly steps: readonly {
    readonly hour: number;
    readonly level: number;
    readonly words: string;
  }[];
}

export const BAR_LANES: readonly { readonly list: PlanBar['list']; readonly title: string }[] = [
  { list: 'outages', title: 'Stopped' },
  { list: 'isolations', title: 'Switched off together' },
  { list: 'cuts', title: 'Cut off by its user' },
  { list: 'observations', title: 'We checked' },
];

export type NameSide = 'inside' | 'after' | 'before';
type ShareOf = (hour: number) => number;

/** Beyond this share of the width a name behind its bar might not fit. */
const NEAR_END = 0.8;

/** Where the name of a bar stands: in it where there is room, else behind it, or before it near the right edge. */
export function nameSide(from: number, until: number, name: number): NameSide {
  if (until - from > name) return 'inside';
  return until < NEAR_END || from - name < 0 ? 'after' : 'before';
}

/** What a bar takes of the width with its name and with what its end may be, as shares. */
function extentOf(bar: PlanBar, x: ShareOf, name: number) {
  const [from, until] = [x(bar.from), x(bar.until)];
  const side = nameSide(from, until, name);
  return {
    left: side === 'before' ? from - name : from,
    right: Math.max(side === 'after' ? until + name : until, bar.ends ? x(bar.ends.high) : 0),
  };
}

const GAP = 0.01;

/**
 * Bars of one lane in as few rows as hold them without touching, names and all. `x`: hour → share of the
 * width; `name`: the share that a name of so many letters takes.
 */
export function rowsOf(
  bars: readonly PlanBar[],
  x: ShareOf,
  name: (letters: number) => number,
): PlanBar[][] {
  const rows: { right: number; bars: PlanBar[] }[] = [];
  const placed = bars.map((bar) => ({ bar, ...extentOf(bar, x, name(bar.name.length)) }));
  for (const { bar, left, right } of placed.sort((a, b) => a.left - b.left)) {
    const row = rows.find((one) => one.right + GAP < left);
    if (row) {
      row.right = right;
      row.bars.push(bar);
    } else rows.push({ right, bars: [bar] });
  }
  return rows.map((row) => row.bars);
}

/** A letter of a bar's name, and the room around it, in pixels. */
export const namePixels = (letters: number) => letters * 7 + 44;
