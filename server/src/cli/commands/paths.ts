import { pathsAnswer } from '../../answers/ways.ts';
import type { CommandFile } from '../command.ts';
import { nodeNamed } from '../ids.ts';
import { type Common, wholeFrom, withCommon } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { withSnapshot } from '../source.ts';

interface Options extends Common {
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

const DEFAULT_LIMIT = 1000;

export const paths: CommandFile = {
  declare: (program, output) => {
    withCommon(program.command('paths'))
      .summary('the ways between two nodes')
      .description('The ways on which what stops at one node reaches another, shortest first.')
      .requiredOption('--from <id>', 'where the way begins')
      .requiredOption('--to <id>', 'where it ends')
      .option('--limit <n>', 'as many paths', wholeFrom(1), DEFAULT_LIMIT)
      .action((options: Options) => run(options, output));
  },
};

async function run({ from, to, limit, graph, json }: Options, output: Output): Promise<void> {
  await withSnapshot(graph, async (snapshot, source) => {
    const start = nodeNamed(snapshot, from, '--from');
    const end = nodeNamed(snapshot, to, '--to');
    const { count, complete, paths: found } = pathsAnswer(snapshot, start, end, limit);
    if (json) return writeJson(output, { count, complete, paths: found });
    const lines = found.map((path) => path.join(' → '));
    const total = `${count} ${count === 1 ? 'path' : 'paths'}${complete ? '' : ', and there are more'}.`;
    return output.write(`${[...lines, total, `${source.describe(snapshot)}.`].join('\n')}\n`);
  });
}
