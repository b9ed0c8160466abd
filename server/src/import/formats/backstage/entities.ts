/** Entities of a catalogue as nodes. */
import type { Kind } from '@msp-impact/contract';
import type { AssetBuild, Place } from '../asset-build.ts';
import { Attributes } from '../attributes.ts';
import { evidenceOf } from '../evidence.ts';
import { isObject, type Json, listIn, objectIn, textIn } from '../json/text.ts';
import { sourceId } from '../source-id.ts';
import type { YamlDocument } from './documents.ts';

export interface Entity {
  /** `component:default/website`, in small letters: also the id of its node. */
  readonly ref: string;
  readonly kind: string;
  readonly namespace: string;
  readonly metadata: Json;
  readonly spec: Json;
  /** Fields beside metadata and spec. */
  readonly others: Json;
  readonly place: Place;
}

/** The kinds that can stop; people and groups become owners, the rest makes no nodes. */
const KINDS: Readonly<Record<string, Kind>> = {
  component: 'product',
  api: 'product',
  resource: 'product',
  system: 'service',
};
/** Components that run and answer to somebody are services; libraries and the like products. */
const SERVICE_TYPES = new Set(['service', 'website', 'web', 'backend', 'frontend', 'application']);
/** Fields that are read; all others become attributes. */
const READ = new Set(['name', 'title', 'namespace', 'tags', '__proto__']);
const READ_SPEC = new Set([
  'dependsOn',
  'dependencyOf',
  'providesApis',
  'consumesApis',
  'subcomponentOf',
  'definition',
  '__proto__',
]);
/** `relations` repeat what the specs of both ends say. */
const HEAD = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'relations', '__proto__']);
const TAG = /^[A-Za-z0-9._:@/+~-]{1,200}$/;
const DEFAULT_NAMESPACE = 'default';

/** undefined: the document is no entity; it was rejected. */
export function entityOf(
  { line, value, problem }: YamlDocument,
  file: string,
  build: AssetBuild,
): Entity | undefined {
  const place: Place = { file, row: line };
  if (problem) {
    build.reject({ file, row: problem.line }, '', problem.reason);
    return undefined;
  }
  const kind = textIn(value, 'kind');
  const metadata = objectIn(value, 'metadata');
  const name = textIn(metadata, 'name');
  const column = !isObject(value) ? '' : kind ? 'metadata.name' : 'kind';
  if (!kind || !name) {
    const reason = 'is no entity of a catalogue: it needs a kind and a metadata.name';
    build.reject({ ...place, column }, typeof value === 'string' ? value : '', reason);
    return undefined;
  }
  const namespace = textIn(metadata, 'namespace') ?? DEFAULT_NAMESPACE;
  const ref = `${kind}:${namespace}/${name}`.toLowerCase();
  return {
    ref,
    kind: kind.toLowerCase(),
    namespace,
    metadata,
    spec: objectIn(value, 'spec'),
    others: isObject(value) ? value : {},
    place,
  };
}

/** @returns the entities that became nodes; each reference once */
export function addEntities(
  entities: readonly Entity[],
  build: AssetBuild,
  notes: string[],
): Entity[] {
  const others = new Map<string, number>();
  const taken = entities.filter((entity) => {
    const kind = kindOf(entity);
    if (kind) return build.node(nodeOf(entity, kind), entity.place);
    others.set(entity.kind, (others.get(entity.kind) ?? 0) + 1);
    return false;
  });
  if (others.size > 0) {
    const list = [...others].map(([kind, count]) => `${kind} (${count})`).join(', ');
    notes.push(`Entities of these kinds carry no supply and made no nodes: ${list}.`);
  }
  return taken;
}

function kindOf({ kind, spec }: Entity): Kind | undefined {
  const type = (textIn(spec, 'type') ?? '').toLowerCase();
  if (kind === 'component' && SERVICE_TYPES.has(type)) return 'service';
  return Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
}

function nodeOf({ ref, kind, metadata, spec, others, place }: Entity, as: Kind) {
  const attributes = new Attributes();
  attributes.add('backstage kind', kind);
  for (const [key, one] of Object.entries(metadata)) if (!READ.has(key)) attributes.add(key, one);
  for (const [key, one] of Object.entries(spec)) {
    if (!READ_SPEC.has(key)) attributes.add(`spec.${key}`, one);
  }
  for (const [key, one] of Object.entries(others)) if (!HEAD.has(key)) attributes.add(key, one);
  const all = listIn(metadata, 'tags').map(String);
  const tags = all.filter((tag) => TAG.test(tag) && tag !== '__proto__');
  if (tags.length < all.length) attributes.add('tags', all);
  const owner = textIn(spec, 'owner');
  const more = {
    ...(owner ? { owner: { name: owner } } : {}),
    ...(tags.length > 0 ? { tags: [...new Set(tags)] } : {}),
  };
  const name = textIn(metadata, 'title') ?? (textIn(metadata, 'name') as string);
  const columns = { id: 'metadata.name', name: 'metadata.name', attributes: 'metadata' };
  const evidence = evidenceOf({ file: place.file, url: sourceOf(metadata) });
  return { id: sourceId(ref), kind: as, name, attributes, more, columns, evidence };
}

/** Catalogues that were exported say where each entity is kept. */
function sourceOf(metadata: Json): string | undefined {
  const annotations = objectIn(metadata, 'annotations');
  const location = textIn(annotations, 'backstage.io/managed-by-location');
  return location?.replace(/^url:/, '');
}
