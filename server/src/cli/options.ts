/** Options as the command line takes them: repeated ones add, commas separate, nothing is variadic. */
import { type Command, InvalidArgumentError, Option } from 'commander';

/** For commander: collects `--down a,b --down c` as [a, b, c]. */
export function collect(value: string, before: readonly string[] = []): string[] {
  const parts = value.split(',').map((part) => part.trim());
  if (parts.includes(''))
    throw new InvalidArgumentError('give one or more ids, separated by commas.');
  return [...before, ...parts];
}

export function wholeFrom(least: number) {
  return (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`it must be a whole number of at least ${least}.`);
  };
}

/** `ID=LEVEL`, or `ID` alone where `standard` is given. */
export function idAndLevel(part: string, standard?: number): { id: string; level: number } {
  const at = part.lastIndexOf('=');
  if (at === -1 && standard !== undefined) return { id: part, level: standard };
  const text = part.slice(at + 1);
  const level = Number(text);
  if (at > 0 && /^[\d.]+(e-?\d+)?$/i.test(text) && level >= 0 && level <= 1) {
    return { id: part.slice(0, at), level };
  }
  throw new InvalidArgumentError(`"${part}" must be ID=LEVEL with a level from 0 to 1.`);
}

/** `FROM->TO`; node ids hold no `>`. */
export function pair(part: string): { from: string; to: string } {
  const [, from, to] = /^([^>]+)->([^>]+)$/.exec(part) ?? [];
  if (from !== undefined && to !== undefined) return { from, to };
  throw new InvalidArgumentError(`"${part}" must be FROM->TO.`);
}

/** Collects, each part read by `read`. */
export function collectAs<T>(read: (part: string) => T) {
  return (value: string, before: readonly T[] = []): T[] => [
    ...before,
    ...collect(value).map(read),
  ];
}

/** What every command that answers a question has. */
export interface Common {
  readonly graph?: string;
  readonly json?: boolean;
}

export function withCommon(command: Command): Command {
  return command.addOption(graphOption()).option('--json', 'one JSON value on standard output');
}

export function graphOption(): Option {
  return new Option('--graph <file>', 'work on this graph document, without a store');
}
