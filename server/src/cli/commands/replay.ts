import type { ReplayAnswer } from '@msp-impact/contract';
import { DEFAULT_SAMPLE } from '../../samples.ts';
import { replayOf } from '../../scenario/replay.ts';
import { percent } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { Failure } from '../failure.ts';
import { type Output, writeJson } from '../output.ts';
import { tableLines } from '../table.ts';

interface Options {
  readonly sample: string;
  readonly json?: boolean;
}

export const replay: CommandFile = {
  declare: (program, output) => {
    program
      .command('replay')
      .summary('an incident of the past, model beside sources')
      .description(
        'Runs the scenario of a sample and holds it against what was published, day by day.',
      )
      .option('--sample <id>', 'which sample', DEFAULT_SAMPLE)
      .option('--json', 'one JSON value on standard output')
      .action((options: Options) => run(options, output));
  },
};

async function run({ sample, json }: Options, output: Output): Promise<void> {
  const answer = await replayOf(sample);
  if (!answer) throw new Failure(`--sample ${sample}: no sample of this id has a replay`);
  if (json) return writeJson(output, answer);
  return output.write(report(answer, output.width));
}

function report(answer: ReplayAnswer, width?: number): string {
  const { title, agreeing, rows, assumptions, notComparable = [] } = answer;
  const columns = [
    { head: 'DATE' },
    { head: 'MODEL', right: true },
    { head: 'RANGE' },
    { head: 'AGREES' },
    { head: 'SUBJECT' },
    { head: 'SAID BY THE SOURCE' },
  ];
  const cells = rows.map(({ date, model, agrees, name, statement }) => [
    date,
    percent(model.level),
    model.range ? `${percent(model.range.low)}–${percent(model.range.high)}` : '',
    agrees,
    name,
    statement,
  ]);
  const reasons = rows.flatMap(({ date, name, why }) => (why ? [`${date} ${name}: ${why}`] : []));
  const lines = [
    `${title}: ${agreeing} of ${rows.length} statements agree with the point answer.`,
    '',
    ...tableLines(columns, cells, width),
    '',
    ...(reasons.length > 0 ? ['Why not:', ...reasons, ''] : []),
    ...(notComparable.length > 0
      ? ['Published too, but no level:', ...notComparable.map(setAside), '']
      : []),
    'Where the numbers come from:',
    ...assumptions,
  ];
  return `${lines.join('\n')}\n`;
}

function setAside({
  date,
  statement,
  reason,
}: NonNullable<ReplayAnswer['notComparable']>[number]): string {
  return `${[date, statement].filter(Boolean).join(' ')} ${reason}`;
}
