import { HEADINGS, type Report, type ReportRequest } from '@msp-impact/contract';
import { InvalidArgumentError, Option } from 'commander';
import { annexOf } from '../../report/annex.ts';
import { makeReport } from '../../report/make.ts';
import { markdownOf } from '../../report/markdown.ts';
import { pdfOf } from '../../report/pdf.ts';
import { fileReport, seriesOf } from '../../report/shelf.ts';
import { isZone } from '../../report/zone.ts';
import { readScenario } from '../../scenario/shape.ts';
import { type Simulated, simulateScenario } from '../../scenario/simulated.ts';
import { buildSnapshot } from '../../snapshot/build.ts';
import type { CommandFile } from '../command.ts';
import { Failure, Usage } from '../failure.ts';
import { writeWhole } from '../files.ts';
import { type Common, wholeFrom, withCommon } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { faultText, textOf, withSnapshot, withStore } from '../source.ts';

const FORMATS = ['markdown', 'pdf', 'csv'] as const;

type Format = (typeof FORMATS)[number];

interface Options extends Common {
  readonly scenario: string;
  readonly format?: Format;
  readonly headings: (typeof HEADINGS)[number];
  readonly marking?: string;
  readonly at?: number;
  readonly nextDue?: number;
  readonly series?: string;
  readonly zone?: string;
  readonly contacts?: boolean;
  readonly out?: string;
}

const ACTOR = 'command line';
const TOLD = 3;

export const reportCommand: CommandFile = {
  declare: (program, output) => {
    withCommon(program.command('report'))
      .summary('the situation report of a scenario')
      .description(
        'Makes the situation report of a scenario file. With a store it is numbered and kept there; with --graph it is number 1 and kept nowhere.',
      )
      .requiredOption('--scenario <file>', 'the scenario')
      .addOption(
        new Option(
          '--format <form>',
          'of the text; absent: as the name of --out ends, else markdown',
        ).choices(FORMATS),
      )
      .addOption(
        new Option('--headings <words>', 'headings of the report')
          .choices(HEADINGS)
          .default('plain'),
      )
      .option('--marking <text>', 'marking line; empty for none')
      .option('--at <hour>', 'states at this hour, not at their worst', wholeFrom(0))
      .option('--next-due <hours>', 'when the next report is due', wholeFrom(1))
      .option(
        '--zone <name>',
        'time zone of the times in it, as Europe/London; else UTC',
        zoneNamed,
      )
      .option('--series <id>', 'series that it is numbered in')
      .option('--contacts', "with the owners' contacts")
      .option('--out <file>', 'write to this file')
      .action((options: Options) => run(options, output));
  },
};

async function run(options: Options, output: Output): Promise<void> {
  const format = options.format ?? formatOf(options.out);
  if (format === 'pdf' && !options.out && !options.json) {
    throw new Usage('a PDF is written to a file: name it with --out');
  }
  const report = options.graph === undefined ? await filed(options) : await unfiled(options);
  if (options.json) return writeJson(output, report);
  const text = await textFor(report, format);
  if (options.out === undefined) return output.write(String(text));
  await writeWhole(options.out, [text]);
  output.say(`Report ${report.number} of ${report.series} is in ${options.out}.`);
}

function formatOf(file = ''): Format {
  if (/\.pdf$/i.test(file)) return 'pdf';
  return /\.csv$/i.test(file) ? 'csv' : 'markdown';
}

function textFor(report: Report, format: Format): string | Promise<Buffer> {
  if (format === 'pdf') return pdfOf(report);
  return format === 'csv' ? annexOf(report) : markdownOf(report);
}

function filed(options: Options): Promise<Report> {
  return withStore(async (store) => {
    const snapshot = buildSnapshot(await store.reader.columns());
    const simulated = await simulatedFrom(options, snapshot);
    return fileReport(store, simulated, choices(options), ACTOR);
  });
}

function unfiled(options: Options): Promise<Report> {
  return withSnapshot(options.graph, async (snapshot, source) => {
    const simulated = await simulatedFrom(options, snapshot);
    const series = options.series ?? seriesOf(simulated.scenario.name);
    const numbered = { series, number: 1, at: new Date().toISOString(), author: ACTOR };
    return makeReport(simulated, source.reader, choices(options), numbered);
  });
}

async function simulatedFrom(
  { scenario: file, at }: Options,
  snapshot: Simulated['snapshot'],
): Promise<Simulated> {
  const read = readScenario(await textOf(file));
  const simulated = read.ok ? simulateScenario(snapshot, read.scenario) : read;
  if (!simulated.ok) {
    const told = simulated.faults.slice(0, TOLD).map(faultText).join('; ');
    const more =
      simulated.faults.length > TOLD ? `; and ${simulated.faults.length - TOLD} more` : '';
    throw new Failure(`${file} cannot be run: ${told}${more}`);
  }
  const { value } = simulated as { value: Simulated };
  if (at !== undefined && at > value.scenario.hours) {
    throw new Usage(`--at ${at}: the scenario has ${value.scenario.hours} hours`);
  }
  return value;
}

function choices(options: Options): Omit<ReportRequest, 'scenario'> {
  const { headings, marking, at, nextDue, series, contacts, zone } = options;
  return {
    headings,
    ...(marking === undefined ? {} : { marking }),
    ...(at === undefined ? {} : { atHour: at }),
    ...(nextDue === undefined ? {} : { nextDueHours: nextDue }),
    ...(series === undefined ? {} : { series }),
    ...(contacts ? { contacts } : {}),
    ...(zone === undefined ? {} : { zone }),
  };
}

function zoneNamed(value: string): string {
  if (isZone(value)) return value;
  throw new InvalidArgumentError('it must be a time zone, as Europe/London.');
}
