/** Runs the built program as people do. For tests; `npm test` builds first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROGRAM = fileURLToPath(new URL('../../../bin/msp-impact.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'msp-impact-cli-'));
}

export function fileIn(folder: string, name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** @param env on top of an environment without settings */
export function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [PROGRAM, ...args], { env: { PATH, ...env } });
}

/** @param pause milliseconds between two reads of standard output, for a slow reader */
export async function run(
  args: readonly string[],
  env: Record<string, string> = {},
  pause = 0,
): Promise<Ended> {
  const child = start(args, env);
  let err = '';
  child.stderr?.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let out = '';
  for await (const data of child.stdout ?? []) {
    out += data;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { code: await ended, out, err };
}
