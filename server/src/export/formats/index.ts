/** Formats of other programs, by the name that `export --to` takes. */
import type { GraphReader } from '../../store/port.ts';
import { cypher } from './cypher.ts';
import { doraArchive, doraWorkbook } from './dora/dora.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { xlsx } from './xlsx.ts';

export interface Exporter {
  /** Name and media type of the file. */
  readonly file: string;
  readonly type: string;
  /** Pieces in order. Throws Conflict when the graph moves on meanwhile, StoreFault, and TooLarge (xlsx). */
  readonly write: (reader: GraphReader) => AsyncIterable<string | Uint8Array>;
}

export const EXPORTERS = {
  graphml: { file: 'graph.graphml', type: 'application/xml; charset=utf-8', write: graphml },
  gexf: { file: 'graph.gexf', type: 'application/xml; charset=utf-8', write: gexf },
  cypher: { file: 'graph.cypher', type: 'text/plain; charset=utf-8', write: cypher },
  xlsx: {
    file: 'graph.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsx,
  },
  dora: { file: 'dora-register.zip', type: 'application/zip', write: doraArchive },
  'dora-xlsx': {
    file: 'dora-register.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: doraWorkbook,
  },
} as const satisfies Record<string, Exporter>;

export type ExporterName = keyof typeof EXPORTERS;
/** Those that are no text: built whole, sent with their length, written to a file alone. */
export const BINARY = ['xlsx', 'dora', 'dora-xlsx'] as const satisfies ExporterName[];
export type BinaryName = (typeof BINARY)[number];
export const isBinary = (name: string): name is BinaryName =>
  (BINARY as readonly string[]).includes(name);
export { TooLarge } from './xlsx.ts';
