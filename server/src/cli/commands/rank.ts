import { KINDS, type Kind, type RankAnswer } from '@msp-impact/contract';
import { InvalidArgumentError } from 'commander';
import { cliRank, rankAnswer } from '../../answers/rank.ts';
import { whole } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { Failure } from '../failure.ts';
import { type Common, collectAs, wholeFrom, withCommon } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { withSnapshot } from '../source.ts';
import { tableLines } from '../table.ts';

interface Options extends Common {
  readonly kind?: Kind[];
  readonly top?: number;
}

/** Rows of the table without --top; `--json` has all. */
const SHOWN = 50;
const NO_PEOPLE =
  'No populations are on record: the score is Σ (1 − level) over services and regions.';

export const rank: CommandFile = {
  declare: (program, output) => {
    withCommon(program.command('rank'))
      .summary('what would hurt most')
      .description('Every node stopped alone, worst first.')
      .option('--kind <kind>', `only these: ${KINDS.join(', ')}`, collectAs(kindOf))
      .option('--top <n>', 'as many rows', wholeFrom(1))
      .action((options: Options) => run(options, output));
  },
};

export function kindOf(text: string): Kind {
  const kind = KINDS.find((one) => one === text);
  if (kind) return kind;
  throw new InvalidArgumentError(`it must be one of ${KINDS.join(', ')}.`);
}

async function run({ kind, top, graph, json }: Options, output: Output): Promise<void> {
  await withSnapshot(graph, async (snapshot, source) => {
    const answer = await rankAnswer(snapshot, {
      kinds: kind,
      top: top ?? (json ? undefined : SHOWN),
    });
    if (!answer) throw new Failure('ranking this graph takes longer than is allowed');
    if (!answer.byPeople) output.say(NO_PEOPLE);
    if (json) return writeJson(output, cliRank(answer));
    return output.write(report(answer, source.describe(snapshot), output.width));
  });
}

function report(answer: RankAnswer, graph: string, width: number | undefined): string {
  const columns = [
    { head: '', right: true },
    { head: answer.byPeople ? 'PEOPLE LOST' : 'SCORE', right: true },
    { head: 'DOWN', right: true },
    { head: 'DEGRADED', right: true },
    { head: 'KIND' },
    { head: 'NAME' },
    { head: 'ID' },
  ];
  const rows = answer.rows.map((row, i) => [
    String(i + 1),
    answer.byPeople ? whole(row.score) : String(Number(row.score.toFixed(3))),
    whole(row.down),
    whole(row.degraded),
    row.kind,
    row.name,
    row.id,
  ]);
  const lines = tableLines(columns, rows, width);
  return `${lines.join('\n')}\n\n${answer.rows.length} of ${whole(answer.total)}. ${graph}.\n`;
}
