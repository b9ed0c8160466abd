/**
 * What the Report and the Incident screen show ⇄ address. The plan that a report is made of stays in
 * its own keys (hours-codec.ts) or is what is stopped on Explore (codec.ts).
 */
import { compact } from './compact.ts';
import { escaped } from './scenario-codec.ts';

export const DESK_HEADINGS = ['plain', 'iimarch'] as const;

export interface Desk {
  /** The incident that goes on. */
  readonly incident?: string;
  /** In an exercise: sees results and what is not out yet. */
  readonly facilitator: boolean;
  /** A report that was kept; without a number the newest. */
  readonly kept?: { readonly series: string; readonly number?: number };
  readonly headings: (typeof DESK_HEADINGS)[number];
  readonly title?: string;
  /** Empty: none. Absent: the usual one. */
  readonly marking?: string;
  /** Hours until the next report. */
  readonly due?: number;
  /** States at this hour. Absent: of an incident as they are now, else at their worst. */
  readonly hour?: number | 'worst';
  readonly contacts: boolean;
}

export const EMPTY_DESK: Desk = { facilitator: false, headings: 'plain', contacts: false };

const ID = /^[A-Za-z0-9._:@/+~-]{1,200}$/;
const MOST_HOURS = 87_600;
const MOST_DUE = 8760;
const MOST_TEXT = 200;
const KEYS: ReadonlySet<string> = new Set([
  ...['incident', 'role', 'report', 'headings', 'title', 'marking', 'due', 'hour', 'contacts'],
]);

/** `search`: with or without `?`. */
export function parseDesk(search: string): Desk {
  const read = new URLSearchParams(search);
  const get = (key: string) => read.get(key) ?? '';
  return compact({
    incident: ID.test(get('incident')) ? get('incident') : undefined,
    facilitator: get('role') === 'facilitator',
    kept: keptOf(get('report')),
    headings: DESK_HEADINGS.find((one) => one === get('headings')) ?? EMPTY_DESK.headings,
    title: get('title').slice(0, MOST_TEXT) || undefined,
    marking: read.get('marking')?.slice(0, MOST_TEXT),
    due: number(get('due'), MOST_DUE) || undefined,
    hour: get('hour') === 'worst' ? ('worst' as const) : number(get('hour'), MOST_HOURS),
    contacts: get('contacts') === 'yes',
  });
}

/** Without `?`. `parseDesk(formatDesk(desk))` equals `desk`. */
export function formatDesk(desk: Desk): string {
  const out: string[] = [];
  const put = (key: string, value: string | undefined) => {
    if (value !== undefined) out.push(`${key}=${escaped(value)}`);
  };
  const { kept } = desk;
  put('incident', desk.incident);
  put('role', desk.facilitator ? 'facilitator' : undefined);
  put('report', kept && [kept.series, kept.number].filter((one) => one !== undefined).join('!'));
  put('headings', desk.headings === EMPTY_DESK.headings ? undefined : desk.headings);
  put('title', desk.title);
  put('marking', desk.marking);
  put('due', desk.due?.toString());
  put('hour', desk.hour?.toString());
  put('contacts', desk.contacts ? 'yes' : undefined);
  return out.join('&');
}

/** What other screens wrote, as it was. */
export function withoutDesk(search: string): string {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !KEYS.has([...new URLSearchParams(pair).keys()][0] ?? ''))
    .join('&');
}

function keptOf(text: string): Desk['kept'] {
  const [series = '', number = ''] = text.split('!');
  if (!ID.test(series)) return undefined;
  const n = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : undefined;
  return compact({ series, number: n });
}

function number(text: string, most: number): number | undefined {
  if (!/^[0-9.]{1,12}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 0 && value <= most ? value : undefined;
}
