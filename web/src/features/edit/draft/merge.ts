/**
 * Someone changed this first: three versions of one item, field by field.
 * `base` is what I opened, `mine` what I wrote, `theirs` what is stored now.
 */
import { sameValue } from '../../../ui/field-diff.ts';

/** Items are plain JSON; a field that is absent is `undefined`. */
type Fields = Readonly<Record<string, unknown>>;

export type Side = 'mine' | 'theirs';

export interface FieldConflict {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who changed it; `both` only when the two differ. */
  readonly changedBy: Side | 'both';
}

/** The fields in which mine and theirs differ, in the order of the items. */
export function conflicts(base: object, mine: object, theirs: object): FieldConflict[] {
  const [b, m, t] = [base as Fields, mine as Fields, theirs as Fields];
  const fields = [...new Set([...Object.keys(t), ...Object.keys(m)])];
  return fields
    .filter((field) => !sameValue(m[field], t[field]))
    .map((field) => {
      const iChanged = !sameValue(b[field], m[field]);
      const theyChanged = !sameValue(b[field], t[field]);
      const changedBy = iChanged && theyChanged ? 'both' : iChanged ? 'mine' : 'theirs';
      return { field, mine: m[field], theirs: t[field], changedBy };
    });
}

/** What is proposed: everyone's own changes, and mine where both changed the same field. */
export function proposeSides(list: readonly FieldConflict[]): Record<string, Side> {
  return Object.fromEntries(
    list.map(({ field, changedBy }) => [field, changedBy === 'theirs' ? 'theirs' : 'mine']),
  );
}

/** Theirs, with my value in each field that is to be mine. */
export function merge<T extends object>(
  list: readonly FieldConflict[],
  theirs: T,
  sides: Readonly<Record<string, Side>>,
): T {
  const merged: Record<string, unknown> = { ...(theirs as Fields) };
  for (const { field, mine } of list) {
    if (sides[field] !== 'mine') continue;
    if (mine === undefined) delete merged[field];
    else merged[field] = mine;
  }
  return merged as T;
}
