/** The least that must change on the canvas: apply(previous, diff(previous, next)) equals next. */
import type { Picture } from './types.ts';

interface Keyed {
  readonly id: string;
}

export interface ListDiff<T extends Keyed> {
  readonly removed: readonly string[];
  /** New or changed, whole. */
  readonly set: readonly T[];
}

type ListKey = 'boxes' | 'brackets' | 'edges';
type Rest = Omit<Picture, ListKey>;

export interface PictureDiff {
  readonly boxes: ListDiff<Picture['boxes'][number]>;
  readonly brackets: ListDiff<Picture['brackets'][number]>;
  readonly edges: ListDiff<Picture['edges'][number]>;
  /** Everything but the lists, where any of it changed. */
  readonly rest?: Rest;
}

/** All lists of a picture are sorted by id; so are the lists that `applyDiff` makes. */
export function diffPictures(previous: Picture | null, next: Picture): PictureDiff {
  const lists = {
    boxes: diffLists(previous?.boxes ?? [], next.boxes),
    brackets: diffLists(previous?.brackets ?? [], next.brackets),
    edges: diffLists(previous?.edges ?? [], next.edges),
  };
  const rest = restOf(next);
  return previous && same(restOf(previous), rest) ? lists : { ...lists, rest };
}

export function applyDiff(previous: Picture | null, diff: PictureDiff): Picture {
  const rest = diff.rest ?? (previous && restOf(previous));
  if (!rest) throw new Error('A difference from nothing must hold the whole picture');
  return {
    ...rest,
    boxes: applyList(previous?.boxes ?? [], diff.boxes),
    brackets: applyList(previous?.brackets ?? [], diff.brackets),
    edges: applyList(previous?.edges ?? [], diff.edges),
  };
}

function restOf({ boxes: _b, brackets: _k, edges: _e, ...rest }: Picture): Rest {
  return rest;
}

function diffLists<T extends Keyed>(previous: readonly T[], next: readonly T[]): ListDiff<T> {
  const old = new Map(previous.map((item) => [item.id, item]));
  const set: T[] = [];
  for (const item of next) {
    const before = old.get(item.id);
    old.delete(item.id);
    if (!before || !same(before, item)) set.push(item);
  }
  return { removed: [...old.keys()], set };
}

function applyList<T extends Keyed>(previous: readonly T[], diff: ListDiff<T>): T[] {
  const items = new Map(previous.map((item) => [item.id, item]));
  for (const id of diff.removed) items.delete(id);
  for (const item of diff.set) items.set(item.id, item);
  return [...items.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Deep equality of plain data. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]));
}
