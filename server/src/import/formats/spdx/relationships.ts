/** Relationships of an SPDX document as links from what supplies to what relies on it. */
import type { AssetBuild } from '../asset-build.ts';
import { assumedFrom, evidenceOf } from '../evidence.ts';
import { listIn, objectIn, textIn } from '../json/text.ts';
import type { SpdxDocument } from './spdx.ts';

/** SPDXID → node id. */
export type IdTable = Map<string, string>;

/** `turn`: the element relies on the related one, so the arrow turns. `keep`: the other way round. */
const RELIANCE: Readonly<Record<string, 'turn' | 'keep'>> = {
  DEPENDS_ON: 'turn',
  DEPENDENCY_OF: 'keep',
  RUNTIME_DEPENDENCY_OF: 'keep',
  PROVIDED_DEPENDENCY_OF: 'keep',
  HAS_PREREQUISITE: 'turn',
  PREREQUISITE_FOR: 'keep',
  STATIC_LINK: 'turn',
  DYNAMIC_LINK: 'turn',
};
/** A whole relies on its parts: nobody says so, it is assumed. */
const PARTS: Readonly<Record<string, 'turn' | 'keep'>> = {
  CONTAINS: 'turn',
  CONTAINED_BY: 'keep',
};

/** What of a package is said to rely on: `recorded`, or `none`; those without an entry are not known. */
export function recordedOf({ value }: SpdxDocument): ReadonlyMap<string, 'recorded' | 'none'> {
  const out = new Map<string, 'recorded' | 'none'>();
  for (const one of listIn(value, 'relationships')) {
    const { element, related, type } = partsOf(one);
    const way = RELIANCE[type];
    const dependent = way === 'turn' ? element : way === 'keep' ? related : undefined;
    const provider = way === 'turn' ? related : element;
    if (!dependent || provider === 'NOASSERTION') continue;
    if (provider === 'NONE') out.set(dependent, out.get(dependent) ?? 'none');
    else out.set(dependent, 'recorded');
  }
  return out;
}

export function addRelationships(
  document: SpdxDocument,
  build: AssetBuild,
  ids: IdTable,
  notes: string[],
): void {
  const { file, value } = document;
  const date = textIn(objectIn(value, 'creationInfo'), 'created');
  const said = evidenceOf({ file, date });
  const guessed = assumedFrom({ file }, 'it is contained in the other');
  const inside = new Set([...listIn(value, 'files'), ...listIn(value, 'snippets')].map(idIn));
  const others = new Map<string, number>();
  listIn(value, 'relationships').forEach((one, i) => {
    const { element, related, type } = partsOf(one);
    const way = RELIANCE[type] ?? PARTS[type];
    if (!way) {
      if (type !== 'DESCRIBES' && type !== 'DESCRIBED_BY')
        others.set(type, (others.get(type) ?? 0) + 1);
      return;
    }
    if ([element, related].some((id) => inside.has(id) || id === 'NONE' || id === 'NOASSERTION'))
      return;
    const column = `relationships[${i}]`;
    const place = { file, row: i + 1, column };
    const dangling = !ids.has(element)
      ? 'spdxElementId'
      : !ids.has(related)
        ? 'relatedSpdxElement'
        : '';
    if (dangling) {
      const id = dangling === 'spdxElementId' ? element : related;
      const reason = id.startsWith('DocumentRef-')
        ? 'lies in another document; relationships between documents are not followed'
        : 'no package of the file has this SPDXID';
      build.reject({ ...place, column: `${column}.${dangling}` }, id, reason);
      return;
    }
    const [a, b] = [ids.get(element) as string, ids.get(related) as string];
    const [from, to] = way === 'turn' ? [b, a] : [a, b];
    const evidence = RELIANCE[type] ? said : guessed;
    build.link({ from, to, relation: type, evidence }, place);
  });
  noteOthers(file, others, notes);
}

function partsOf(one: unknown): { element: string; related: string; type: string } {
  return {
    element: textIn(one, 'spdxElementId') ?? '',
    related: textIn(one, 'relatedSpdxElement') ?? '',
    type: (textIn(one, 'relationshipType') ?? '').toUpperCase(),
  };
}

const idIn = (one: unknown) => textIn(one, 'SPDXID') ?? '';

/** Tools to build, to test, what is optional, licences … stops nothing that runs. */
function noteOthers(file: string, others: ReadonlyMap<string, number>, notes: string[]): void {
  if (others.size === 0) return;
  const named = [...others].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 20);
  const list = named.map(([type, count]) => `${type || 'without a type'} (${count})`).join(', ');
  notes.push(`${file}: relationships that say nothing of what runs made no links: ${list}.`);
}
