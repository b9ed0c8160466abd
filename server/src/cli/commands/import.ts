import { basename } from 'node:path';
import {
  ColumnMapping,
  type ForeignFormat,
  GRAPH_FORMAT,
  type GraphDocument,
  type ImportAnswer,
  type ImportRequest,
  type Rejected,
} from '@msp-impact/contract';
import { Option } from 'commander';
import { Value } from 'typebox/value';
import { documentPieces } from '../../export/document.ts';
import { isForeign } from '../../import/formats/registry.ts';
import { whole } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { Failure, Usage } from '../failure.ts';
import { writeWhole } from '../files.ts';
import { FORMATS, type Format, formatNamed } from '../formats.ts';
import { graphOption } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { assureReadable, documentFrom, faultText, fileFrom, textOf, withStore } from '../source.ts';
import { asRejected, type Files, importIntoDocument, importIntoStore } from '../target.ts';

interface Options {
  readonly from: string;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly graph?: string;
  readonly json?: boolean;
  readonly mapping?: string;
  readonly valueBasis?: 'total' | 'annual';
  readonly minimumLevel?: number;
}

/** What is told of an import, whatever it went into. */
interface Outcome {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
  rejected: Rejected[];
  notes: string[];
  /** A document with faults: nothing was written. */
  refused: string | undefined;
}

const LISTED = 20;
const EMPTY: GraphDocument = { format: GRAPH_FORMAT, nodes: [] };

export const importCommand: CommandFile = {
  declare: (program, output) => {
    program
      .command('import')
      .summary('bring data in')
      .description(
        'Brings files into the store, or with --out into a graph document. A document replaces the stored graph; tables (nodes.csv, links.csv, contracts.csv, a sheet) and the formats of other programs add to it.',
      )
      .argument('<file...>', 'files of one format')
      .requiredOption('--from <format>', FORMATS.join(', '))
      .option('--dry-run', 'tells what would be written, and writes nothing')
      .option('--out <file>', 'writes what was read to this document and leaves the store alone')
      .addOption(graphOption())
      .option(
        '--mapping <file>',
        'tables: JSON of sheet → heading → column, where the guess is wrong',
      )
      .addOption(
        new Option(
          '--value-basis <basis>',
          'tables: what values are whose column does not say',
        ).choices(['total', 'annual']),
      )
      .addOption(
        new Option(
          '--minimum-level <level>',
          'impact analyses: the lowest tolerated level, 0 to 1 (default: 0.5, assumed)',
        ).argParser(levelFrom),
      )
      .option('--json', 'one JSON value on standard output')
      .action((files: string[], options: Options) => run(files, options, output));
  },
};

async function run(names: string[], options: Options, output: Output): Promise<void> {
  const format = formatNamed(options.from);
  if (options.graph && !options.out && !options.dryRun) {
    throw new Usage('--graph adds to a document: say where to with --out, or look with --dry-run');
  }
  const batches = await batchesOf(format, names, options, output);
  const outcome =
    options.out !== undefined || options.graph !== undefined
      ? await intoDocument(batches, options)
      : await intoStore(batches, options.dryRun ?? false);
  if (outcome.refused !== undefined) process.exitCode = 1;
  for (const note of outcome.notes) output.say(note);
  if (options.json) await writeJson(output, told(outcome));
  else await output.write(report(outcome, options.dryRun ?? false));
  if (outcome.refused !== undefined) throw new Failure(outcome.refused);
}

/** Tables belong together and are read as one; documents are read one after another. */
async function batchesOf(
  format: Format,
  names: readonly string[],
  options: Options,
  output: Output,
): Promise<Files[]> {
  if (isForeign(format)) return [await foreignFiles(format, names, options)];
  if (format !== 'csv') refuseTold(options);
  const told = await toldOf(options);
  const files = await Promise.all(
    names.map(async (name) => {
      const { text, guessed } = await fileFrom(name);
      if (guessed) output.say(`${name} is not UTF-8: it was read as ${guessed}.`);
      return { name: basename(name), text };
    }),
  );
  if (format === 'csv') {
    const [first, ...more] = files as [Files['request'], ...{ name: string; text: string }[]];
    return [{ names, request: { ...first, ...tableFormat(first.text), more, ...told } }];
  }
  return files.map((file, i) => ({
    names: [names[i] as string],
    request: { ...file, format: 'document', mode: i === 0 ? 'replace' : 'add' },
  }));
}

/** Files that belong together; a worker reads them from where they lie. */
async function foreignFiles(
  format: ForeignFormat,
  names: readonly string[],
  options: Options,
): Promise<Files> {
  for (const name of names) await assureReadable(name);
  const sources = names.map((path) => ({ name: basename(path), path }));
  if (format !== 'xlsx') refuseTold(options);
  const told = await toldOf(options);
  return { names, request: { format, mode: 'add', text: '', ...told }, sources };
}

function levelFrom(text: string): number {
  const level = Number(text);
  if (text.trim() !== '' && level >= 0 && level <= 1) return level;
  throw new Usage(`--minimum-level ${text}: must be a number from 0 to 1`);
}

function refuseTold({ mapping, valueBasis, minimumLevel }: Options): void {
  if (mapping === undefined && valueBasis === undefined && minimumLevel === undefined) return;
  throw new Usage('--mapping, --value-basis and --minimum-level are for --from csv and xlsx');
}

/** What is told of tables. */
async function toldOf({ mapping: file, valueBasis, minimumLevel }: Options) {
  const mapping = file === undefined ? undefined : await mappingFrom(file);
  return {
    ...(mapping && { mapping }),
    ...(valueBasis && { valueBasis }),
    ...(minimumLevel !== undefined && { minimumLevel }),
  };
}

async function mappingFrom(file: string): Promise<ColumnMapping> {
  const shape = 'must be JSON as { "Sheet": { "Heading": "column" } }';
  try {
    const value: unknown = JSON.parse(await textOf(file));
    if (Value.Check(ColumnMapping, value)) return value;
  } catch (error) {
    if (error instanceof Failure) throw error;
  }
  throw new Failure(`${file} ${shape}`);
}

/** A document given as csv is told so by the reader of tables. */
function tableFormat(text: string): Pick<ImportRequest, 'format'> {
  if (/^\ufeff?\s*\{/.test(text.slice(0, 1000))) {
    throw new Failure('this is a graph document, no table: import it with --from document');
  }
  return {};
}

async function intoStore(batches: readonly Files[], dryRun: boolean): Promise<Outcome> {
  const [first] = batches as [Files];
  if (batches.length === 1) {
    return withStore(async (store) =>
      merge([[first, await importIntoStore(store, first, dryRun)]]),
    );
  }
  // Several documents make one graph, which then replaces the stored one as one change.
  const { document, outcome } = await joined(EMPTY, batches);
  if (outcome.refused !== undefined) return outcome;
  const names = batches.flatMap((batch) => batch.names);
  const request: ImportRequest = { text: JSON.stringify(document), format: 'document' };
  const answer = await withStore((store) => importIntoStore(store, { names, request }, dryRun));
  return merge([[{ names, request }, answer]]);
}

async function intoDocument(batches: readonly Files[], options: Options): Promise<Outcome> {
  const base = options.graph === undefined ? EMPTY : await documentFrom(options.graph);
  const adding = batches.map(({ request, ...rest }, i) => {
    const mode = options.graph === undefined && i === 0 ? request.mode : 'add';
    return { ...rest, request: { ...request, ...(mode ? { mode } : {}) } };
  });
  const { document, outcome } = await joined(base, adding);
  if (outcome.refused === undefined && options.out !== undefined && !options.dryRun) {
    await writeWhole(options.out, documentPieces(document));
  }
  return outcome;
}

async function joined(base: GraphDocument, batches: readonly Files[]) {
  let document = base;
  const answers: [Files, ImportAnswer][] = [];
  for (const batch of batches) {
    const step = await importIntoDocument(document, batch);
    document = step.document;
    answers.push([batch, step.answer]);
    if (step.answer.errors.length > 0) break;
  }
  return { document, outcome: merge(answers) };
}

function merge(answers: readonly [Files, ImportAnswer][]): Outcome {
  const sum = { read: 0, created: 0, updated: 0, unchanged: 0, removed: 0 };
  const rejected: Rejected[] = [];
  const notes: string[] = [];
  let refused: string | undefined;
  for (const [{ names }, { read, difference, errors, ...answer }] of answers) {
    sum.read += read;
    sum.created += difference.created;
    sum.updated += difference.updated;
    sum.unchanged += difference.unchanged;
    sum.removed += difference.removed;
    rejected.push(...answer.rejected, ...asRejected(names[0] ?? '', errors));
    notes.push(...answer.notes);
    const [first] = errors;
    if (!first) continue;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    refused = `${names.join(', ')}: nothing was written: ${faultText(first)}${more}`;
  }
  return { ...sum, rejected, notes, refused };
}

function told({ read, created, updated, unchanged, rejected }: Outcome) {
  return { read, created, updated, unchanged, rejected };
}

function report(outcome: Outcome, dryRun: boolean): string {
  const { read, created, updated, unchanged, removed, rejected } = outcome;
  const lines = rejected
    .slice(0, LISTED)
    .map(({ file, row, column, value, reason }) =>
      [`${file}${row > 0 ? `, row ${row}` : ''}`, column, value, reason]
        .filter((part) => part !== '')
        .join(': '),
    );
  if (rejected.length > LISTED)
    lines.push(`… ${whole(rejected.length - LISTED)} more; --json has all`);
  const counts = [
    `${whole(read)} read`,
    `${whole(created)} created`,
    `${whole(updated)} updated`,
    `${whole(unchanged)} unchanged`,
    ...(removed > 0 ? [`${whole(removed)} removed`] : []),
    `${whole(rejected.length)} rejected`,
  ];
  lines.push(`${dryRun ? 'Dry run, nothing written: ' : ''}${counts.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}
