/** What differs in two plans, in words: the server names JSON paths and both values. */
import type { ComparisonAnswer } from '@msp-impact/contract';
import { lengthWords, whenWords } from '../../ui/hour-words.ts';
import { CAUSE_WORDS, percent } from '../../ui/words.ts';

type Input = ComparisonAnswer['inputs'][number];

const LISTS: Readonly<Record<string, string>> = {
  outages: 'stopped',
  isolations: 'switched off together',
  cuts: 'cut off',
  observations: 'checked',
  demands: 'what it has to do',
};
const FIELDS: Readonly<Record<string, string>> = {
  hours: 'How long it runs',
  start: 'When it begins',
  declaredHour: 'Declared at',
  workarounds: 'Other ways of working',
  cause: 'what happens',
  startHour: 'starts',
  durationHours: 'lasts',
  delayHours: 'switched off after',
  level: 'what is left',
  recovery: 'stages back',
  release: 'stages on',
  afterHours: 'after',
  nodes: 'only for',
  low: 'at least',
  high: 'at most',
  likely: 'most likely',
  seenBy: 'seen by',
  distribution: 'spread',
  perHour: 'cases an hour',
  catchUpPerHour: 'catches up, cases an hour',
  id: 'which one',
  zone: 'which set',
  from: 'from',
  to: 'to',
};
const LENGTHS = /(Hours|hours)$/;

/** One line: what, A, B. `nameOf` says whose entry a path leads to. */
export function inputLine(
  { path, a, b }: Input,
  nameOf: (list: string, index: number) => string | undefined,
): { readonly what: string; readonly a: string; readonly b: string } {
  const parts = [...path.matchAll(/\.([A-Za-z]+)|\[(\d+)\]/g)].map(
    (part) => part[1] ?? Number(part[2]),
  );
  const [list, index] = parts;
  const listed = typeof list === 'string' && typeof index === 'number' && list in LISTS;
  const rest = listed ? parts.slice(2) : parts;
  const fields = rest.flatMap((part, at) => {
    if (typeof part === 'number') return [`stage ${part + 1}`];
    if (typeof rest[at + 1] === 'number') return [];
    return [
      typeof rest[at - 1] === 'number' && part === 'level' ? 'back to' : (FIELDS[part] ?? part),
    ];
  });
  const field = String(rest.findLast((part) => typeof part === 'string') ?? '');
  const hour = rest.includes('startHour') || rest.includes('declaredHour');
  const inHours = rest.some((part) => typeof part === 'string' && LENGTHS.test(part));
  const inLevel = rest.includes('level');
  const words = (value: unknown) => valueWords(value, { field, hour, inHours, inLevel, listed });
  const owner = listed ? (nameOf(list, index) ?? `${index + 1}`) : '';
  const what = [owner, fields.join(' ') || (listed ? LISTS[list] : '')].filter(Boolean).join(': ');
  return { what: what || 'The plan', a: words(a), b: words(b) };
}

function valueWords(
  value: unknown,
  how: { field: string; hour: boolean; inHours: boolean; inLevel: boolean; listed: boolean },
): string {
  if (value === undefined)
    return how.field === 'workarounds' ? 'counted' : how.hour ? 'at once' : 'not there';
  if (value === false) return 'not counted';
  if (value === true) return 'counted';
  if (typeof value === 'number') {
    if (how.hour) return whenWords(value);
    if (how.inLevel) return percent(value);
    return how.inHours ? lengthWords(value) : String(value);
  }
  if (typeof value === 'string') return CAUSE_WORDS[value as keyof typeof CAUSE_WORDS] ?? value;
  if (Array.isArray(value)) return `${value.length} of them`;
  const { low, high } = value as { low?: number; high?: number };
  if (typeof low === 'number' && typeof high === 'number') {
    return `${valueWords(low, how)} to ${valueWords(high, how)}`;
  }
  return 'there';
}
