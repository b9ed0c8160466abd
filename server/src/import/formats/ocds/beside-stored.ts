/** Notices beside those that earlier files brought: of one process the newest counts, across files too. */
import type { Contract } from '@msp-impact/contract';
import type { ItemMaps } from '../../stored.ts';
import type { PlainCandidate } from '../format.ts';

export interface Newer {
  readonly candidates: readonly PlainCandidate[];
  readonly notes: readonly string[];
}

interface Known {
  time: number;
  readonly ids: string[];
}

const LISTED = 20;

/** Leaves out contracts of notices that are older than what is stored; tells of stored ones that ended. */
export function withoutOlder(stored: ItemMaps, candidates: readonly PlainCandidate[]): Newer {
  if (!candidates.some(({ fields }) => processOf(fields) !== undefined))
    return { candidates, notes: [] };
  const known = storedProcesses(stored);
  const older = new Set<string>();
  const brought = new Set<string>();
  const ids = new Set<unknown>();
  for (const { fields } of candidates) {
    const process = processOf(fields);
    if (process === undefined) continue;
    ids.add(fields.id);
    const before = known.get(process);
    if (before && timeOf(fields) < before.time) older.add(process);
    else brought.add(process);
  }
  const kept = candidates.filter(({ fields }) => !older.has(processOf(fields) ?? ''));
  const ended = [...brought]
    .flatMap((one) => known.get(one)?.ids ?? [])
    .filter((id) => !ids.has(id));
  const notes: string[] = [];
  if (older.size > 0)
    notes.push(`${older.size} processes are stored from a newer release: they stay as they are.`);
  if (ended.length > 0) {
    const more = ended.length > LISTED ? ` and ${ended.length - LISTED} more` : '';
    notes.push(
      `The newest releases have these contracts no more; remove them where they do not hold: ${ended.slice(0, LISTED).join(', ')}${more}.`,
    );
  }
  return { candidates: kept, notes };
}

function storedProcesses(stored: ItemMaps): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const contract of stored.contract.values()) {
    const process = processOf(contract);
    if (process === undefined) continue;
    const entry = known.get(process) ?? { time: Number.NEGATIVE_INFINITY, ids: [] };
    known.set(process, entry);
    entry.time = Math.max(entry.time, timeOf(contract));
    entry.ids.push(contract.id);
  }
  return known;
}

type Attributed = Pick<Contract, 'attributes'> | PlainCandidate['fields'];

function attributeOf({ attributes }: Attributed, key: string): string | undefined {
  const map = attributes as Record<string, string> | undefined;
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

const processOf = (item: Attributed) => attributeOf(item, 'ocid');

function timeOf(item: Attributed): number {
  const time = Date.parse(attributeOf(item, 'release.date') ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
