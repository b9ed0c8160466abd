/** The parts of the estate that can be looked at by themselves, by what is on record. */
import type { ConcentrationChoices, Measure } from '@msp-impact/contract';
import { capital } from '../../ui/words.ts';
import type { Scope } from '../../url/reliance.ts';

export interface ScopeGroup {
  readonly title: string;
  readonly scopes: readonly { readonly label: string; readonly scope: Scope }[];
  /** Not listed. */
  readonly more: number;
}

const LISTED = 12;
const KINDS = [
  { label: 'Contracts for products', word: 'product' },
  { label: 'Contracts for services', word: 'service' },
  { label: 'Contracts for areas', word: 'region' },
];

/** Buyers have contracts, not people. `sought`: part of a name. */
export function scopeGroups(
  choices: ConcentrationChoices | undefined,
  measure: Measure,
  sought: string,
  area?: { readonly id: string; readonly name: string },
): ScopeGroup[] {
  const within = (word: string, label = capital(word)) => ({
    label,
    scope: { kind: 'within' as const, word },
  });
  const buyers = measure === 'people' ? [] : (choices?.buyers ?? []);
  const mine = area ? [{ label: area.name, scope: { kind: 'node' as const, id: area.id } }] : [];
  const kinds = measure === 'people' ? [] : KINDS;
  return [
    group('My area', mine, sought),
    group(
      'What the contract is for',
      kinds.map((one) => within(one.word, one.label)),
      sought,
    ),
    group(
      'Category',
      (choices?.categories ?? []).map((one) => within(one)),
      sought,
    ),
    group(
      'Tag',
      (choices?.tags ?? []).map((one) => within(one)),
      sought,
    ),
    group(
      'Buyer',
      buyers.map((name) => ({ label: name, scope: { kind: 'buyer' as const, name } })),
      sought,
    ),
  ].filter((one) => one.scopes.length > 0);
}

function group(title: string, scopes: ScopeGroup['scopes'], sought: string): ScopeGroup {
  const wanted = sought.trim().toLowerCase();
  const found = scopes.filter((one) => one.label.toLowerCase().includes(wanted));
  return { title, scopes: found.slice(0, LISTED), more: Math.max(0, found.length - LISTED) };
}
