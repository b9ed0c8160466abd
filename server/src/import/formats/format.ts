/**
 * What a format of somebody else's is to the import: files in, items out. Readers run in a worker
 * that can be killed (run.ts); what they answer therefore holds plain data alone.
 */
import type { Fault, ItemType, Rejected } from '@msp-impact/contract';
import type { Fields } from '../columns.ts';
import type { Table } from '../table.ts';

/** A file on disk, which the reader may stream, or its bytes. */
export interface SourceFile {
  /** For messages and evidence. */
  readonly name: string;
  readonly path?: string;
  readonly bytes?: Uint8Array;
}

/** An item to be. Fields that the file says nothing of keep what is stored. */
export interface PlainCandidate {
  readonly type: ItemType;
  readonly fields: Fields;
  readonly file: string;
  /** Row of a table as a spreadsheet counts; position from 1 in a list; line of a text. */
  readonly row: number;
  /** Header or path in the source, by path inside the item (`from`, `attributes.x`). */
  readonly columns?: Readonly<Record<string, string>>;
  /** Fields that count for new items only: later the user's word holds (`kind`). */
  readonly initially?: readonly string[];
  /** Fields that the file has the say of even where it leaves them out: they go when it does. */
  readonly speaksFor?: readonly string[];
  /**
   * Nodes known by their name alone (a vendor in a column): `fields.id` is a stand-in, and the node
   * of this kind and name that is stored or made takes its place wherever an item names it.
   */
  readonly byName?: boolean;
  /** Of a bill of materials: `attributes.dependencies` says how far it lists dependencies (recorded.ts). */
  readonly ofBill?: boolean;
}

/** A sheet of a workbook. */
export interface SheetTable {
  /** Name of the file. */
  readonly source: string;
  readonly sheet: string;
  readonly table: Table;
  /** Of text tables: the row of the headings, as a spreadsheet counts. */
  readonly headingRow?: number;
}

export interface FormatReading {
  /** Rows or items read, bad ones included. */
  readonly read: number;
  readonly candidates: readonly PlainCandidate[];
  readonly rejected: readonly Rejected[];
  /** What was assumed while reading, as sentences. */
  readonly notes: readonly string[];
  /** Files that cannot be read at all: nothing of the import is written. */
  readonly errors: readonly Fault[];
  /** What its columns mean is found out beside the stored graph (xlsx/sheets.ts). */
  readonly tables?: readonly SheetTable[];
}

export interface FormatReader {
  /** Never rejects for what stands in a file: that is told in the reading. */
  readonly read: (files: readonly SourceFile[]) => FormatReading | Promise<FormatReading>;
}
