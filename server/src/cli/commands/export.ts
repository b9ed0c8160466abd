import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Option } from 'commander';
import { CSV_FILES, csvOf, graphCsv } from '../../export/csv.ts';
import { documentText } from '../../export/document.ts';
import { EXPORTERS, type ExporterName, isBinary, TooLarge } from '../../export/formats/index.ts';
import type { GraphReader } from '../../store/port.ts';
import type { CommandFile } from '../command.ts';
import { Failure, Usage } from '../failure.ts';
import { writeWhole } from '../files.ts';
import { graphOption } from '../options.ts';
import type { Output } from '../output.ts';
import { fileReason, withSource } from '../source.ts';

interface Options {
  readonly to: string;
  readonly out?: string;
  readonly only?: 'nodes' | 'links' | 'contracts';
  readonly graph?: string;
}
type CsvFile = keyof typeof CSV_FILES;
const NAMES = ['document', 'csv', ...Object.keys(EXPORTERS)];

export const exportCommand: CommandFile = {
  declare: (program, output) => {
    const only = new Option('--only <table>', 'csv: this table alone, on standard output');
    program
      .command('export')
      .summary('write the graph out')
      .description(
        'Writes the graph as a document, as csv (a folder, or one table), as a workbook, or for other programs.',
      )
      .requiredOption('--to <format>', NAMES.join(', '))
      .option(
        '--out <file>',
        'where to; for csv a folder, or nodes.csv, links.csv or contracts.csv',
      )
      .addOption(only.choices(['nodes', 'links', 'contracts']))
      .addOption(graphOption())
      .action((options: Options) => run(options, output));
  },
};

async function run(options: Options, output: Output): Promise<void> {
  const format = options.to;
  if (!NAMES.includes(format)) {
    throw new Usage(`there is no format ${format}; the formats are ${NAMES.join(', ')}`);
  }
  if (format !== 'csv' && options.only) throw new Usage('--only is for --to csv');
  if (Object.hasOwn(EXPORTERS, format)) return exportAs(format as ExporterName, options, output);
  if (format === 'csv' && !options.out && !options.only) {
    throw new Usage('csv is several files: name a folder with --out, or one table with --only');
  }
  await withSource(options.graph, ({ reader }) =>
    format === 'document'
      ? send(documentText(reader), options.out, output)
      : exportCsv(reader, options, output),
  );
}

async function exportAs(
  name: ExporterName,
  { graph, out }: Options,
  output: Output,
): Promise<void> {
  if (isBinary(name) && out === undefined) {
    throw new Usage(`${name} is no text: name a file with --out`);
  }
  await withSource(graph, async ({ reader }) => {
    try {
      await send(EXPORTERS[name].write(reader), out, output);
    } catch (error) {
      throw error instanceof TooLarge ? new Failure(error.message) : error;
    }
  });
}

async function send(
  pieces: AsyncIterable<string | Uint8Array>,
  out: string | undefined,
  output: Output,
): Promise<void> {
  if (out !== undefined) return writeWhole(out, pieces);
  for await (const piece of pieces) await output.write(String(piece));
}

async function exportCsv(
  reader: GraphReader,
  { out, only }: Options,
  output: Output,
): Promise<void> {
  const table = only ? (`${only}.csv` as CsvFile) : undefined;
  const named = Object.keys(CSV_FILES).find((name) => out && basename(out) === name);
  const single = table ?? (named as CsvFile | undefined);
  if (single && !(await isFolder(out))) return send(csvOf(CSV_FILES[single], reader), out, output);
  const folder = out as string;
  await makeFolder(folder);
  const tables = single ? [single] : (Object.keys(CSV_FILES) as CsvFile[]);
  for (const name of tables) await writeWhole(join(folder, name), csvOf(CSV_FILES[name], reader));
  if (!single) await writeWhole(join(folder, 'graph.csv'), graphCsv(reader));
}

async function isFolder(path: string | undefined): Promise<boolean> {
  if (path === undefined) return false;
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`${folder} is no folder that can be written to: ${fileReason(error)}`);
  }
}
