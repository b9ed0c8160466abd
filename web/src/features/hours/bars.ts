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

/**
 * Bars of one lane in as few rows as hold them without touching. `x`: hour → share of the width;
 * `name`: the share that a name of so many letters takes.
 */
export function rowsOf(
  bars: readonly PlanBar[],
  x: (hour: number) => number,
  name: (letters: number) => number,
): PlanBar[][] {
  const rows: { end: number; bars: PlanBar[] }[] = [];
  for (const bar of [...bars].sort((a, b) => a.from - b.from)) {
    const start = x(bar.from);
    const inside = x(bar.until) - start > name(bar.name.length);
    const end = inside ? x(bar.until) : x(bar.until) + name(bar.name.length);
    const row = rows.find((one) => one.end + 0.02 < start);
    if (row) {
      row.end = end;
      row.bars.push(bar);
    } else rows.push({ end, bars: [bar] });
  }
  return rows.map((row) => row.bars);
}
