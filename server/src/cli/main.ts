/**
 * The program `msp-impact`. The exit code is set, never forced: what waits in a pipe that is read
 * slowly would be cut off.
 */
import { processOutput } from './output.ts';
import { runProgram } from './program.ts';

process.exitCode = await runProgram(process.argv, processOutput());
