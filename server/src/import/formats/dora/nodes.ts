/** Providers as suppliers, functions as services. */
import { Attributes } from '../attributes.ts';
import type { PlainCandidate } from '../format.ts';
import { label } from './codes.ts';
import { evidenceOf, type Maker } from './maker.ts';
import { type Identified, identified, Register } from './register.ts';
import type { Row } from './rows.ts';

const PROVIDER_READ = [
  'provider',
  'code type',
  'legal name',
  'latin name',
  'additional code',
  'additional code type',
  'parent',
  'parent code type',
];
const FUNCTION_READ = ['function', 'name', 'rto hours'];

export function providerNodes(maker: Maker): PlainCandidate[] {
  const { register } = maker;
  const listed = register.rows('B_05.01').map((row) => providerNode(maker, row));
  const ids = new Set(listed.map(({ fields }) => fields.id));
  const ofGroup = [...maker.used.values()].filter(({ id }) => !ids.has(id));
  return [...listed, ...ofGroup.map((one) => groupNode(maker, one))];
}

function providerNode(maker: Maker, row: Row): PlainCandidate {
  const { cells } = row;
  const { id, scheme, code } = identified(cells.get('provider') as string, cells.get('code type'));
  const identifiers: Record<string, string> = { [scheme]: code };
  const additional = cells.get('additional code');
  if (additional !== undefined) {
    const other = identified(additional, cells.get('additional code type'));
    identifiers[other.scheme] ??= other.code;
  }
  const parent = parentOf(maker, row, id);
  return {
    type: 'node',
    fields: {
      id,
      kind: 'supplier',
      name: cells.get('legal name') ?? cells.get('latin name') ?? code,
      ...(parent !== undefined && { parent }),
      identifiers,
      ...attributesOf(row, PROVIDER_READ),
      evidence: [evidenceOf(maker, row, '')],
    },
    file: row.file,
    row: row.row,
    columns: columnsOf(row, { id: 'provider', name: 'legal name', parent: 'parent' }),
    initially: ['kind', 'name'],
  };
}

function parentOf({ register }: Maker, row: Row, own: string): string | undefined {
  const code = row.cells.get('parent');
  if (code === undefined) return undefined;
  const parent = register.providers.get(code);
  if (!parent)
    register.refuse(row, 'parent', 'no provider has this code in B_05.01; the owner is left out');
  return parent && parent.id !== own ? parent.id : undefined;
}

/** A company of the group that provides services and stands among the entities alone. */
function groupNode(maker: Maker, { id, scheme, code }: Identified): PlainCandidate {
  const row =
    maker.register.rows('B_01.02').find(({ cells }) => cells.get('lei') === code) ??
    (maker.register.rows('B_01.01')[0] as Row);
  const name = maker.register.entity(code) ?? code;
  const fields = {
    id,
    kind: 'supplier',
    name,
    identifiers: { [scheme]: code },
    evidence: [evidenceOf(maker, row, '')],
  };
  return { type: 'node', fields, file: row.file, row: row.row, initially: ['kind', 'name'] };
}

/** Ours: a function that is critical or important has the first priority, another one the fourth. */
const PRIORITY: Readonly<Record<string, number>> = { yes: 1, no: 4 };

export function functionNodes(maker: Maker): PlainCandidate[] {
  return maker.register.rows('B_06.01').map((row) => {
    const { cells } = row;
    const entity = maker.register.entity(cells.get('lei'));
    const priority = PRIORITY[label(cells.get('critical') ?? '').toLowerCase()];
    const rto = hoursOf(maker, row);
    return {
      type: 'node' as const,
      fields: {
        id: Register.functionNode(row),
        kind: 'service',
        name: cells.get('name') ?? (cells.get('function') as string),
        ...(entity !== undefined && { owner: { name: entity } }),
        ...(priority !== undefined && { priority }),
        ...(rto !== undefined && { rtoHours: rto }),
        ...attributesOf(row, FUNCTION_READ),
        evidence: [evidenceOf(maker, row, '')],
      },
      file: row.file,
      row: row.row,
      columns: columnsOf(row, { id: 'function', name: 'name', rtoHours: 'rto hours' }),
      initially: ['kind', 'name', 'owner'],
    };
  });
}

function hoursOf({ register }: Maker, row: Row): number | undefined {
  const cell = row.cells.get('rto hours');
  if (cell === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(cell)) return Number(cell);
  register.refuse(row, 'rto hours', 'must be hours, 0 or more; the time is left out');
  return undefined;
}

export function attributesOf(row: Row, read: readonly string[]) {
  const attributes = new Attributes();
  for (const [name, cell] of row.cells) if (!read.includes(name)) attributes.add(name, label(cell));
  return attributes.all ? { attributes: attributes.all } : {};
}

export function columnsOf(row: Row, names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([path, name]) => [path, row.headers.get(name) ?? name]),
  );
}
