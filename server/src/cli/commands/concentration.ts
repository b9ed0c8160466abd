import {
  type ConcentrationRequest,
  type Fault,
  MEASURES,
  type Measure,
  ROLL_UPS,
  type RollUp,
} from '@msp-impact/contract';
import { InvalidArgumentError, Option } from 'commander';
import {
  type Counted,
  cliConcentration,
  count,
  figuresOf,
} from '../../answers/concentration/concentration.ts';
import { registerOf } from '../../answers/concentration/register.ts';
import { percent, whole } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { Failure } from '../failure.ts';
import { type Common, withCommon } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { withSnapshot } from '../source.ts';
import { tableLines } from '../table.ts';

interface Options extends Common {
  readonly share: Measure;
  readonly by: RollUp;
  readonly within?: string;
  readonly currency?: string;
}

export const concentration: CommandFile = {
  declare: (program, output) => {
    withCommon(program.command('concentration'))
      .summary('how much rests on few suppliers')
      .description(
        'Shares of suppliers, the Herfindahl–Hirschman index of them, how many equal suppliers that is, and the four largest.',
      )
      .addOption(
        new Option(
          '--share <measure>',
          'value of contracts, count of contracts, people of services',
        )
          .choices([...MEASURES])
          .default('value'),
      )
      .addOption(
        new Option('--by <holder>', 'each supplier, or all of an owner together')
          .choices([...ROLL_UPS])
          .default('supplier'),
      )
      .option('--within <kind-or-tag>', 'only what concerns this kind of node, tag or category')
      .option('--currency <code>', 'values in this currency, as GBP', currencyOf)
      .action((options: Options) => run(options, output));
  },
};

function currencyOf(text: string): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new InvalidArgumentError('it must be three capital letters, as GBP.');
}

async function run(options: Options, output: Output): Promise<void> {
  const { graph, json, share, by, within, currency } = options;
  const request: ConcentrationRequest = {
    share,
    by,
    ...(within === undefined ? {} : { within }),
    ...(currency === undefined ? {} : { currency }),
  };
  await withSnapshot(graph, async (snapshot, source) => {
    const counted = count(await registerOf(snapshot, source), request);
    if (!counted.ok) throw refusal(counted.faults);
    for (const line of remarks(counted.value)) output.say(line);
    if (json) return writeJson(output, cliConcentration(counted.value));
    return output.write(report(counted.value, source.describe(snapshot), output.width));
  });
}

/** `$.currency` → `--currency`. */
function refusal(faults: readonly Fault[]): Failure {
  const told = faults.map(({ path, value, reason }) => {
    const option = `--${path.slice(2)}`;
    return value === undefined ? `${reason} with ${option}` : `${option} ${value}: ${reason}`;
  });
  return new Failure(told.join('; '));
}

/** What is not known: one, and several. */
const UNITS: Readonly<Record<Measure, readonly [string, string]>> = {
  value: ['contract', 'contracts'],
  count: ['contract', 'contracts'],
  people: ['part of a service', 'parts of services'],
};

/** What the numbers rest on and leave out: for standard error. */
function remarks(counted: Counted): string[] {
  const { amounts, request } = counted;
  const { hhi, range, unknown, unknownUpTo } = figuresOf(counted);
  const lines: string[] = [];
  if (amounts.basis) lines.push(`Values: ${amounts.basis}, in ${amounts.currency}.`);
  for (const { count: left, what } of amounts.leftOut) lines.push(`Left out: ${left} ${what}.`);
  const units = UNITS[request.share ?? 'value'][unknown === 1 ? 0 : 1];
  if (hhi === undefined) {
    lines.push(
      `No amount is on record: the numbers are 0 because nothing is known, not because nothing is concentrated.`,
    );
  }
  if (range && unknownUpTo !== undefined) {
    lines.push(
      `Not known: ${unknown} ${units}. With each between 0 and ${figure(unknownUpTo)} (the largest known) the HHI lies between ${figure(range.low)} and ${figure(range.high)}.`,
    );
  } else if (unknown > 0) lines.push(`Not known: ${unknown} ${units}.`);
  return lines;
}

function figure(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

function report(counted: Counted, graph: string, width: number | undefined): string {
  const { amounts, request, register } = counted;
  const answer = cliConcentration(counted);
  const what = { value: 'VALUE', count: 'CONTRACTS', people: 'PEOPLE' }[request.share ?? 'value'];
  const columns = [
    { head: '', right: true },
    { head: 'SHARE', right: true },
    { head: amounts.currency ? `${what} (${amounts.currency})` : what, right: true },
    { head: 'NAME' },
    { head: 'ID' },
  ];
  const rows = answer.shares.map(({ id, name, share, amount }, i) => [
    String(i + 1),
    percent(share),
    figure(amount),
    name,
    id,
  ]);
  const missing = [...counted.tally.unknown.entries()].filter(
    ([row, unknown]) => unknown > 0 && counted.tally.amount[row] === 0,
  );
  const { id, name } = register.snapshot.columns.nodes;
  for (const [row] of missing) {
    rows.push(['', 'not known', '', name[row] as string, id[row] as string]);
  }
  const lines = [
    `HHI ${figure(answer.hhi)} of 10,000: as ${figure(answer.effective)} equal suppliers; the four largest hold ${figure(answer.cr4)} %.`,
    `${whole(answer.shares.length)} suppliers, ${figure(answer.total)} in all. ${graph}.`,
    '',
    ...tableLines(columns, rows, width),
  ];
  return `${lines.join('\n')}\n`;
}
