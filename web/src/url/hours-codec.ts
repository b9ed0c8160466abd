/** The Hour by hour view ⇄ address. Keys of the Explore screen's own are left as they are (use-hours.ts). */
import { compact } from './compact.ts';
import {
  EMPTY_HOURS,
  type HoursView,
  hasPlan,
  LOOKS,
  type PlanRef,
  type SavedRef,
  SCALES,
  SIDES,
  SPEEDS,
  type Weighted,
} from './hours-view.ts';
import { formatMeasures, parseBudget, parseMeasures } from './measures-codec.ts';
import { escaped, formatPlan, MOST_HOURS, PLAN_KEYS, parsePlan } from './scenario-codec.ts';

const ID = /^[A-Za-z0-9._:@/+~-]{1,200}$/;

/** With plans A and B as many as one search takes. */
export const MOST_OVER = 18;
const GROUP_ID = /^[a-z-]{1,40}:[a-z-]{1,40}$/;

/** Every key that this screen writes. `select`, `nation` and `area` mean the same on both screens. */
const KEYS: ReadonlySet<string> = new Set([
  ...['', 'b.'].flatMap((prefix) => ['plan', ...PLAN_KEYS].map((key) => `${prefix}${key}`)),
  ...[
    't',
    'look',
    'side',
    'scale',
    'speed',
    'all',
    'do',
    'budget',
    'list',
    'wa',
    'wb',
    'over',
    'seed',
    'opened',
    'select',
    'nation',
    'area',
  ],
]);

/** `search`: with or without `?`. */
export function parseHours(search: string): HoursView {
  const read = new URLSearchParams(search);
  const get = (key: string) => read.get(key) ?? '';
  const id = (key: string) => (ID.test(get(key)) ? get(key) : undefined);
  const b = planRef(read, 'b.');
  return compact({
    a: planRef(read, ''),
    b: hasPlan(b) ? b : undefined,
    at: hour(get('t')),
    look: LOOKS.find((one) => one === get('look')) ?? EMPTY_HOURS.look,
    side: SIDES.find((one) => one === get('side')) ?? EMPTY_HOURS.side,
    scale: SCALES.find((one) => one === get('scale')),
    speed: SPEEDS.find((one) => `${one}` === get('speed')) ?? EMPTY_HOURS.speed,
    all: get('all') === 'yes',
    measures: parseMeasures(get('do')),
    budget: parseBudget(get('budget')),
    list: savedRef(get('list')),
    weightA: parseBudget(get('wa')) ?? EMPTY_HOURS.weightA,
    weightB: parseBudget(get('wb')) ?? EMPTY_HOURS.weightB,
    over: get('over').split(',').slice(0, MOST_OVER).flatMap(weighted),
    seed: seed(get('seed')),
    opened: get('opened')
      .split(',')
      .filter((one) => GROUP_ID.test(one)),
    select: id('select'),
    nation: id('nation'),
    area: id('area'),
  });
}

/** Without `?`. `parseHours(formatHours(view))` equals `view`, plans in their normal form. */
export function formatHours(view: HoursView): string {
  const out = [...planText(view.a, ''), ...(view.b ? planText(view.b, 'b.') : [])];
  const put = (key: string, value: string | undefined) => {
    if (value) out.push(`${key}=${escaped(value)}`);
  };
  const unless = <T>(value: T, usual: T) => (value === usual ? undefined : String(value));
  put('t', unless(view.at, EMPTY_HOURS.at));
  put('look', unless(view.look, EMPTY_HOURS.look));
  put('side', unless(view.side, EMPTY_HOURS.side));
  put('scale', view.scale);
  put('speed', unless(view.speed, EMPTY_HOURS.speed));
  put('all', view.all ? 'yes' : undefined);
  put('do', formatMeasures(view.measures));
  put('budget', view.budget?.toString());
  put('list', view.list && refText(view.list));
  put('wa', unless(view.weightA, EMPTY_HOURS.weightA));
  put('wb', unless(view.weightB, EMPTY_HOURS.weightB));
  put('over', view.over.map((one) => `${refText(one)}*${one.weight}`).join(','));
  put('seed', unless(view.seed, EMPTY_HOURS.seed));
  put('opened', view.opened.join(','));
  put('select', view.select);
  put('nation', view.nation);
  put('area', view.area);
  return out.join('&');
}

/** What other screens wrote, as it was. */
export function othersKeys(search: string): string {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !KEYS.has(keyOf(pair)))
    .join('&');
}

const keyOf = (pair: string) => [...new URLSearchParams(pair).keys()][0] ?? '';

function hour(text: string): number {
  const value = /^[0-9.]{1,12}$/.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= MOST_HOURS ? value : 0;
}

/** The contract's: a whole number of 32 bits. */
const MOST_SEED = 4_294_967_295;

function seed(text: string): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : EMPTY_HOURS.seed;
  return value <= MOST_SEED ? value : EMPTY_HOURS.seed;
}

function planRef(read: URLSearchParams, prefix: string): PlanRef {
  return compact({
    saved: savedRef(read.get(`${prefix}plan`) ?? ''),
    draft: parsePlan(read, prefix),
  });
}

function savedRef(text: string): SavedRef | undefined {
  const [id = '', version = ''] = text.split('!');
  if (!ID.test(id)) return undefined;
  const n = /^[1-9]\d{0,8}$/.test(version) ? Number(version) : undefined;
  return compact({ id, version: n });
}

const refText = ({ id, version }: SavedRef) => (version === undefined ? id : `${id}!${version}`);

function weighted(text: string): Weighted[] {
  const [ref = '', weight] = text.split('*');
  const [saved, counts] = [savedRef(ref), parseBudget(weight ?? '')];
  return saved && counts !== undefined ? [{ ...saved, weight: counts }] : [];
}

function planText({ saved, draft }: PlanRef, prefix: string): string[] {
  const text = saved && refText(saved);
  return [
    ...(text ? [`${prefix}plan=${escaped(text)}`] : []),
    ...(draft ? formatPlan(draft, prefix) : []),
  ];
}
