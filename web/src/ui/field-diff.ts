/** Comparing items field by field. Items are plain JSON; an absent field is `undefined`. */

type Fields = Readonly<Record<string, unknown>>;

/** Equal as documents: the order of keys does not matter, the order of lists does. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue((a as Fields)[key], (b as Fields)[key]))
  );
}

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields in which two versions of an item differ; null = it is not there. */
export function fieldChanges(before: object | null, after: object | null): FieldChange[] {
  const [b, a] = [(before ?? {}) as Fields, (after ?? {}) as Fields];
  return [...new Set([...Object.keys(b), ...Object.keys(a)])]
    .filter((field) => !sameValue(b[field], a[field]))
    .map((field) => ({ field, before: b[field], after: a[field] }));
}
