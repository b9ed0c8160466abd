/**
 * Backstage catalogues: YAML files of several documents, or JSON. Components, APIs, resources and
 * systems become nodes; `dependsOn` and `consumesApis` point from the dependent to its provider:
 * the arrow turns. docs/importers/backstage.md says it all.
 */
import type { Fault } from '@msp-impact/contract';
import { fault } from '../../../rules/fault.ts';
import { AssetBuild } from '../asset-build.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { streamedText } from '../streamed-text.ts';
import { documentsIn } from './documents.ts';
import { addEntities, type Entity, entityOf } from './entities.ts';
import { addRelations } from './relations.ts';

export const backstage: FormatReader = { read };

async function read(files: readonly SourceFile[]): Promise<FormatReading> {
  const errors: Fault[] = [];
  const notes: string[] = [];
  const build = new AssetBuild();
  const entities: Entity[] = [];
  let read = 0;
  for (const file of files) {
    const found = await streamedText(file);
    if ('reason' in found) {
      errors.push(fault(file.name, undefined, found.reason));
      continue;
    }
    if (found.note) notes.push(found.note);
    const { documents, error } = await documentsIn(found.texts, file.name);
    if (error) errors.push(error);
    for (const one of documents) {
      read++;
      const entity = entityOf(one, file.name, build);
      if (entity) entities.push(entity);
    }
  }
  const taken = addEntities(entities, build, notes);
  addRelations(taken, build, notes);
  notes.push(...build.notes());
  return { read, candidates: build.candidates(), rejected: build.rejected, notes, errors };
}
