/** The command line as a whole: its commands, and what its endings mean. */
import { Command, CommanderError } from 'commander';
import { Conflict, StoreFault } from '../store/port.ts';
import type { CommandFile } from './command.ts';
import { concentration } from './commands/concentration.ts';
import { cutSets } from './commands/cut-sets.ts';
import { exportCommand } from './commands/export.ts';
import { impact } from './commands/impact.ts';
import { importCommand } from './commands/import.ts';
import { measuresCommand } from './commands/measures.ts';
import { paths } from './commands/paths.ts';
import { rank } from './commands/rank.ts';
import { replay } from './commands/replay.ts';
import { reportCommand } from './commands/report.ts';
import { serve } from './commands/serve.ts';
import { simulateCommand } from './commands/simulate.ts';
import { validate } from './commands/validate.ts';
import { Failure, oneLine, Usage } from './failure.ts';
import { type Output, ReaderGone } from './output.ts';
import { version } from './version.ts';

const COMMANDS: readonly CommandFile[] = [
  serve,
  impact,
  rank,
  cutSets,
  paths,
  concentration,
  simulateCommand,
  measuresCommand,
  reportCommand,
  replay,
  importCommand,
  exportCommand,
  validate,
];

const EPILOGUE = `
Ids in one option may be separated by commas, and options repeat. Settings come from the
environment: MSP_DATA, HOST, PORT, NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD.
Exit codes: 0 done, 1 refused or failed, 2 wrong usage.`;

export function buildProgram(output: Output): Command {
  const program = new Command('msp-impact')
    .description('If a managed service provider stops, what falls.')
    .version(version())
    .exitOverride() // throws instead of ending the process; commands below take it over
    .addHelpText('after', EPILOGUE);
  for (const command of COMMANDS) command.declare(program, output);
  return program;
}

/**
 * @param held called when a server that never answers may hold its socket, and this process, open
 * @returns the exit code; never ends the process itself
 */
export async function runProgram(
  argv: readonly string[],
  output: Output,
  held: () => void = () => {},
): Promise<number> {
  try {
    await buildProgram(output).parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'unreachable') held();
    return ending(error, output);
  }
}

function ending(error: unknown, output: Output): number {
  if (error instanceof ReaderGone) return 0;
  // Commander has told the reason already; 0 is --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Conflict) {
    output.say('msp-impact: the graph changed while it was being read; try again');
    return 1;
  }
  const told = error instanceof Failure || error instanceof Usage || error instanceof StoreFault;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  output.say(`msp-impact: ${oneLine(message)}`);
  if (!told && process.env.MSP_DEBUG) output.say(stack ?? '');
  return error instanceof Usage ? 2 : 1;
}
