/** Likely duplicates and what a merge would do, in words. */
import type { DuplicateProposal, MergeOutcome, PartyMember } from '@msp-impact/contract';
import { count } from '../../ui/words.ts';

export const SURE_WORDS = {
  'same-number': 'Same number',
  'same-name': 'Same name',
  'numbers-differ': 'Same name, other numbers',
} as const satisfies Record<DuplicateProposal['sureness'], string>;

/** "Companies House number 05965280 (2 of them)". */
export function becauseWords({ because }: DuplicateProposal): string[] {
  return because.map(({ same, what, members }) =>
    same === 'number'
      ? `${numberWords(what)}, on ${members} of them`
      : `the name “${what}” but for “Ltd” and the like, on ${members} of them`,
  );
}

const REGISTERS: Readonly<Record<string, string>> = {
  'GB-COH': 'Companies House number',
  'GB-CHC': 'charity number',
  ODS: 'NHS organisation code',
  DUNS: 'DUNS number',
};

/** "GB-COH 05965280" → "Companies House number 05965280". */
export function numberWords(key: string): string {
  const [scheme = '', ...number] = key.split(' ');
  return `${REGISTERS[scheme] ?? scheme} ${number.join(' ')}`;
}

export function holdsWords({ links, contracts, subsidiaries }: PartyMember): string {
  const owned = subsidiaries > 0 ? `, owns ${subsidiaries}` : '';
  return `${count(links, 'link')}, ${count(contracts, 'contract')}${owned}`;
}

/** What one merge does, a line for each; empty where nothing hangs on the others. */
export function moveLines(outcome: MergeOutcome): string[] {
  const { moves, ended = [], parallel = 0, differ = [], notes = 0 } = outcome;
  if (!moves) return [];
  const line = (part: { count: number; first: string[] }, one: string, many?: string) =>
    part.count === 0
      ? []
      : [`${count(part.count, one, many)} ${part.count === 1 ? 'moves' : 'move'}: ${listed(part)}`];
  return [
    ...line(moves.links, 'link'),
    ...line(moves.contracts, 'contract'),
    ...line(moves.subsidiaries, 'owned company', 'owned companies'),
    ...line(moves.workarounds, 'other way of working', 'other ways of working'),
    ...(ended.length > 0
      ? [`${count(ended.length, 'link')} between them end: ${ended.slice(0, 5).join(', ')}`]
      : []),
    ...(parallel > 0
      ? [`${count(parallel, 'pair')} of things will have several links between them; all stay`]
      : []),
    ...differ.map(
      (one) => `${one.field}: ${one.kept} stays, ${one.other} (${one.id}) is kept as a note on it`,
    ),
    ...(notes > 0
      ? [`${count(notes, 'question')} asked about the others can be seen again after an undo`]
      : []),
  ];
}

function listed({ count: all, first }: { count: number; first: string[] }): string {
  const shown = first.slice(0, 5);
  const more = all - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
