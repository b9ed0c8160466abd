/**
 * The program `msp-impact`. The exit code is set, never forced: what waits in a pipe that is read
 * slowly would be cut off. Only where a silent server holds the process open is it ended.
 */
import { processOutput } from './output.ts';
import { runProgram } from './program.ts';

let held = false;
process.exitCode = await runProgram(process.argv, processOutput(), () => {
  held = true;
});
// All there is to say is one line on standard error: once that is read the process may go.
if (held) process.stderr.write('', () => process.exit());
