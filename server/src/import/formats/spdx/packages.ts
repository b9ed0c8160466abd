/** Packages of an SPDX document as products. */
import type { AssetBuild } from '../asset-build.ts';
import { Attributes } from '../attributes.ts';
import { evidenceOf, type Origin } from '../evidence.ts';
import { isObject, type Json, listIn, objectIn, textIn } from '../json/text.ts';
import { sourceId } from '../source-id.ts';
import { type IdTable, recordedOf } from './relationships.ts';
import type { SpdxDocument } from './spdx.ts';

/** Fields that are read or say nothing by themselves; all others become attributes. */
const READ = new Set(['SPDXID', 'name', 'supplier', 'externalRefs', 'hasFiles', '__proto__']);

/** @returns how many packages the document holds */
export function addPackages(
  document: SpdxDocument,
  build: AssetBuild,
  ids: IdTable,
  notes: string[],
): number {
  const { file, value } = document;
  const origin = originOf(document);
  const recorded = recordedOf(document);
  const packages = listIn(value, 'packages');
  let missing = 0;
  let again = 0;
  packages.forEach((one, i) => {
    const place = { file, row: i + 1, column: `packages[${i}]` };
    const name = textIn(one, 'name');
    const ref = textIn(one, 'SPDXID');
    if (!isObject(one) || !name || !ref) {
      const column = `${place.column}.${name ? 'SPDXID' : 'name'}`;
      build.reject({ ...place, column }, '', 'a package needs a name and an SPDXID');
      return;
    }
    if (ids.has(ref)) {
      const reason = 'another package of the file has this SPDXID; it must be unique';
      build.reject({ ...place, column: `${place.column}.SPDXID` }, ref, reason);
      return;
    }
    const id = idOf(one, name);
    ids.set(ref, id);
    const lack = recorded.get(ref) ?? 'not recorded';
    if (lack === 'not recorded') missing++;
    const node = { ...nodeOf(one, lack), id, name, evidence: evidenceOf(origin) };
    if (!build.node({ ...node, kind: 'product' }, place, true)) again++;
    const supplier = partyOf(textIn(one, 'supplier'));
    if (!supplier) return;
    const at = { ...place, column: `${place.column}.supplier` };
    build.supplier(supplier, id, evidenceOf(origin), at);
  });
  if (missing > 0) {
    notes.push(
      `${file}: of ${missing} of ${packages.length} packages no relationship says what they rely on: that is not known, not nothing (attribute "dependencies").`,
    );
  }
  if (again > 0) {
    notes.push(
      `${file}: ${again} packages share their address, or name and version, with others; each is one product.`,
    );
  }
  return packages.length;
}

function originOf({ file, value }: SpdxDocument): Origin {
  const created = objectIn(value, 'creationInfo');
  const creators = listIn(created, 'creators').map((one) => partyOf(String(one)));
  // The documentNamespace is a name in the form of an address, no page: nothing is `stated` by it.
  const publisher = creators.find((one) => one !== undefined);
  return { file, date: textIn(created, 'created'), publisher };
}

/** `Organization: Example Ltd (info@example.org)`, `Person: …`; tools are nobody's supplier. */
function partyOf(text: string | undefined): string | undefined {
  const [, rest] = /^(?:Organization|Person):(.*)$/is.exec(text ?? '') ?? [];
  if (rest === undefined) return undefined;
  const address = rest.endsWith(')') ? rest.lastIndexOf('(') : -1;
  const name = (address > 0 ? rest.slice(0, address) : rest).trim();
  return name === '' || name === 'NOASSERTION' ? undefined : name;
}

/** SPDXIDs are unique in their document alone, and change from one tool's run to the next. */
function idOf(one: Json, name: string): string {
  const purl = refsOf(one, /^purl$/i)[0];
  if (purl) return sourceId(purl);
  const version = textIn(one, 'versionInfo');
  return sourceId(version && version !== 'NOASSERTION' ? `${name}@${version}` : name);
}

function refsOf(one: Json, type: RegExp): string[] {
  return listIn(one, 'externalRefs')
    .filter((ref) => type.test(textIn(ref, 'referenceType') ?? ''))
    .map((ref) => textIn(ref, 'referenceLocator'))
    .filter((text) => text !== undefined);
}

function nodeOf(one: Json, lack: string) {
  const attributes = new Attributes();
  attributes.add('dependencies', lack);
  for (const [key, value] of Object.entries(one)) {
    if (!READ.has(key) && value !== 'NOASSERTION') attributes.add(key, value);
  }
  attributes.add('SPDXID', one.SPDXID);
  const supplier = textIn(one, 'supplier');
  if (supplier && !partyOf(supplier)) attributes.add('supplier', supplier);
  const identifiers: Record<string, string> = {};
  const [purl] = refsOf(one, /^purl$/i);
  const [cpe] = refsOf(one, /^cpe2[23]Type$/i);
  if (purl) identifiers.purl = purl;
  if (cpe) identifiers.cpe = cpe;
  const others = listIn(one, 'externalRefs').filter(
    (ref) => !/^(?:purl|cpe2[23]Type)$/i.test(textIn(ref, 'referenceType') ?? ''),
  );
  if (others.length > 0) attributes.add('externalRefs', others);
  return { attributes, identifiers };
}
