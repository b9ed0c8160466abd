/** What tables hold and what their columns may mean, in the words of the screen. */
import type { SheetKindName } from '@msp-impact/contract';

export const SHEET_WORDS: Readonly<Record<SheetKindName, string>> = {
  supplier: 'List of suppliers',
  product: 'List of products',
  service: 'List of services',
  region: 'List of areas',
  links: 'List of links',
  contracts: 'Register of contracts',
  chain: 'List of systems with their suppliers',
  analysis: 'Business impact analysis',
  own: 'Table of our own',
};

/** `own` is known by its columns and never chosen. */
export const KIND_CHOICES: readonly SheetKindName[] = [
  'contracts',
  'analysis',
  'chain',
  'supplier',
  'product',
  'service',
  'region',
  'links',
];

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  id: 'Number or short id',
  parent: 'Belongs to',
  rtoHours: 'Must be back within (hours)',
  rto: 'Must be back within',
  mtpd: 'Longest tolerable disruption',
  level: 'Lowest tolerated level',
  capacity: 'What the workaround carries',
  toleranceHours: 'Tolerated for (hours)',
  toleranceLevel: 'Lowest tolerated level',
  ownerName: 'Who answers for it',
  ownerRole: 'Their role',
  ownerContact: 'How to reach them',
  downAt: 'Counts as stopped at',
  restartLagHours: 'Hours to restart',
  from: 'Supplied by',
  to: 'Who relies on it',
  strength: 'Relies on it for',
  strengthLow: 'Relies on it for, at least',
  strengthHigh: 'Relies on it for, at most',
  bufferHours: 'Can run on for (hours)',
  valueBasis: 'Value is total or a year',
  maxEnd: 'Ends at the latest on',
  end: 'Ends on',
  start: 'Starts on',
  signed: 'Signed on',
  noticeDays: 'Notice',
  framework: 'Route or framework',
  url: 'Address of a source',
  claim: 'What the source says',
  publisher: 'Who says it',
  date: 'Day of the source',
  confidence: 'How sure it is',
  dependencies: 'Links it covers',
  impact: 'Impact after the time in its heading',
};

export function columnWord(name: string): string {
  const word = COLUMN_WORDS[name] ?? name;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const GUESS_WORDS = {
  heading: 'by its heading',
  values: 'by its values',
  request: 'as you said',
  nothing: 'kept as it is',
} as const;

/** A period without its own unit. */
export const UNIT_WORDS = {
  days: 'days',
  weeks: 'weeks',
  months: 'months of 30 days',
  years: 'years of 365 days',
} as const;

export const PHASE_WORDS: Readonly<Record<string, string>> = {
  reading: 'Reading',
  comparing: 'Comparing with what is here',
  checking: 'Checking the rules',
  preparing: 'Working out the difference',
  writing: 'Writing',
};
