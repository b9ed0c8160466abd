import type { Bounds, Fault, MeasureList, MeasuresResult, Scenario } from '@msp-impact/contract';
import { InvalidArgumentError } from 'commander';
import { readMeasures } from '../../measures/read-list.ts';
import { runMeasures } from '../../measures/run.ts';
import { measuresTask, stepsOf } from '../../measures/task.ts';
import { people, serviceHours } from '../../scenario/sentence.ts';
import { readScenario } from '../../scenario/shape.ts';
import { percent } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { Failure, Usage } from '../failure.ts';
import { type Common, withCommon } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { tellProgress } from '../progress.ts';
import { faultText, textOf, withSnapshot } from '../source.ts';

interface Options extends Common {
  readonly file: string;
  readonly scenario: readonly string[];
  readonly weight?: readonly number[];
  readonly budget?: number;
  readonly timeLimit?: number;
}

const TOLD = 3;
const MOST_SECONDS = 120;

export const measuresCommand: CommandFile = {
  declare: (program, output) => {
    withCommon(program.command('measures'))
      .summary('what would help most')
      .description(
        'Tries each measure of a file (docs/reference/measures.md) on one scenario or several, and finds the best set within a budget. Changes nothing.',
      )
      .requiredOption('--file <file>', 'the measures')
      .requiredOption('--scenario <file>', 'a scenario; repeat it for several', each)
      .option('--weight <n>', 'of the scenarios, in their order; 1 each unless given', weight)
      .option('--budget <amount>', "instead of the file's", amount)
      .option('--time-limit <seconds>', 'for the search of the best set', seconds)
      .action((options: Options) => run(options, output));
  },
};

async function run(options: Options, output: Output): Promise<void> {
  const { file, scenario: files, weight: weights = [], timeLimit } = options;
  if (weights.length > 0 && weights.length !== files.length) {
    throw new Usage(`give --weight once for each scenario: ${files.length}, not ${weights.length}`);
  }
  const list = await listFrom(file);
  const budget = options.budget ?? list.budget;
  if (budget === undefined) throw new Usage(`${file} names no budget: give one with --budget`);
  const scenarios = await Promise.all(
    files.map(async (name, i) => ({ scenario: await scenarioFrom(name), weight: weights[i] ?? 1 })),
  );
  await withSnapshot(options.graph, async (snapshot, { reader, describe }) => {
    const request = { measures: list.measures, scenarios, budget };
    const limit = timeLimit === undefined ? {} : { timeLimit };
    const task = await measuresTask(snapshot, reader, { ...request, ...limit });
    if (!task.ok) throw refusedTask(options, task.faults);
    const tell = tellProgress(output, 'steps', stepsOf(list.measures.length));
    const result = await runMeasures(task.value, tell);
    if (options.json) return writeJson(output, result);
    return output.write(report(list, budget, result, describe(snapshot)));
  });
}

async function listFrom(file: string): Promise<MeasureList> {
  const read = readMeasures(await textOf(file));
  if (!read.ok) throw refused(file, read.faults.map(faultText));
  if (read.list.measures.length === 0) throw new Failure(`${file} holds no measures`);
  return read.list;
}

async function scenarioFrom(file: string): Promise<Scenario> {
  const read = readScenario(await textOf(file));
  if (read.ok) return read.scenario;
  throw refused(file, read.faults.map(faultText));
}

/** Each fault is told under its own file: here those of the first file that has any. */
function refusedTask({ file, scenario: files }: Options, faults: readonly Fault[]): Failure {
  const place = /^\$\.scenarios\[(\d+)\]\.scenario/;
  const fileOf = ({ path }: Fault) => files[Number(place.exec(path)?.[1] ?? -1)] ?? file;
  const first = faults[0] ? fileOf(faults[0]) : file;
  const told = faults.filter((one) => fileOf(one) === first);
  return refused(
    first,
    told.map((one) => faultText({ ...one, path: one.path.replace(place, '$') })),
  );
}

function refused(file: string, faults: readonly string[]): Failure {
  const more = faults.length > TOLD ? `; and ${faults.length - TOLD} more` : '';
  return new Failure(`${file} cannot be used: ${faults.slice(0, TOLD).join('; ')}${more}`);
}

function report(
  list: MeasureList,
  budget: number,
  { unit, harm, harmRange, alone, best, gap, note }: MeasuresResult,
  graph: string,
): string {
  const lost = (value: number, range?: Bounds) =>
    unit === 'person-hours' ? people(value, range) : serviceHours(value, range);
  const money = (value: number) =>
    [value.toLocaleString('en-GB'), list.currency].filter(Boolean).join(' ');
  const names = new Map(alone.map(({ id, name }) => [id, name]));
  const chosen = best.measures.map((id) => names.get(id) ?? id);
  const lines = [
    `${list.name}: without any measure ${lost(harm, harmRange)} are lost.`,
    '',
    ...alone.map(
      ({ id, name, cost, removed, explanation }) =>
        `${share(removed, harm).padStart(6)}  ${money(cost)}  ${name} (${id}). ${explanation}`,
    ),
    '',
    `Best set within ${money(budget)}: ${chosen.length > 0 ? chosen.join('; ') : 'none'}.`,
    `It costs ${money(best.cost)} and takes ${share(best.removed, harm)} of the harm away: ${lost(best.harm, best.harmRange)} remain.`,
    ...(gap > 0 ? [`At most ${percent(gap)} under the best of all sets.`] : []),
    note,
    `${graph}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function share(removed: number, harm: number): string {
  return percent(harm > 0 ? removed / harm : 0);
}

/** Names of files hold commas. */
function each(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function amount(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new InvalidArgumentError('it must be a number of at least 0.');
}

function weight(value: string, before: readonly number[] = []): number[] {
  return [...before, ...value.split(',').map(amount)];
}

function seconds(value: string): number {
  const number = amount(value);
  if (number >= 0.1 && number <= MOST_SECONDS) return number;
  throw new InvalidArgumentError(`it must be from 0.1 to ${MOST_SECONDS} seconds.`);
}
