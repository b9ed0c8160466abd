/** Files of a foreign format, from bytes to what would be written. Nothing is written here. */
import type { ForeignFormat, ImportAnswer, ImportRequest } from '@msp-impact/contract';
import type { GraphReader } from '../../store/port.ts';
import { finish, type Imported, refused } from '../outcome.ts';
import { emptied, loadStored } from '../stored.ts';
import type { Watch } from '../watch.ts';
import type { SourceFile } from './format.ts';
import { readFormat } from './run.ts';
import { settleReading } from './settle-reading.ts';
import type { SheetOptions } from './xlsx/sheets.ts';

export interface ForeignRequest {
  readonly format: ForeignFormat;
  readonly files: readonly SourceFile[];
  /** Default: add. */
  readonly mode?: ImportAnswer['mode'] | undefined;
  readonly watch?: Watch | undefined;
  readonly sheets?: SheetOptions | undefined;
}

/**
 * A file that cannot be read at all is in `answer.errors`, and nothing may be written; items that
 * cannot be taken are in `answer.rejected`. Rejects with Conflict, StoreFault and what `signal` gives.
 */
export async function importFiles(request: ForeignRequest, reader: GraphReader): Promise<Imported> {
  const { format, files, mode = 'add', watch } = request;
  const stored = await loadStored(reader);
  const reading = await readFormat(format, files, watch ? { signal: watch.signal } : {});
  if (reading.errors.length > 0) {
    return refused(format, mode, stored, reading.errors, reading.notes);
  }
  const base = mode === 'replace' ? emptied(stored) : stored;
  const { items, ...settled } = await settleReading(base, reading, request.sheets, watch);
  return finish(format, mode, stored, items, { ...settled, name: stored.name, watch });
}

/** What a request says of its tables. */
export function sheetOptions(request: SheetRequest): SheetOptions {
  const { mapping, valueBasis, kinds, minimumLevel, corrections } = request;
  return { mapping, valueBasis, kinds, minimumLevel, corrections };
}
type SheetRequest = Pick<
  ImportRequest,
  'mapping' | 'valueBasis' | 'kinds' | 'minimumLevel' | 'corrections'
>;

/** Files as they come over the API. */
export function filesOf({ name, text, base64, more = [] }: ImportRequest): SourceFile[] {
  return [{ name, text }, ...more].map((one, i) => ({
    name: one.name || (more.length > 0 ? `file ${i + 1}` : 'pasted text'),
    bytes: Buffer.from(one.text, base64 ? 'base64' : 'utf8'),
  }));
}
