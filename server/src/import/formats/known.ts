/**
 * Candidates beside what is stored: parties known by name become the stored ones, words that a
 * user has changed stay, and evidence, identifiers and tags of both are kept. So the same file
 * again changes nothing, also after somebody has worked on what it brought.
 */
import type { GraphNode, Kind } from '@msp-impact/contract';
import type { Candidate } from '../candidate.ts';
import type { Fields } from '../columns.ts';
import { NodeNames } from '../sheet-names.ts';
import type { ItemMaps } from '../stored.ts';
import type { PlainCandidate } from './format.ts';
import { settleRecorded } from './recorded.ts';

export function joinedWithStored(
  stored: ItemMaps,
  candidates: readonly PlainCandidate[],
): Candidate[] {
  const ids = resolvedNames(stored, candidates);
  const out: Candidate[] = [];
  const seen = new Set<unknown>();
  for (const candidate of candidates) {
    const fields = renamed(candidate, ids);
    if (!candidate.byName) out.push(completed(stored, candidate, fields));
    else if (!seen.has(fields.id)) {
      // Named in many rows, made once; what is stored is found again and left as it is.
      seen.add(fields.id);
      const known = stored.node.has(fields.id as string);
      out.push(completed(stored, candidate, known ? { id: fields.id } : fields));
    }
  }
  return out;
}

/** Stand-in id → id. */
function resolvedNames(
  stored: ItemMaps,
  candidates: readonly PlainCandidate[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const named = candidates.filter((one) => one.byName);
  if (named.length === 0) return ids;
  const taken = new Map(stored.node);
  for (const { type, fields, byName } of candidates) {
    const { id, kind, name } = fields as { id?: string; kind?: Kind; name?: string };
    if (type !== 'node' || byName || !id || !kind || typeof name !== 'string') continue;
    if (!taken.has(id)) taken.set(id, { id, kind, name });
  }
  const names = new NodeNames({ ...stored, node: taken });
  for (const { fields } of named) {
    const { id, kind, name } = fields as Pick<GraphNode, 'id' | 'kind' | 'name'>;
    if (!ids.has(id)) ids.set(id, names.findOrMake(kind, name, {}).id);
  }
  return ids;
}

const REFERENCES = ['from', 'to', 'supplier', 'parent'] as const;

function renamed({ type, fields }: PlainCandidate, ids: ReadonlyMap<string, string>): Fields {
  const out: Fields = { ...fields };
  const idOf = (id: unknown) => ids.get(id as string) ?? id;
  if (type === 'node') out.id = idOf(fields.id);
  for (const key of REFERENCES) if (key in fields) out[key] = idOf(fields[key]);
  const plain = `${fields.from}->${fields.to}`;
  if (type === 'dependency' && fields.id === plain) out.id = `${out.from}->${out.to}`;
  if (type === 'contract' && Array.isArray(fields.dependencies) && ids.size > 0) {
    out.dependencies = fields.dependencies.map((id) => linkRenamed(id, ids));
  }
  return out;
}

function linkRenamed(id: unknown, ids: ReadonlyMap<string, string>): unknown {
  const [, from, to] = /^(.+?)->(.+)$/.exec(String(id)) ?? [];
  if (!from || !to || (!ids.has(from) && !ids.has(to))) return id;
  return `${ids.get(from) ?? from}->${ids.get(to) ?? to}`;
}

function completed(stored: ItemMaps, candidate: PlainCandidate, fields: Fields): Candidate {
  const { type, file, row, columns = {}, initially = [], speaksFor = [] } = candidate;
  const before = stored[type].get(fields.id as string) as Fields | undefined;
  if (before) {
    mergeLists(before, fields);
    for (const key of initially) if (key in before) fields[key] = before[key];
  }
  if (candidate.ofBill) settleRecorded(before, fields);
  return {
    type,
    fields,
    covered: new Set([...Object.keys(fields), ...speaksFor]),
    file,
    row,
    columnOf: (path) => columns[path] ?? columns[/^\w+/.exec(path)?.[0] ?? ''] ?? path,
  };
}

function mergeLists(before: Fields, fields: Fields): void {
  if (before.identifiers && fields.identifiers) {
    fields.identifiers = { ...(before.identifiers as object), ...(fields.identifiers as object) };
  }
  if (before.tags && fields.tags) {
    fields.tags = [...new Set([...(before.tags as string[]), ...(fields.tags as string[])])];
  }
}
