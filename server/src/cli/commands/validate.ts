import type { Fault } from '@msp-impact/contract';
import { readDocument, totalNote } from '../../import/document.ts';
import { buildSnapshot } from '../../snapshot/build.ts';
import { nodeId } from '../../snapshot/read.ts';
import { memoryReader } from '../../store/memory-reader.ts';
import { whole } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { type Output, writeJson } from '../output.ts';
import { faultText, textOf } from '../source.ts';

const NAMED = 10;

export const validate: CommandFile = {
  declare: (program, output) => {
    program
      .command('validate')
      .summary('check a graph document')
      .description('Checks a graph document, and tells every error at its place.')
      .argument('<file>', 'the document')
      .option('--json', 'one JSON value on standard output')
      .action((file: string, options: { json?: boolean }) => run(file, options, output));
  },
};

async function run(file: string, { json }: { json?: boolean }, output: Output): Promise<void> {
  const read = readDocument(await textOf(file));
  const valid = 'ok' in read;
  const errors = valid ? [] : read.errors;
  if (!valid) {
    process.exitCode = 1;
    const note = totalNote(read);
    if (note) output.say(note);
  } else {
    const snapshot = buildSnapshot(await memoryReader(read.ok).columns());
    const groundless = Array.from(snapshot.graph.groundless, (node) => nodeId(snapshot, node));
    if (groundless.length > 0) output.say(groundlessNote(groundless));
  }
  if (json) return writeJson(output, { valid, errors: errors.map(told) });
  const counts = valid
    ? `${file} is valid: ${whole(read.ok.nodes.length)} nodes, ${whole(read.ok.dependencies?.length ?? 0)} links, ${whole(read.ok.contracts?.length ?? 0)} contracts.`
    : `${file} is not valid: ${whole(read.total)} ${read.total === 1 ? 'error' : 'errors'}.`;
  return output.write(`${[...errors.map(faultText), counts].join('\n')}\n`);
}

function told({ path, value = null, reason }: Fault) {
  return { path, value, reason };
}

/** No error: these nodes are taken as given. But somebody has left out what they stand on. */
function groundlessNote(ids: readonly string[]): string {
  const shown = ids.slice(0, NAMED).join(', ') + (ids.length > NAMED ? ', …' : '');
  return `Note: alternatives that only lean on each other, taken as given: ${shown}. Record what they stand on.`;
}
