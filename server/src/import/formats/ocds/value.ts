/** What a value of a file is: a package, a record or a release; and the releases that it brings. */
import { isObject, type Json, listIn, textIn } from '../json/text.ts';

export interface Found {
  readonly release: Json;
  /** Position in its list, from 1. */
  readonly index: number;
}

export interface Unfit {
  readonly index: number;
  readonly column: string;
  readonly reason: string;
}

/** Releases of a value that is read whole: a line, or an element of a list. */
export function releasesIn(value: unknown, index: number): (Found | Unfit)[] {
  if (!isObject(value)) return [{ index, column: '', reason: 'is no JSON object' }];
  if (isRecord(value)) return [releaseOfRecord(value, index)];
  if ('ocid' in value) return [{ release: value, index }];
  const inner = [...listIn(value, 'releases'), ...listIn(value, 'records')];
  if (inner.length > 0) return inner.flatMap((one, i) => releasesIn(one, i + 1));
  if (isPackage(value)) return [];
  const reason = 'is neither a release nor a record: it has no ocid';
  return [{ index, column: 'ocid', reason }];
}

export function isPackage(value: Json): boolean {
  return 'releases' in value || 'records' in value;
}

export function isRecord(value: Json): boolean {
  return (
    'compiledRelease' in value ||
    'versionedRelease' in value ||
    ('ocid' in value && 'releases' in value)
  );
}

/** The compiled release; where there is none, the newest of the releases that the record holds. */
function releaseOfRecord(record: Json, index: number): Found | Unfit {
  const compiled = record.compiledRelease;
  const ocid = textIn(record, 'ocid');
  if (isObject(compiled)) {
    return { release: ocid && !('ocid' in compiled) ? { ...compiled, ocid } : compiled, index };
  }
  let newest: Json | undefined;
  for (const one of listIn(record, 'releases')) {
    if (!isObject(one) || !('ocid' in one)) continue; // a link to a release, not the release
    if (!newest || timeOf(one) >= timeOf(newest)) newest = one;
  }
  if (newest) return { release: newest, index };
  const reason = 'the record has no compiled release, and none of its releases is in the file';
  return { index, column: 'compiledRelease', reason };
}

function timeOf(release: Json): number {
  const time = Date.parse(textIn(release, 'date') ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
