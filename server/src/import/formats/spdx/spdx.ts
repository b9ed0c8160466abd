/**
 * SPDX 2.3 documents (JSON): packages become products, their suppliers suppliers. Each type of
 * relationship is turned as relationships.ts says. docs/importers/spdx.md says it all.
 */
import type { Fault } from '@msp-impact/contract';
import { fault } from '../../../rules/fault.ts';
import { AssetBuild } from '../asset-build.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import type { Json } from '../json/text.ts';
import { jsonObject, largeJson } from '../json-file.ts';
import { textOf } from '../text.ts';
import { noteUnread } from '../unread.ts';
import { addPackages } from './packages.ts';
import { addRelationships, type IdTable } from './relationships.ts';

export interface SpdxDocument {
  readonly file: string;
  readonly value: Json;
}

export const spdx: FormatReader = { read };

/** What is read of a document, or says nothing by itself. */
const READ = `spdxVersion dataLicense SPDXID name documentNamespace documentDescribes creationInfo
  packages relationships`.split(/\s+/);

async function read(files: readonly SourceFile[]): Promise<FormatReading> {
  const errors: Fault[] = [];
  const notes: string[] = [];
  const build = new AssetBuild();
  let packages = 0;
  for (const file of files) {
    const found = await documentOf(file, notes);
    if ('error' in found) {
      errors.push(found.error);
      continue;
    }
    const document = { file: file.name, value: found.value };
    const ids: IdTable = new Map();
    packages += addPackages(document, build, ids, notes);
    addRelationships(document, build, ids, notes);
    noteUnread(found.value, READ, file.name, notes);
  }
  notes.push(...build.notes());
  const candidates = build.candidates();
  return { read: packages, candidates, rejected: build.rejected, notes, errors };
}

const LISTS = ['packages', 'files', 'relationships', 'snippets'];

async function documentOf(
  file: SourceFile,
  notes: string[],
): Promise<{ value: Json } | { error: Fault }> {
  const large = await largeJson(file, LISTS);
  if (large) return checked({ value: large }, file, notes);
  const read = textOf(file);
  if ('error' in read) return read;
  if (read.note) notes.push(read.note);
  const found = jsonObject(read.text, file.name);
  return 'error' in found ? found : checked(found, file, notes);
}

function checked(
  found: { value: Json },
  file: SourceFile,
  notes: string[],
): { value: Json } | { error: Fault } {
  const { spdxVersion } = found.value;
  if (!/^SPDX-2\.[0-9]$/.test(String(spdxVersion))) {
    const reason = 'must be SPDX-2.3; this is no SPDX 2 document';
    return { error: fault(`${file.name}: spdxVersion`, spdxVersion, reason) };
  }
  if (spdxVersion !== 'SPDX-2.3' && spdxVersion !== 'SPDX-2.2') {
    notes.push(`${file.name} has version ${spdxVersion}; it was read as SPDX-2.3.`);
  }
  for (const key of ['packages', 'relationships']) {
    const list = found.value[key];
    if (list === undefined || Array.isArray(list)) continue;
    return { error: fault(`${file.name}: ${key}`, list, 'must be a list') };
  }
  return found;
}
