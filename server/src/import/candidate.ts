/** What a reader of tables hands on: items to be, each with the row it came from. */
import type { ItemType, Rejected } from '@msp-impact/contract';
import type { Fields } from './columns.ts';

export interface Candidate {
  readonly type: ItemType;
  /** Not checked yet; `id` may be missing. */
  readonly fields: Fields;
  /** Fields that the file speaks for: others keep what is stored. undefined: all of them. */
  readonly covered: ReadonlySet<string> | undefined;
  readonly file: string;
  readonly row: number;
  /** `fields.evidence` is all that there is to be: what is stored has been taken over in it. */
  readonly allEvidence?: boolean;
  /** Cells of the row were refused already: it is checked, so that all its faults are told, and stays out. */
  readonly refused?: boolean;
  /** Header of the column that a path inside the item (`strength.low`) came from. */
  readonly columnOf: (path: string) => string;
}

export interface Reading {
  /** Rows read, bad ones included. */
  readonly read: number;
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly Rejected[];
  /** What was assumed while reading, as sentences. */
  readonly notes: readonly string[];
}
