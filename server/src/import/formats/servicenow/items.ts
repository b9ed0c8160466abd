/** Rows of cmdb_ci as nodes: classes of services become services, companies suppliers, the rest products. */
import type { Evidence, Kind } from '@msp-impact/contract';
import { folded, slug } from '../../../text/slug.ts';
import type { AssetBuild } from '../asset-build.ts';
import { assumedFrom, evidenceOf } from '../evidence.ts';
import { sourceId } from '../source-id.ts';
import type { SourceTable } from '../tables.ts';

const SYS_ID = ['sysid'];
const NAME = ['name', 'displayname'];
const CLASS = ['sysclassname', 'class', 'ciclass'];
const VENDOR = ['vendor', 'vendorname'];
const OWNER = ['ownedby', 'managedby', 'businessowner', 'assignedto', 'supportgroup'];
const CRITICALITY = ['businesscriticality', 'criticality'];
const USED = [SYS_ID, NAME, VENDOR, OWNER];

/** By sys_id and by name: exports name the items of relations in either way. */
export class ItemTable {
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, Set<string>>();
  /** Whether a table of items was read: only then is a name that is in none of them dangling. */
  known = false;

  add(sysId: string, name: string, id: string): void {
    if (sysId !== '') this.#ids.set(sysId.toLowerCase(), id);
    const key = folded(name);
    const same = this.#names.get(key) ?? new Set();
    this.#names.set(key, same.add(id));
  }

  /** Ids of the nodes that a cell may mean; of more than two, two. */
  find(cell: string): readonly string[] {
    const id = this.#ids.get(cell.toLowerCase());
    return id === undefined ? [...(this.#names.get(folded(cell)) ?? [])].slice(0, 2) : [id];
  }
}

export function addItems(
  table: SourceTable,
  items: ItemTable,
  build: AssetBuild,
  notes: string[],
): void {
  items.known = true;
  const evidence = evidenceOf({ file: table.file });
  const bySysId = table.has(SYS_ID);
  let vendors = 0;
  for (const row of table.rows) {
    const place = { file: table.file, row: row.row };
    const sysId = table.cell(row, SYS_ID);
    const name = table.cell(row, NAME) || sysId;
    if (name === '' || (bySysId && sysId === '')) {
      const names = name === '' ? NAME : SYS_ID;
      build.reject({ ...place, column: table.header(names) }, '', 'must not be empty');
      continue;
    }
    const id = sysId === '' ? slug(name) : sourceId(sysId);
    const kind = kindOf(table.cell(row, CLASS));
    const columns = { id: table.header(bySysId ? SYS_ID : NAME), name: table.header(NAME) };
    const more = fieldsOf(table.cell(row, OWNER), table.cell(row, CRITICALITY));
    const attributes = table.others(row, USED);
    const fresh = build.node({ id, kind, name, attributes, more, columns, evidence }, place);
    items.add(sysId, name, id);
    const vendor = table.cell(row, VENDOR);
    if (!fresh || vendor === '') continue;
    vendors++;
    addVendor(vendor, id, kind, build, { ...place, column: table.header(VENDOR) });
  }
  if (vendors > 0) {
    notes.push(
      `${table.file}: ${vendors} items have a vendor; each is taken to rely on it wholly.`,
    );
  }
  if (!bySysId) {
    notes.push(`${table.file} has no sys_id: items are known by their name, which must be unique.`);
  }
}

function addVendor(
  vendor: string,
  id: string,
  kind: Kind,
  build: AssetBuild,
  place: { file: string; row: number; column: string },
): void {
  const evidence: Evidence[] = assumedFrom(place, `vendor of the ${kind}`);
  build.supplier(vendor, id, evidence, place);
}

export function kindOf(name: string): Kind {
  const key = name.toLowerCase();
  if (/compan(?:y|ies)|vendor|supplier/.test(key)) return 'supplier';
  return /service/.test(key) && !/web.?service|service.?container/.test(key)
    ? 'service'
    : 'product';
}

/** `1 - most critical` … `4 - not critical`, as ServiceNow words it. */
function fieldsOf(owner: string, criticality: string): Record<string, unknown> {
  const level = /^([1-5])\s*(?:-|$)/.exec(criticality)?.[1];
  return {
    ...(owner === '' ? {} : { owner: { name: owner } }),
    ...(level ? { priority: Number(level) } : {}),
  };
}
