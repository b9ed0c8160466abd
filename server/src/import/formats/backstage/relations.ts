/** What entities say of each other, as links from the provider to the dependent. */
import type { AssetBuild, Place } from '../asset-build.ts';
import { assumedFrom, evidenceOf } from '../evidence.ts';
import { listIn, textIn } from '../json/text.ts';
import { sourceId } from '../source-id.ts';
import type { Entity } from './entities.ts';

interface Relation {
  readonly field: string;
  /** Kind of what is named without one; undefined: it must be named. */
  readonly kind: string | undefined;
  /** Whether the entity relies on what it names. */
  readonly relies: boolean;
  /** Reasoning, where the catalogue does not say that one relies on the other. */
  readonly assumed?: string;
}

const RELATIONS: readonly Relation[] = [
  { field: 'dependsOn', kind: undefined, relies: true },
  { field: 'dependencyOf', kind: undefined, relies: false },
  { field: 'consumesApis', kind: 'api', relies: true },
  { field: 'providesApis', kind: 'api', relies: false },
  {
    field: 'subcomponentOf',
    kind: 'component',
    relies: false,
    assumed: 'it is a part of the other component',
  },
  { field: 'system', kind: 'system', relies: false, assumed: 'the system is made of it' },
];

/** An API that a system offers is provided by a component; it is no part that the system needs. */
const IN_SYSTEM = new Set(['component', 'resource']);

export function addRelations(
  entities: readonly Entity[],
  build: AssetBuild,
  notes: string[],
): void {
  let assumed = 0;
  for (const entity of entities) {
    for (const relation of RELATIONS) {
      if (relation.field === 'system' && !IN_SYSTEM.has(entity.kind)) continue;
      const named = namesIn(entity, relation.field);
      named.forEach((name, i) => {
        const column = `spec.${relation.field}${named.length > 1 || isList(entity, relation.field) ? `[${i}]` : ''}`;
        addRelation(entity, relation, name, { ...entity.place, column }, build);
      });
      if (relation.assumed) assumed += named.length;
    }
  }
  if (assumed > 0) {
    notes.push(
      `${assumed} links from parts to their system or component are assumed: the whole is taken to need each of its parts.`,
    );
  }
}

function isList({ spec }: Entity, field: string): boolean {
  return Array.isArray(spec[field]);
}

function namesIn(entity: Entity, field: string): unknown[] {
  if (isList(entity, field)) return [...listIn(entity.spec, field)];
  const one = textIn(entity.spec, field);
  return one === undefined ? [] : [one];
}

function addRelation(
  entity: Entity,
  { field, kind, relies, assumed }: Relation,
  name: unknown,
  place: Place,
  build: AssetBuild,
): void {
  const ref = typeof name === 'string' ? refOf(name, kind, entity.namespace) : undefined;
  if (ref === undefined) {
    const like =
      kind === undefined ? 'component:name or resource:namespace/name' : 'name or namespace/name';
    const value = typeof name === 'string' ? name : JSON.stringify(name);
    build.reject(place, value, `must name an entity, as ${like}`);
    return;
  }
  const own = sourceId(entity.ref);
  const other = sourceId(ref);
  const [from, to] = relies ? [other, own] : [own, other];
  const evidence = assumed ? assumedFrom(place, assumed) : evidenceOf({ file: place.file });
  build.link({ from, to, relation: field, evidence }, place);
}

/** `[kind:][namespace/]name`; capitals do not count. */
export function refOf(
  text: string,
  kind: string | undefined,
  namespace: string,
): string | undefined {
  const parts = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(text.trim());
  const named = parts?.[1] ?? kind;
  if (!parts || !named) return undefined;
  return `${named}:${parts[2] ?? namespace}/${parts[3]}`.toLowerCase();
}
