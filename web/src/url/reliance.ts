/**
 * What the Reliance screen shows, whole, and its address:
 * `/reliance?measure=count&by=owner&within=finance&part=contracts&months=12`.
 * The keys of other screens stand beside these untouched, so that each finds its view again.
 */
import { isDay } from '@msp-impact/contract/attributes';
import { type Award, formatAward, MOST_AWARDS, parseAward } from './award.ts';

export const MEASURES = ['value', 'count', 'people'] as const;
export const PARTS = [
  'shares',
  'contracts',
  'matrix',
  'behind',
  'single',
  'award',
  'gaps',
] as const;
export type Part = (typeof PARTS)[number];
export const BASES = ['total', 'annual'] as const;
const USUAL_MONTHS = 9;
const MOST_MONTHS = 120;
/** A share from which a supplier counts as one that much rests on, percent, unless the user says otherwise. */
const MUCH = 25;

export type Scope =
  | { readonly kind: 'within'; readonly word: string }
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'buyer'; readonly name: string };

export interface RelianceView {
  readonly part: Part;
  readonly measure: (typeof MEASURES)[number];
  readonly by: 'supplier' | 'parent';
  /** Absent: everything. */
  readonly scope?: Scope;
  readonly currency?: string;
  readonly basis?: (typeof BASES)[number];
  /** Contracts that run on this day; absent: all on record. */
  readonly on?: string;
  /** Months that a new procurement takes. */
  readonly months: number;
  /** Only contracts of suppliers that much rests on. */
  readonly onlyMuch: boolean;
  /** From how many percent that is: 1..100. */
  readonly much: number;
  /** My own thresholds on the scale to 10,000. */
  readonly words?: { readonly concentrated: number; readonly highly: number };
  readonly awards: readonly Award[];
}

export const EMPTY_RELIANCE: RelianceView = {
  part: 'shares',
  measure: 'value',
  by: 'supplier',
  months: USUAL_MONTHS,
  onlyMuch: false,
  much: MUCH,
  awards: [],
};

const KEYS = [
  'part',
  'measure',
  'by',
  'within',
  'of',
  'buyer',
  'currency',
  'basis',
  'on',
  'months',
  'much',
  'muchfrom',
  'words',
  'award',
] as const;
type Key = (typeof KEYS)[number];

/** `search`: with or without `?`. Garbage never throws: what cannot be read is left out. */
export function parseReliance(search: string): RelianceView {
  const read = new URLSearchParams(search);
  const get = (key: Key) => read.get(key) ?? '';
  const scope = scopeOf(get);
  const words = wordsOf(get('words'));
  const basis = BASES.find((one) => one === get('basis'));
  return {
    part: PARTS.find((one) => one === get('part')) ?? 'shares',
    measure: MEASURES.find((one) => one === get('measure')) ?? 'value',
    by: get('by') === 'owner' ? 'parent' : 'supplier',
    ...(scope ? { scope } : {}),
    ...(/^[A-Z]{3}$/.test(get('currency')) ? { currency: get('currency') } : {}),
    ...(basis ? { basis } : {}),
    ...(isDay(get('on')) ? { on: get('on') } : {}),
    months: whole(get('months'), MOST_MONTHS) ?? USUAL_MONTHS,
    onlyMuch: get('much') === 'only',
    much: whole(get('muchfrom'), 100) || MUCH,
    ...(words ? { words } : {}),
    awards: read.getAll('award').slice(0, MOST_AWARDS).map(parseAward),
  };
}

/** Without `?`; empty for the empty view. `parseReliance(formatReliance(view))` equals `view`. */
export function formatReliance(view: RelianceView): string {
  const out: string[] = [];
  const put = (key: Key, value: string | undefined) => {
    if (value) out.push(`${key}=${escaped(value)}`);
  };
  const { scope } = view;
  put('part', view.part === 'shares' ? undefined : view.part);
  put('measure', view.measure === 'value' ? undefined : view.measure);
  put('by', view.by === 'parent' ? 'owner' : undefined);
  put('within', scope?.kind === 'within' ? scope.word : undefined);
  put('of', scope?.kind === 'node' ? scope.id : undefined);
  put('buyer', scope?.kind === 'buyer' ? scope.name : undefined);
  put('currency', view.currency);
  put('basis', view.basis);
  put('on', view.on);
  put('months', view.months === USUAL_MONTHS ? undefined : `${view.months}`);
  put('much', view.onlyMuch ? 'only' : undefined);
  put('muchfrom', view.much === MUCH ? undefined : `${view.much}`);
  put('words', view.words && `${view.words.concentrated},${view.words.highly}`);
  for (const award of view.awards) out.push(`award=${escaped(formatAward(award))}`);
  return out.join('&');
}

/** The address of `view`, with what other screens keep in `search` left as it is. */
export function relianceAddress(view: RelianceView, search: string): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !KEYS.includes(pair.split('=')[0] as Key));
  const text = [...others, formatReliance(view)].filter(Boolean).join('&');
  return text ? `/reliance?${text}` : '/reliance';
}

/** Half of a sign, which no address can hold. */
const LONE = /[\ud800-\udfff]/gu;

/** Only what an address cannot hold is escaped, so that ids stay readable. */
const escaped = (value: string) =>
  encodeURIComponent(value.replace(LONE, '\ufffd')).replace(/%(2C|3A|3B|40|2F)/g, (code) =>
    decodeURIComponent(code),
  );

function scopeOf(get: (key: Key) => string): Scope | undefined {
  if (get('within')) return { kind: 'within', word: get('within').slice(0, 500) };
  if (/^[A-Za-z0-9._:@/+~-]{1,200}$/.test(get('of'))) return { kind: 'node', id: get('of') };
  return get('buyer') ? { kind: 'buyer', name: get('buyer').slice(0, 20_000) } : undefined;
}

function wordsOf(text: string): RelianceView['words'] {
  const [concentrated, highly] = text.split(',').map((part) => whole(part, 10_000));
  if (concentrated === undefined || highly === undefined || concentrated > highly) return undefined;
  return { concentrated, highly };
}

function whole(text: string, most: number): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
