import {
  DEFAULT_SEED,
  MAX_RUNS,
  type MonteCarloResult,
  type SimulationAnswer,
} from '@msp-impact/contract';
import { runAll } from '../../jobs/monte-carlo.ts';
import { monteCarloResult } from '../../jobs/monte-carlo-result.ts';
import { monteCarloTask } from '../../jobs/monte-carlo-task.ts';
import { cliSimulation, simulationAnswer } from '../../scenario/answer.ts';
import { hourText, people } from '../../scenario/sentence.ts';
import { readScenario } from '../../scenario/shape.ts';
import { type Simulated, simulateScenario } from '../../scenario/simulated.ts';
import { atOnce } from '../../snapshot/phases.ts';
import { percent } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { Failure, Usage } from '../failure.ts';
import { type Common, wholeFrom, withCommon } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { tellProgress } from '../progress.ts';
import { faultText, textOf, withSnapshot } from '../source.ts';
import { tableLines } from '../table.ts';

interface Options extends Common {
  readonly scenario: string;
  readonly runs?: number;
  readonly seed?: number;
}

/** Rows of the table; `--json` has all. */
const SHOWN = 60;
const TOLD = 3;
const DRIVERS = 5;

export const simulateCommand: CommandFile = {
  declare: (program, output) => {
    withCommon(program.command('simulate'))
      .summary('an incident hour by hour')
      .description(
        'Runs a scenario file (docs/reference/scenario.md) hour by hour: who falls how far, when tolerances are missed, what it costs in person-hours.',
      )
      .requiredOption('--scenario <file>', 'the scenario')
      .option('--runs <n>', 'as many runs, each number drawn from its range', wholeFrom(1))
      .option('--seed <s>', 'the same seed gives the same runs', wholeFrom(0))
      .action((options: Options) => run(options, output));
  },
};

async function run(options: Options, output: Output): Promise<void> {
  if (options.seed !== undefined && options.runs === undefined) {
    throw new Usage('--seed is of use with --runs alone');
  }
  const read = readScenario(await textOf(options.scenario));
  if (!read.ok) throw refused(options.scenario, read.faults.map(faultText));
  await withSnapshot(options.graph, async (snapshot, source) => {
    const simulated = simulateScenario(snapshot, read.scenario);
    if (!simulated.ok) throw refused(options.scenario, simulated.faults.map(faultText));
    const { value } = simulated;
    const drawn = options.runs === undefined ? undefined : manyRuns(value, options, output);
    if (options.json) {
      return writeJson(output, {
        ...cliSimulation(value),
        ...(drawn ? { percentiles: drawn } : {}),
      });
    }
    const text = report(value, source.describe(snapshot), output.width);
    return output.write(drawn ? text + drawnReport(drawn) : text);
  });
}

function manyRuns(
  simulated: Simulated,
  { runs = 1, seed = DEFAULT_SEED }: Options,
  output: Output,
) {
  if (runs > MAX_RUNS) throw new Usage(`--runs is ${runs}: at most ${MAX_RUNS} are possible`);
  const task = atOnce(monteCarloTask(simulated, runs, seed));
  return monteCarloResult(
    task,
    runAll(task, simulated.snapshot.graph, tellProgress(output, 'runs', runs)).rows(),
  );
}

/** Percentiles of the runs, the chance of each breach, and what drives the spread. */
function drawnReport(result: MonteCarloResult): string {
  const { harm, unit } = result;
  const amount = (value: number) =>
    unit === 'person-hours' ? people(value) : `${Math.round(value)} hours of services`;
  const lines = [
    '',
    `${result.runs} runs with seed ${result.seed}, ${result.inputs} numbers drawn in each:`,
    `Lost: half of the runs more than ${amount(harm.p50)}, one in twenty more than ${amount(harm.p95)}.`,
    ...result.breaches.map(({ name, probability, hour }) => {
      const when = hour ? `, at about hour ${Number(hour.p50.toFixed(1))}` : '';
      return `${percent(probability).padStart(7)} of the runs miss the tolerance of ${name}${when}`;
    }),
    ...result.drivers
      .slice(0, DRIVERS)
      .map(({ label, correlation }) => `${correlation.toFixed(2).padStart(7)} ${label}`),
  ];
  return `${lines.join('\n')}\n`;
}

function refused(file: string, faults: readonly string[]): Failure {
  const more = faults.length > TOLD ? `; and ${faults.length - TOLD} more` : '';
  return new Failure(`${file} cannot be run: ${faults.slice(0, TOLD).join('; ')}${more}`);
}

function report(simulated: Simulated, graph: string, width: number | undefined): string {
  const answer = simulationAnswer(simulated, { limit: SHOWN });
  const lines = [
    `${simulated.scenario.name}: ${answer.sentence}`,
    '',
    ...nodeTable(answer, width),
    '',
    ...breachLines(answer),
    harmLine(answer),
    ...answer.notes,
    `${graph}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function nodeTable({ nodes, total }: SimulationAnswer, width: number | undefined): string[] {
  const columns = [
    { head: 'WORST', right: true },
    { head: 'RANGE' },
    { head: 'FROM', right: true },
    { head: 'NORMAL AGAIN', right: true },
    { head: 'STATE' },
    { head: 'KIND' },
    { head: 'NAME' },
    { head: 'ID' },
  ];
  const rows = nodes.map(({ worst, recovered, state, kind, name, id }) => [
    percent(worst.level),
    worst.range ? `${percent(worst.range.low)}–${percent(worst.range.high)}` : '',
    `hour ${Number(worst.hour.toFixed(1))}`,
    recovered === undefined ? '' : `hour ${Number(recovered.toFixed(1))}`,
    state,
    kind,
    name,
    id,
  ]);
  if (rows.length === 0) return [];
  const lines = tableLines(columns, rows, width);
  if (total <= rows.length) return lines;
  return [...lines, `The first ${rows.length} of ${total} are listed; --json gives all.`];
}

function breachLines({ breaches }: SimulationAnswer): string[] {
  return breaches.map(({ name, minimumLevel, maxHours, certainty, hour, earliest, latest }) => {
    const rule = `under ${percent(minimumLevel)} for more than ${hourText(maxHours)}`;
    const span = [
      earliest === undefined ? '' : `earliest hour ${Number(earliest.toFixed(1))}`,
      latest === undefined ? '' : `latest hour ${Number(latest.toFixed(1))}`,
    ].filter(Boolean);
    const when =
      hour === undefined ? 'not by the point answer' : `at hour ${Number(hour.toFixed(1))}`;
    return `Tolerance missed (${certainty}): ${name}, ${rule}, ${when}${span.length > 0 ? ` (${span.join(', ')})` : ''}`;
  });
}

function harmLine({ harm }: SimulationAnswer): string {
  if (!harm.known) return 'Person-hours: not known, no region has a population on record.';
  const range = harm.range ? ` (${people(harm.range.low)} to ${people(harm.range.high)})` : '';
  return `Lost: ${people(harm.personHours)}${range}.`;
}
