/** The words that stand on the drawing, from the product's own vocabulary. */
import type { Cause, Column, Kind, State, ViewGroup, ViewNode } from '@msp-impact/contract';

const NBSP = '\u00a0';

export const STATE_WORDS: Readonly<Record<State, string>> = {
  up: 'Working',
  'at-risk': 'Last option',
  degraded: 'Reduced',
  down: 'Stopped',
  unknown: 'Not known',
};

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  failed: 'stopped working',
  compromised: 'broken into',
  isolated: 'switched off by its supplier',
  severed: 'cut off by its user',
};

/** Where a card is too narrow for the whole; its label has the whole. */
export const CAUSE_SHORT: Readonly<Record<Cause, string>> = {
  failed: 'stopped',
  compromised: 'broken into',
  isolated: 'switched off',
  severed: 'cut off',
};

/** Left to right, as supply flows. */
export const COLUMN_ORDER: readonly Column[] = [
  'fourth-party',
  'supplier',
  'product',
  'service',
  'region',
];

export const COLUMN_TITLES: Readonly<Record<Column, string>> = {
  'fourth-party': 'Suppliers’ suppliers',
  supplier: 'Suppliers',
  product: 'Products',
  service: 'Services',
  region: 'Nations and regions',
};

const COLUMN_NOUNS: Readonly<Record<Column, readonly [string, string]>> = {
  'fourth-party': ['other', 'others'],
  supplier: ['supplier', 'suppliers'],
  product: ['product', 'products'],
  service: ['service', 'services'],
  region: ['region', 'regions'],
};

const STATUS_WORDS: Readonly<Record<ViewGroup['status'], string>> = {
  hit: 'hit',
  'last-option': 'on last option',
  'not-affected': 'not affected',
  'not-known': 'not known',
};

export const ZONE_WORDS = 'Switched off together';

/** 0.15 → "15 %". What is neither nothing nor all never reads as 0 or 100 %; as ui/words.ts rounds. */
export function percent(level: number): string {
  const whole = Math.round(Number((level * 100).toFixed(9)));
  const honest = level > 0 && level < 1 ? Math.min(99, Math.max(1, whole)) : whole;
  return `${honest}${NBSP}%`;
}

/** What stands at the right of a card; empty where all works. */
export function valueWords(node: Pick<ViewNode, 'state' | 'level'>): string {
  if (node.state === 'degraded') return `${percent(node.level)} left`;
  if (node.state === 'up') return node.level < 1 ? `${percent(node.level)} left` : '';
  return STATE_WORDS[node.state];
}

/** "Reduced: 15 % left (10–25 %)" for screen readers and titles. */
export function stateSentence(node: Pick<ViewNode, 'state' | 'level' | 'range' | 'cause'>): string {
  const left = node.state === 'degraded' ? `: ${percent(node.level)} left` : '';
  const range = node.range && left ? ` (${rangeWords(node.range)})` : '';
  const cause = node.cause ? `, ${CAUSE_WORDS[node.cause]}` : '';
  return `${STATE_WORDS[node.state]}${left}${range}${cause}`;
}

/** { low: 0.1, high: 0.25 } → "10–25 %" */
export function rangeWords(range: { readonly low: number; readonly high: number }): string {
  return `${percent(range.low).replace(`${NBSP}%`, '')}–${percent(range.high)}`;
}

/** 56286961 → "56.3 M people" */
export function peopleWords(people: number): string {
  if (people >= 999_500) return `${(people / 1e6).toFixed(1)}${NBSP}M people`;
  if (people >= 10_000) return `${Math.round(people / 1000)},000 people`;
  return `${people.toLocaleString('en-GB')} people`;
}

/** Of a group of one column: "24 products", "not affected". Before anything is stopped: "in one group". */
export function groupWords(group: ViewGroup, idle: boolean): { title: string; detail: string } {
  const noun = COLUMN_NOUNS[group.column][group.count === 1 ? 0 : 1];
  const quiet = idle && group.status === 'not-affected';
  return {
    title: `${group.count} ${noun}`,
    detail: quiet ? 'in one group' : STATUS_WORDS[group.status],
  };
}

/** On one line: "12 not affected", "12 more". */
export function groupLine(group: ViewGroup, idle: boolean): string {
  const quiet = idle && group.status === 'not-affected';
  return `${group.count} ${quiet ? 'more' : STATUS_WORDS[group.status]}`;
}

/** "Product" for a kind, as in the inspector's first line. */
export function kindWord(kind: Kind): string {
  return kind[0]!.toUpperCase() + kind.slice(1);
}

/** What the parts of a nation are called, read from their names: regions, health boards, trusts. */
export function partsWord(names: readonly string[]): string {
  const most = (pattern: RegExp) =>
    names.filter((name) => pattern.test(name)).length * 2 > names.length;
  const plural = names.length === 1 ? '' : 's';
  if (most(/health board/i)) return `health board${plural}`;
  if (most(/trust/i)) return `trust${plural}`;
  if (most(/^NHS /)) return `health board${plural}`;
  return `region${plural}`;
}

/** "NHS 111, England" and "NHS 111 (England)" inside England's card → "NHS 111". */
export function withoutArea(name: string, area: string): string {
  const short = cutArea(name, area);
  return short === name ? cutArea(name, shorterName(area)) : short;
}

function cutArea(name: string, area: string): string {
  const cut = name.toLowerCase().lastIndexOf(area.toLowerCase());
  if (cut <= 0) return name;
  const rest = name.slice(cut + area.length);
  if (!/^\)?$/.test(rest)) return name;
  const head = name.slice(0, cut).replace(/[\s,(–-]+(in\s+)?$/, '');
  return head.length >= 3 ? head : name;
}

/** "5 stopped, 3 reduced" of these; empty when none of them is hit. */
export function countWords(states: readonly State[]): string {
  const said = [
    ['down', 'stopped'],
    ['degraded', 'reduced'],
    ['at-risk', 'on last option'],
  ] as const;
  const parts = said.flatMap(([state, word]) => {
    const n = states.filter((one) => one === state).length;
    return n ? [`${n} ${word}`] : [];
  });
  return parts.join(', ');
}

/** The usual short form, for a card on which the whole does not fit. */
export function shorterName(name: string): string {
  return name
    .replace(/Northern Ireland/g, 'N. Ireland')
    .replace(/(University )?Health Board$/, 'HB')
    .replace(/Health and Social Care Trust$/, 'HSC Trust');
}
