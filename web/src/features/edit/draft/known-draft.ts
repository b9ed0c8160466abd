/**
 * Attributes with a meaning as fields of a form: owners over time, exit plan, alternatives. Each
 * remembers its text, so that what nobody touched goes out as it came in, readable or not.
 */
import {
  ALTERNATIVES,
  EXIT_PLAN,
  type ExitState,
  keyOf,
  OWNERSHIP,
  readExitPlan,
  readOwnership,
  writeExitPlan,
  writeOwnership,
} from '@msp-impact/contract/attributes';
import { newRowKey, type PairDraft, showPairs } from './draft-parts.ts';
import { pointer } from './pointer.ts';
import * as read from './read.ts';

type Attributes = Readonly<Record<string, string>>;

interface Stored {
  readonly key: string;
  /** As stored; undefined: not there. */
  readonly text: string | undefined;
}
export interface ExitDraft extends Stored {
  /** `as-written`: cannot be read, and stays until something else is chosen. */
  readonly state: ExitState | 'as-written' | '';
  readonly on: string;
}
export interface SpellDraft {
  readonly rowKey: string;
  /** Empty: independent. */
  readonly owner: string;
  readonly from: string;
  readonly to: string;
}
export interface OwnershipDraft extends Stored {
  readonly rows: readonly SpellDraft[];
  /** What cannot be read is kept until a row is added. */
  readonly asWritten: boolean;
}
export interface WayOutDraft {
  readonly exit: ExitDraft;
  readonly alternatives: Stored & { readonly value: string };
}

export const emptySpell = (): SpellDraft => ({ rowKey: newRowKey(), owner: '', from: '', to: '' });

const stored = (attributes: Attributes, name: string): Stored => {
  const key = keyOf(attributes, name);
  return { key, text: Object.hasOwn(attributes, key) ? attributes[key] : undefined };
};

export function showWayOut(attributes: Attributes = {}): WayOutDraft {
  const exit = stored(attributes, EXIT_PLAN);
  const others = stored(attributes, ALTERNATIVES);
  return {
    exit: { ...exit, ...shownExit(exit.text) },
    alternatives: { ...others, value: others.text ?? '' },
  };
}

function shownExit(text: string | undefined): Pick<ExitDraft, 'state' | 'on'> {
  const plan = readExitPlan(text ?? '');
  if (!plan.ok) return { state: 'as-written', on: '' };
  return { state: plan.value?.state ?? '', on: plan.value?.on ?? '' };
}

export function showOwnership(attributes: Attributes = {}): OwnershipDraft {
  const own = stored(attributes, OWNERSHIP);
  const spells = own.text ? readOwnership(own.text) : { ok: true as const, value: [] };
  const rows = (spells.ok ? spells.value : []).map(({ owner = '', from = '', to = '' }) => ({
    rowKey: newRowKey(),
    owner,
    from,
    to,
  }));
  return { ...own, rows, asWritten: !spells.ok };
}

/** The other attributes. */
export function showOthers(
  attributes: Attributes | undefined,
  ...known: readonly Stored[]
): PairDraft[] {
  const keys = new Set(known.map(({ key }) => key));
  return showPairs(attributes).filter(({ name }) => !keys.has(name));
}

/** All attributes; undefined when there is none. */
export function withKnown(
  others: Readonly<Record<string, string>> | undefined,
  known: readonly (readonly [string, string | undefined])[],
): Record<string, string> | undefined {
  const all = { ...others };
  for (const [key, text] of known) if (text !== undefined) all[key] = text;
  return Object.keys(all).length > 0 ? all : undefined;
}

export function readWayOut(
  { exit, alternatives }: WayOutDraft,
  report: read.Report,
): readonly (readonly [string, string | undefined])[] {
  const { key, value, text } = alternatives;
  return [
    [exit.key, exitText(exit, report)],
    [key, value === (text ?? '') ? text : value.trim() || undefined],
  ];
}

function exitText(exit: ExitDraft, report: read.Report): string | undefined {
  const { state, on, text } = exit;
  const before = shownExit(text);
  if (state === before.state && on === before.on) return text;
  if (state === '' || state === 'as-written') return undefined;
  const dated = state === 'tested' || state === 'drafted';
  const place = `/attributes${pointer(EXIT_PLAN)}/on`;
  if (state === 'tested' && on === '') report(place, '', 'On which day was it tested?');
  if (dated) read.dayOf(on, place, report);
  return writeExitPlan({ state, ...(dated && on !== '' ? { on } : {}) });
}

/** @param parent the present owner, whom a stretch without an end must name */
export function readOwners(
  draft: OwnershipDraft,
  parent: string,
  report: read.Report,
): readonly [string, string | undefined] {
  const { key, text, rows } = draft;
  // Rows that are gone were taken away; a text without rows was never read.
  if (rows.length === 0) return [key, readOwnership(text ?? '').ok ? undefined : text];
  const spells = rows.map(({ owner, from, to }) => ({
    ...(owner === '' ? {} : { owner }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  }));
  const written = writeOwnership(spells);
  const place = `/attributes${pointer(OWNERSHIP)}`;
  const again = readOwnership(written);
  if (!again.ok) report(place, written, again.reason);
  const open = spells.find(({ to }) => to === undefined);
  if (open && (open.owner ?? '') !== parent) {
    report(place, written, 'A stretch without an end must name the owner group of today, above');
  }
  return [key, sameSpells(text, written) ? text : written];
}

function sameSpells(text: string | undefined, written: string): boolean {
  const before = readOwnership(text ?? '');
  return before.ok && writeOwnership(before.value) === written;
}
