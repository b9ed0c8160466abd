/**
 * View ⇄ address. Readable by people: `?down=advanced!0.5!compromised,odyssey&select=england`.
 * `,` separates things and `!` the parts of one: neither can stand in an id.
 * Garbage in an address never throws: what cannot be read is left out.
 */
import {
  CAUSES,
  type Cut,
  DIRECTIONS,
  EMPTY_VIEW,
  FILTER_STATES,
  KINDS,
  MAX_DEPTH,
  type Seen,
  SHOWS,
  type Stop,
  TABS,
  type View,
} from './view.ts';

/** The same as the contract's NODE_ID_PATTERN (codec.test.ts holds them together). */
const ID = /^[A-Za-z0-9._:@/+~-]{1,200}$/;
/** The same as LINK_ID_PATTERN. */
const LINK_ID = /^[A-Za-z0-9._:@/+~>-]{1,500}$/;
const GROUP_ID = /^[a-z-]{1,40}:[a-z-]{1,40}$/;
/** As many of one kind as the API takes. */
const MOST = 1000;

/** `search`: with or without `?`. */
export function parseView(search: string): View {
  const read = new URLSearchParams(search);
  const get = (key: string) => read.get(key) ?? '';
  const parts = (key: string) => get(key).split(',').filter(Boolean).slice(0, MOST);
  return defined({
    down: distinct(parts('down').flatMap(stop), (one) => one.id),
    isolate: distinct(parts('isolate').filter(isId)),
    sever: distinct(parts('sever').flatMap(cut), (one) => `${one.from}!${one.to}`),
    observed: distinct(parts('seen').flatMap(seen), (one) => one.id),
    workarounds: get('workarounds') === 'yes',
    select: id(get('select')),
    link: LINK_ID.test(get('link')) ? get('link') : undefined,
    as: oneOf(TABS, get('as')) ?? EMPTY_VIEW.as,
    show: oneOf(SHOWS, get('show')) ?? EMPTY_VIEW.show,
    states: FILTER_STATES.filter((state) => parts('state').includes(state)),
    kinds: KINDS.filter((kind) => parts('kind').includes(kind)),
    hideAssumed: get('assumed') === 'hidden',
    around: id(get('around')),
    direction: oneOf(DIRECTIONS, get('direction')) ?? EMPTY_VIEW.direction,
    depth: whole(get('depth'), 1, MAX_DEPTH),
    open: parts('open').filter((one) => GROUP_ID.test(one)),
    nation: id(get('nation')),
    area: id(get('area')),
    path: path(get('path')),
    version: whole(get('v'), 0, Number.MAX_SAFE_INTEGER),
  });
}

/** Without `?`; empty for the empty view. `parseView(formatView(view))` equals `view`. */
export function formatView(view: View): string {
  const out: string[] = [];
  const put = (key: string, value: string | undefined) => {
    if (value) out.push(`${key}=${escaped(value)}`);
  };
  put('down', view.down.map(formatStop).join(','));
  put('isolate', view.isolate.join(','));
  put('sever', view.sever.map((one) => `${one.from}!${one.to}`).join(','));
  put('seen', view.observed.map((one) => `${one.id}!${one.level}`).join(','));
  put('workarounds', view.workarounds ? 'yes' : undefined);
  put('select', view.select);
  put('link', view.link);
  put('as', view.as === EMPTY_VIEW.as ? undefined : view.as);
  put('show', view.show === EMPTY_VIEW.show ? undefined : view.show);
  put('state', view.states.join(','));
  put('kind', view.kinds.join(','));
  put('assumed', view.hideAssumed ? 'hidden' : undefined);
  put('around', view.around);
  put('direction', view.direction === EMPTY_VIEW.direction ? undefined : view.direction);
  put('depth', view.depth?.toString());
  put('open', view.open.join(','));
  put('nation', view.nation);
  put('area', view.area);
  put('path', view.path && `${view.path.from ?? ''}!${view.path.to ?? ''}`);
  put('v', view.version?.toString());
  return out.join('&');
}

/** Only what an address cannot hold is escaped, so that ids stay readable. */
const escaped = (value: string) =>
  encodeURIComponent(value).replace(/%(2C|3A|40|2F)/g, (code) => decodeURIComponent(code));

const isId = (text: string) => ID.test(text);
const id = (text: string) => (isId(text) ? text : undefined);

function level(text: string | undefined): number | undefined {
  if (!text || !/^[0-9.e-]{1,24}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 0 && value <= 1 ? value + 0 : undefined;
}

function whole(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

function oneOf<T extends string>(list: readonly T[], text: string): T | undefined {
  return list.find((one) => one === text);
}

function stop(text: string): Stop[] {
  const [node = '', ...rest] = text.split('!');
  if (!isId(node)) return [];
  const at = rest.map(level).find((value) => value !== undefined && value > 0);
  const cause = rest.map((part) => oneOf(CAUSES, part)).find((one) => one && one !== 'failed');
  return [defined({ id: node, level: at, cause })];
}

function formatStop({ id: node, level: at, cause }: Stop): string {
  const parts = [node];
  if (at) parts.push(String(at));
  if (cause && cause !== 'failed') parts.push(cause);
  return parts.join('!');
}

function cut(text: string): Cut[] {
  const [from = '', to = ''] = text.split('!');
  return isId(from) && isId(to) ? [{ from, to }] : [];
}

function seen(text: string): Seen[] {
  const [node = '', at] = text.split('!');
  const value = level(at);
  return isId(node) && value !== undefined ? [{ id: node, level: value }] : [];
}

function path(text: string): View['path'] {
  if (!text.includes('!')) return undefined;
  const [from = '', to = ''] = text.split('!');
  return defined({ from: id(from), to: id(to) });
}

/** First of each. */
function distinct<T>(list: T[], key: (one: T) => unknown = (one) => one): T[] {
  const met = new Set<unknown>();
  return list.filter((one) => !met.has(key(one)) && met.add(key(one)));
}

/** Leaves out keys without a value, as exactOptionalPropertyTypes wants them. */
function defined<T extends object>(
  value: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  const kept = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(kept) as never;
}
