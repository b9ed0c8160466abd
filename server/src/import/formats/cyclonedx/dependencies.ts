/** The dependency graph of a bill. What has no entry in it is not known, not free of dependencies. */
import type { AssetBuild } from '../asset-build.ts';
import { evidenceOf } from '../evidence.ts';
import { isObject, type Json, listIn, objectIn, textIn } from '../json/text.ts';
import type { Recorded } from '../recorded.ts';
import type { Bom } from './cyclonedx.ts';

/** Bill and reference → node id. */
export type RefTable = Map<string, string>;

export function refKey({ file, value }: Bom, ref: string): string {
  return `${serialOf(value) ?? file} ${ref}`;
}

/** `urn:uuid:…` and `urn:cdx:…/1` name a bill by the same number. */
function serialOf(value: Json): string | undefined {
  return textIn(value, 'serialNumber')
    ?.replace(/^urn:uuid:/i, '')
    .toLowerCase();
}

/** How far the bill says what a reference relies on. An incomplete list with nothing in it says nothing. */
export function lackOfDependencies({ value }: Bom): (ref: string | undefined) => Recorded {
  const listed = new Map<string, number>();
  for (const one of listIn(value, 'dependencies')) {
    const ref = textIn(one, 'ref');
    if (ref) listed.set(ref, (listed.get(ref) ?? 0) + listIn(one, 'dependsOn').length);
  }
  const incomplete = new Set<unknown>();
  for (const one of listIn(value, 'compositions')) {
    if (textIn(one, 'aggregate') === 'complete') continue;
    for (const ref of listIn(one, 'dependencies')) incomplete.add(textIn(ref, 'ref') ?? ref);
  }
  return (ref) => {
    if (ref === undefined || !listed.has(ref)) return 'not recorded';
    const nothing = listed.get(ref) === 0;
    if (incomplete.has(ref)) return nothing ? 'not recorded' : 'incomplete';
    return nothing ? 'none' : 'recorded';
  };
}

export function addDependencies(
  bom: Bom,
  build: AssetBuild,
  refs: RefTable,
  notes: string[],
): void {
  const component = objectIn(objectIn(bom.value, 'metadata'), 'component');
  const published = listIn(component, 'externalReferences').find(
    (one) => textIn(one, 'type') === 'bom',
  );
  const date = textIn(bom.value.metadata, 'timestamp');
  const evidence = evidenceOf({ file: bom.file, url: textIn(published, 'url'), date });
  let implemented = 0;
  listIn(bom.value, 'dependencies').forEach((entry, i) => {
    const column = `dependencies[${i}]`;
    const place = { file: bom.file, row: i + 1 };
    const to = resolved(bom, refs, textIn(entry, 'ref'));
    if (!isObject(entry) || to === undefined) {
      const reason = 'no component or service of the file has this bom-ref';
      build.reject({ ...place, column: `${column}.ref` }, textIn(entry, 'ref') ?? '', reason);
      return;
    }
    implemented += listIn(entry, 'provides').length;
    listIn(entry, 'dependsOn').forEach((ref, j) => {
      const at = { ...place, column: `${column}.dependsOn[${j}]` };
      const from = resolved(bom, refs, typeof ref === 'string' ? ref.trim() : undefined);
      if (from === undefined) {
        const reason = 'no component or service of the files has this bom-ref';
        build.reject(at, typeof ref === 'string' ? ref : (JSON.stringify(ref) ?? ''), reason);
      } else build.link({ from, to, relation: 'dependsOn', evidence }, at);
    });
  });
  if (implemented > 0) {
    notes.push(
      `${bom.file}: ${implemented} entries of "provides" say what is implemented; they made no links.`,
    );
  }
}

/** A reference of this bill, or `urn:cdx:serial/version#ref` of another one of the same import. */
function resolved(bom: Bom, refs: RefTable, ref: string | undefined): string | undefined {
  if (ref === undefined) return undefined;
  const own = refs.get(refKey(bom, ref));
  if (own !== undefined) return own;
  const [, serial, , inner] = /^urn:cdx:([^/]+)\/(\d+)#(.+)$/i.exec(ref) ?? [];
  if (!serial || !inner) return undefined;
  const name = decoded(inner);
  return refs.get(`${serial.toLowerCase()} ${name}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
