/** Components and services of a bill, nested ones included, as products and services. */
import type { Evidence, Kind } from '@msp-impact/contract';
import type { AssetBuild, Place } from '../asset-build.ts';
import { Attributes } from '../attributes.ts';
import { assumedFrom, evidenceOf, type Origin } from '../evidence.ts';
import { isObject, type Json, listIn, objectIn, textIn } from '../json/text.ts';
import type { Recorded } from '../recorded.ts';
import { sourceId } from '../source-id.ts';
import type { Bom } from './cyclonedx.ts';
import { lackOfDependencies, type RefTable, refKey } from './dependencies.ts';

interface Entity {
  readonly value: Json;
  readonly path: string;
  readonly kind: Kind;
  /** Node id of the component or service that it is a part of. */
  readonly parent: string | undefined;
  /** Whom the bill names as supplier where the component itself names none. */
  readonly supplier: Json | undefined;
  /** What the bill says of itself: kept with the component that it describes. */
  readonly about?: Json;
}

/** Fields that are read; all others become attributes. */
const READ = new Set([
  'bom-ref',
  'name',
  'purl',
  'cpe',
  'components',
  'services',
  'supplier',
  'manufacturer',
  'provider',
  'properties',
  '__proto__',
]);

/** @returns how many components and services the bill holds */
export function addEntities(bom: Bom, build: AssetBuild, refs: RefTable, notes: string[]): number {
  const origin = originOf(bom);
  const evidence = evidenceOf(origin);
  const lacks = lackOfDependencies(bom);
  const queue = entitiesOf(bom);
  let again = 0;
  let missing = 0;
  for (let row = 1; row <= queue.length; row++) {
    const entity = queue[row - 1] as Entity;
    const place: Place = { file: bom.file, row, column: entity.path };
    const id = idOf(entity.value, bom);
    const name = textIn(entity.value, 'name');
    if (!id || !name) {
      const reason = 'a component or service needs a name';
      build.reject({ ...place, column: `${entity.path}.name` }, '', reason);
      continue;
    }
    if (!noteRef(entity, id, bom, refs, build, place)) continue;
    const lack = lacks(textIn(entity.value, 'bom-ref'));
    if (lack === 'not recorded') missing++;
    if (!build.node(nodeOf(entity, id, name, evidence, lack), place, true)) again++;
    addSupplier(entity, id, origin, build, place);
    if (entity.parent !== undefined && entity.parent !== id) {
      const said = assumedFrom(origin, 'it is listed as a part of the other');
      build.link({ from: id, to: entity.parent, relation: 'part of', evidence: said }, place);
    }
    for (const one of partsOf(entity, id)) queue.push(one);
  }
  if (again > 0) {
    notes.push(
      `${bom.file}: ${again} components share their package address with others; each address is one product.`,
    );
  }
  if (missing > 0) {
    notes.push(
      `${bom.file}: ${missing} of ${queue.length} components and services have no entry in "dependencies": what they rely on is not known, not nothing (attribute "dependencies").`,
    );
  }
  return queue.length;
}

function originOf({ file, value }: Bom): Origin {
  const metadata = objectIn(value, 'metadata');
  const component = objectIn(metadata, 'component');
  const links = [
    ...listIn(component, 'externalReferences'),
    ...listIn(value, 'externalReferences'),
  ];
  const published = links.find((one) => textIn(one, 'type') === 'bom');
  const publisher = textIn(metadata.supplier, 'name') ?? textIn(metadata.manufacturer, 'name');
  return { file, url: textIn(published, 'url'), date: textIn(metadata, 'timestamp'), publisher };
}

function entitiesOf({ value }: Bom): Entity[] {
  const metadata = objectIn(value, 'metadata');
  const root = isObject(metadata.component) ? metadata.component : undefined;
  const supplier = [metadata.supplier, metadata.manufacture].find(isObject);
  const out: Entity[] = [];
  const none = { parent: undefined, supplier: undefined };
  const add = (one: unknown, path: string, kind: Kind) =>
    out.push({ value: isObject(one) ? one : {}, path, kind, ...none });
  if (root) {
    const { component: _, supplier: __, ...about } = metadata;
    const { serialNumber, version } = value;
    const described = { value: root, path: 'metadata.component', kind: 'product' } as const;
    out.push({
      ...described,
      parent: undefined,
      supplier,
      about: { serialNumber, version, ...about },
    });
  }
  listIn(value, 'components').forEach((one, i) => {
    add(one, `components[${i}]`, 'product');
  });
  listIn(value, 'services').forEach((one, i) => {
    add(one, `services[${i}]`, 'service');
  });
  return out;
}

function partsOf({ value, path }: Entity, parent: string): Entity[] {
  const parts = (list: string, kind: Kind) =>
    listIn(value, list).map((one, i) => ({
      value: isObject(one) ? one : {},
      path: `${path}.${list}[${i}]`,
      kind,
      parent,
      supplier: undefined,
    }));
  return [...parts('components', 'product'), ...parts('services', 'service')];
}

/**
 * The package address is the same in every bill; a reference is unique in its own bill alone, so
 * that one which is a mere number carries the bill's serial number.
 */
function idOf(value: Json, { file, value: bom }: Bom): string | undefined {
  const purl = textIn(value, 'purl');
  if (purl) return sourceId(purl);
  const ref = textIn(value, 'bom-ref');
  if (ref && !/^.{1,2}$|^\d+$/.test(ref)) return sourceId(ref);
  if (ref) return sourceId(`${textIn(bom, 'serialNumber') ?? file}/${ref}`);
  const [group, name, version] = ['group', 'name', 'version'].map((key) => textIn(value, key));
  if (!name) return undefined;
  return sourceId(`${group ? `${group}/` : ''}${name}${version ? `@${version}` : ''}`);
}

/** false: another component of the bill has the reference; which one is meant cannot be told. */
function noteRef(
  { value, path }: Entity,
  id: string,
  bom: Bom,
  refs: RefTable,
  build: AssetBuild,
  place: Place,
): boolean {
  const ref = textIn(value, 'bom-ref');
  if (ref === undefined) return true;
  const key = refKey(bom, ref);
  if (refs.has(key)) {
    const reason = 'another component or service of the file has this bom-ref; it must be unique';
    build.reject({ ...place, column: `${path}.bom-ref` }, ref, reason);
    return false;
  }
  refs.set(key, id);
  return true;
}

function nodeOf(
  { value, path, kind, about = {} }: Entity,
  id: string,
  name: string,
  evidence: readonly Evidence[],
  lack: Recorded,
) {
  const attributes = new Attributes();
  attributes.add('dependencies', lack);
  if (textIn(value, 'bom-ref') !== id) attributes.add('bom-ref', value['bom-ref']);
  for (const [key, one] of Object.entries(value)) if (!READ.has(key)) attributes.add(key, one);
  for (const one of listIn(value, 'properties')) {
    attributes.add(`property ${textIn(one, 'name') ?? ''}`, textIn(one, 'value'));
  }
  for (const [key, one] of Object.entries(about)) attributes.add(`bom.${key}`, one);
  const identifiers: Record<string, string> = {};
  for (const key of ['purl', 'cpe']) {
    const text = textIn(value, key);
    if (text) identifiers[key] = text;
  }
  const columns = { name: `${path}.name`, id: `${path}.bom-ref`, attributes: path };
  return { id, kind, name, identifiers, attributes, columns, evidence };
}

function addSupplier(
  { value, path, kind, supplier }: Entity,
  id: string,
  origin: Origin,
  build: AssetBuild,
  place: Place,
): void {
  const keys = kind === 'service' ? ['provider'] : ['supplier', 'manufacturer'];
  const key = keys.find((one) => textIn(value[one], 'name') !== undefined);
  const party = key ? objectIn(value, key) : supplier;
  const name = textIn(party, 'name');
  if (!name) return;
  const attributes = new Attributes();
  for (const [field, one] of Object.entries(party ?? {})) {
    if (field !== 'name' && field !== '__proto__') attributes.add(field, one);
  }
  const column = key ? `${path}.${key}.name` : 'metadata.supplier.name';
  build.supplier(name, id, evidenceOf(origin), { ...place, column }, attributes);
}
