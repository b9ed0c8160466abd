/**
 * CycloneDX bills of materials, 1.4 to 1.6, JSON and XML: components become products, services
 * services, their suppliers and providers suppliers. `dependsOn` points from the dependent to what
 * it relies on: the arrow turns. docs/importers/cyclonedx.md says it all.
 */
import type { Fault } from '@msp-impact/contract';
import { fault } from '../../../rules/fault.ts';
import { AssetBuild } from '../asset-build.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { isObject, type Json } from '../json/text.ts';
import { jsonObject, largeJson } from '../json-file.ts';
import { textOf } from '../text.ts';
import { noteUnread } from '../unread.ts';
import { addDependencies, type RefTable } from './dependencies.ts';
import { addEntities } from './entities.ts';
import { bomOfXml } from './xml.ts';

export interface Bom {
  readonly file: string;
  readonly value: Json;
}

export const cyclonedx: FormatReader = { read };

/** What is read of a bill, or says nothing by itself. */
const READ = `$schema bomFormat specVersion serialNumber version metadata components services
  dependencies compositions externalReferences`.split(/\s+/);

async function read(files: readonly SourceFile[]): Promise<FormatReading> {
  const errors: Fault[] = [];
  const notes: string[] = [];
  const boms: Bom[] = [];
  for (const file of files) {
    const found = await bomOf(file, notes);
    if ('error' in found) errors.push(found.error);
    else boms.push({ file: file.name, value: found.value });
  }
  const build = new AssetBuild();
  const refs: RefTable = new Map();
  let entities = 0;
  for (const bom of boms) {
    entities += addEntities(bom, build, refs, notes);
    noteUnread(bom.value, READ, bom.file, notes);
  }
  // After all entities: a bill may name what another one of the same import holds.
  for (const bom of boms) addDependencies(bom, build, refs, notes);
  notes.push(...build.notes());
  const candidates = build.candidates();
  return { read: entities, candidates, rejected: build.rejected, notes, errors };
}

const LISTS = ['components', 'services', 'dependencies', 'compositions', 'vulnerabilities'];

async function bomOf(
  file: SourceFile,
  notes: string[],
): Promise<{ value: Json } | { error: Fault }> {
  const large = await largeJson(file, LISTS);
  if (large) return checked(large, file.name, notes);
  const read = textOf(file);
  if ('error' in read) return read;
  if (read.note) notes.push(read.note);
  const isXml = /^\s*</.test(read.text);
  const found = isXml ? bomOfXml(read.text, file.name) : jsonObject(read.text, file.name);
  if ('error' in found) return found;
  return checked(found.value, file.name, notes);
}

function checked(value: Json, file: string, notes: string[]): { value: Json } | { error: Fault } {
  if (value.bomFormat !== 'CycloneDX') {
    const reason = 'must be "CycloneDX"; this is no CycloneDX bill of materials';
    return { error: fault(`${file}: bomFormat`, value.bomFormat, reason) };
  }
  const version = /^1\.(\d+)$/.exec(String(value.specVersion));
  if (!version) {
    const reason = 'must be a version of CycloneDX, 1.4 to 1.6';
    return { error: fault(`${file}: specVersion`, value.specVersion, reason) };
  }
  for (const key of ['components', 'services', 'dependencies'] as const) {
    if (value[key] === undefined || Array.isArray(value[key])) continue;
    return { error: fault(`${file}: ${key}`, value[key], 'must be a list') };
  }
  if (value.metadata !== undefined && !isObject(value.metadata)) {
    return { error: fault(`${file}: metadata`, value.metadata, 'must be an object') };
  }
  const minor = Number(version[1]);
  if (minor < 4 || minor > 6) {
    notes.push(`${file} has version ${value.specVersion}; it was read as 1.4 to 1.6.`);
  }
  return { value };
}
