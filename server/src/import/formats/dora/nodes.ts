/** Providers as suppliers, functions as services. */
import { Attributes } from '../attributes.ts';
import type { PlainCandidate } from '../format.ts';
import { label } from './codes.ts';
import { addEntity } from './entities.ts';
import { evidenceOf, type Maker } from './maker.ts';
import { type Identified, identified, Register, schemeOf } from './register.ts';
import type { Row } from './rows.ts';

const PROVIDER_READ = [
  'provider',
  'code type',
  'legal name',
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
  const own = identified(cells.get('provider') as string, cells.get('code type'));
  const { id, code } = own;
  const identifiers: Record<string, string> = { [schemeOf(own, cells.get('code type'))]: code };
  const attributes = new Attributes();
  const additional = cells.get('additional code');
  if (additional !== undefined) {
    const other = identified(additional, cells.get('additional code type'));
    const scheme = schemeOf(other, cells.get('additional code type'));
    if (Object.hasOwn(identifiers, scheme)) attributes.add('additional code', other.code);
    else identifiers[scheme] = other.code;
  }
  const name = cells.get('legal name') ?? cells.get('latin name') ?? code;
  const same = cells.get('latin name') === name ? ['latin name'] : [];
  addCells(attributes, row, [...PROVIDER_READ, ...same]);
  addEntity(attributes, maker.register, code);
  const parent = parentOf(maker, row, id);
  return {
    type: 'node',
    fields: {
      id,
      kind: 'supplier',
      name,
      ...(parent !== undefined && { parent }),
      identifiers,
      ...(attributes.all && { attributes: attributes.all }),
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

/** Marks what B_05.01 does not list. */
export const GROUP_ONLY = 'among the entities alone';

/** A company of the group that provides services and stands among the entities alone. */
function groupNode(maker: Maker, { id, scheme, code }: Identified): PlainCandidate {
  const row =
    maker.register.rows('B_01.02').find(({ cells }) => cells.get('lei') === code) ??
    (maker.register.rows('B_01.01')[0] as Row);
  const name = maker.register.entity(code) ?? code;
  const attributes = new Attributes();
  attributes.add(GROUP_ONLY, 'yes');
  addEntity(attributes, maker.register, code);
  const fields = {
    id,
    kind: 'supplier',
    name,
    identifiers: { [scheme]: code },
    attributes: attributes.all,
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
    const attributes = new Attributes();
    addCells(attributes, row, FUNCTION_READ);
    addEntity(attributes, maker.register, cells.get('lei'));
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
        ...(attributes.all && { attributes: attributes.all }),
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

function addCells(attributes: Attributes, row: Row, read: readonly string[]): void {
  for (const [name, cell] of row.cells) if (!read.includes(name)) attributes.add(name, label(cell));
}

export function columnsOf(row: Row, names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([path, name]) => [path, row.headers.get(name) ?? name]),
  );
}
