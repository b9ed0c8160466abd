/** What the reading of notices assumed and left out, as sentences. */
import { folded } from '../../../text/slug.ts';
import type { Newest } from './newest.ts';
import type { Notice } from './notice.ts';
import type { Party } from './party.ts';

const LISTED = 20;

export function notesOf(newest: Newest, guessed: ReadonlySet<string>): string[] {
  const notices = [...newest.notices];
  const deals = notices.flatMap((notice) => notice.deals);
  const made = deals.flatMap((deal) => deal.suppliers).length;
  const notes: string[] = [];
  const say = (count: number, one: string, many: string) => {
    if (count > 0) notes.push(count === 1 ? `1 ${one}` : `${count} ${many}`);
  };
  for (const file of guessed) notes.push(`${file} is not UTF-8: it was read as Windows-1252.`);
  say(
    newest.superseded,
    'release is older than another of its process and does not count.',
    'releases are older than others of their process and do not count.',
  );
  say(
    newest.undated,
    'release has no date: any other of its process counts before it.',
    'releases have no date: any other of their process counts before them.',
  );
  say(
    deals.filter((deal) => deal.suppliers.length === 0).length,
    'award names no supplier and makes no contract.',
    'awards name no supplier and make no contract.',
  );
  say(
    deals.filter((deal) => deal.parts > 1 && deal.known).length,
    'award has several suppliers: its amount is split equally among them (assumed).',
    'awards have several suppliers: their amounts are split equally among them (assumed).',
  );
  say(
    deals.filter((deal) => deal.unusable).length,
    'amount is 0 or less, or has no currency: its contract is kept without value.',
    'amounts are 0 or less, or have no currency: their contracts are kept without value.',
  );
  notes.push(...currencyNote(notices), ...duplicates(notices), ...localNote(notices));
  say(
    made,
    'contract hangs on its supplier alone: reliance can be seen now; to see who is hit, link it to services.',
    'contracts hang on suppliers alone: reliance can be seen now; to see who is hit, link them to services.',
  );
  const left = [...new Set(notices.flatMap((notice) => notice.left))].sort();
  if (left.length > 0) notes.push(`Not taken over: ${listed(left)}.`);
  return notes;
}

function currencyNote(notices: readonly Notice[]): string[] {
  const codes = new Set(notices.flatMap(({ deals }) => deals.map((deal) => deal.known?.currency)));
  codes.delete(undefined);
  if (codes.size < 2) return [];
  return [`The amounts are in ${[...codes].sort().join(', ')}; they are never added together.`];
}

/** One name or number under several ids: told, never merged. */
function duplicates(notices: readonly Notice[]): string[] {
  const parties = new Map<string, Party>();
  for (const notice of notices) for (const party of notice.parties) parties.set(party.id, party);
  const ids = new Map<string, { shown: string; ids: Set<string> }>();
  const note = (key: string, shown: string, id: string) => {
    const entry = ids.get(key) ?? { shown, ids: new Set<string>() };
    ids.set(key, entry);
    entry.ids.add(id);
  };
  for (const { id, name, identifiers } of parties.values()) {
    note(`name ${folded(name)}`, `the name ${name}`, id);
    for (const [scheme, number] of Object.entries(identifiers)) {
      note(`${scheme} ${number}`, `${scheme} ${number}`, id);
    }
  }
  const several = [...ids.values()].filter((one) => one.ids.size > 1);
  const notes = several.slice(0, LISTED).map(({ shown, ids: of }) => {
    return `Possible duplicate: ${shown} stands under several ids, which are kept apart: ${listed([...of].sort())}.`;
  });
  if (several.length > LISTED) notes.push(`${several.length - LISTED} more possible duplicates.`);
  return notes;
}

function localNote(notices: readonly Notice[]): string[] {
  const local = new Set(
    notices.flatMap(({ parties }) => parties.filter((one) => one.local).map((one) => one.id)),
  );
  if (local.size === 0) return [];
  const who = local.size === 1 ? '1 supplier has' : `${local.size} suppliers have`;
  return [`${who} no id beyond the notice: told apart by name as well.`];
}

function listed(words: readonly string[]): string {
  const more = words.length > LISTED ? ` and ${words.length - LISTED} more` : '';
  return words.slice(0, LISTED).join(', ') + more;
}
