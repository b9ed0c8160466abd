import { type CutSetsAnswer, KINDS } from '@msp-impact/contract';
import { Option } from 'commander';
import { type Candidates, cutSetsAnswer } from '../../answers/cut-sets.ts';
import { whole } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { nodeNamed } from '../ids.ts';
import { type Common, wholeFrom, withCommon } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { withSnapshot } from '../source.ts';

interface Options extends Common {
  readonly target: string;
  readonly maxOrder: number;
  readonly candidates: Candidates;
  readonly limit?: number;
}

const DEFAULT_ORDER = 2;

export const cutSets: CommandFile = {
  declare: (program, output) => {
    const candidates = new Option('--candidates <which>', 'what may fail')
      .choices(['all', 'leaves', ...KINDS])
      .default('all');
    withCommon(program.command('cut-sets'))
      .summary('what alone stops a node, and which two together')
      .description('The smallest sets of nodes that bring the target down when they stop.')
      .requiredOption('--target <id>', 'the node that is lost')
      .option('--max-order <k>', 'sets of up to so many nodes', wholeFrom(1), DEFAULT_ORDER)
      .addOption(candidates)
      .option('--limit <n>', 'lists as many sets; all are counted', wholeFrom(0))
      .action((options: Options) => run(options, output));
  },
};

async function run(options: Options, output: Output): Promise<void> {
  await withSnapshot(options.graph, async (snapshot, source) => {
    const target = nodeNamed(snapshot, options.target, '--target');
    const { maxOrder, candidates } = options;
    const answer = await cutSetsAnswer(snapshot, { target, maxOrder, candidates });
    const { revision: _, ...told } = {
      ...answer,
      sets: sorted(answer.sets).slice(0, options.limit),
    };
    if (!answer.complete) {
      output.say(`Not complete: only sets of up to ${answer.maxOrder} nodes were searched for.`);
    }
    if (options.json) return writeJson(output, told);
    return output.write(report(told, source.describe(snapshot)));
  });
}

type Told = Omit<CutSetsAnswer, 'revision'>;

/** By order, then ids (code units). */
function sorted(sets: readonly (readonly string[])[]): string[][] {
  const inside = sets.map((set) => [...set].sort());
  return inside.sort((a, b) => a.length - b.length || compare(a, b));
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((id, i) => id !== b[i]);
  return at === -1 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
}

function report({ target, count, countByOrder, sets, maxOrder }: Told, graph: string): string {
  const lines = sets.map((set) => set.join(' + '));
  const orders = countByOrder.map((n, i) => `${whole(n)} of ${i + 1}`).join(', ');
  const total =
    count === 0
      ? `Nothing of up to ${maxOrder} nodes stops ${target}.`
      : `${whole(count)} ${count === 1 ? 'set stops' : 'sets stop'} ${target}: ${orders}.`;
  if (sets.length < count) lines.push(`… ${whole(count - sets.length)} more`);
  return `${[...lines, total, `${graph}.`].join('\n')}\n`;
}
