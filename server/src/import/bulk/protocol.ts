/** What passes between the import of a large list of links and the thread that reads and checks it. */
import type { Dependency, ImportAnswer } from '@msp-impact/contract';
import type { PreparedPart, Standing } from '../../store/port.ts';

export interface BulkJob {
  readonly path: string;
  readonly file: string;
}

export type ToWorker =
  /** Ids of stored nodes, in pages; then `go`. */
  | { readonly nodes: readonly string[] }
  | { readonly go: true; readonly anyLinks: boolean }
  /** The stored links that were asked for. */
  | { readonly stored: readonly Dependency[] }
  | { readonly standing: Standing }
  /** The part that came is taken over. */
  | { readonly next: true };

export type FromWorker =
  | { readonly ask: readonly string[] }
  /** A JSON list of links, to be held against the stored ones. */
  | { readonly compare: string }
  /** `total`: rows of the file, guessed from what is read. */
  | { readonly part: PreparedPart; readonly read: number; readonly total: number }
  /** It is no list of links without groups. */
  | { readonly unfit: true }
  | { readonly done: Omit<ImportAnswer, 'revision'> }
  | { readonly failed: string };
