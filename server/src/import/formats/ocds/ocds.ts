/**
 * Open Contracting Data Standard 1.0 and 1.1: release and record packages, single releases and
 * records, as JSON or JSON Lines. Of each process the newest release counts; each award makes one
 * contract for each supplier. Memory grows with what is made, not with the file.
 */
import type { Fault, Rejected } from '@msp-impact/contract';
import { fault } from '../../../rules/fault.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { contractCandidates, supplierCandidates } from './build.ts';
import { Newest } from './newest.ts';
import { notesOf } from './notes.ts';
import { readFile } from './read-file.ts';

export const ocds: FormatReader = { read: readOcds };

async function readOcds(files: readonly SourceFile[]): Promise<FormatReading> {
  const newest = new Newest();
  const rejected: Rejected[] = [];
  const errors: Fault[] = [];
  const guessed = new Set<string>();
  let read = 0;
  const sink = {
    notice: newest.add.bind(newest),
    reject: (one: Rejected) => rejected.push(one),
    fail: (one: Fault) => errors.push(one),
    guessed: (file: string) => guessed.add(file),
    count: (releases: number) => {
      read += releases;
    },
  };
  for (const file of files) {
    await readFile(file, sink).catch((error: NodeJS.ErrnoException) => {
      if (!error.code) throw error;
      errors.push(fault(file.name, undefined, `cannot be read: ${error.code}`));
    });
  }
  const notices = [...newest.notices];
  return {
    read,
    candidates: [...supplierCandidates(notices), ...notices.flatMap(contractCandidates)],
    rejected: [...rejected, ...notices.flatMap((notice) => notice.rejected)],
    notes: notesOf(newest, guessed),
    errors,
  };
}
