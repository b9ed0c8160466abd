/** What a command is to the program: a file of commands/ gives one, program.ts lists them. */
import type { Command } from 'commander';
import type { Output } from './output.ts';

export interface CommandFile {
  /** Declares name, options and action on the program. */
  readonly declare: (program: Command, output: Output) => void;
}
