/**
 * Applies each seeded fault to a temporary copy of engine/ and runs the engine's tests against it.
 * `node engine/mutants/run.js [part of a name or of a file]…`. Exit 1 when a fault survives, when a text to
 * replace is not found exactly once, or when the tests fail without a fault.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.js';
import { OVER_TIME } from './over-time.js';

const engine = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(engine, '..', 'node_modules');
const TIME_LIMIT_MS = 300_000;
/** As in vitest.config.ts, which a room does not have. */
const TEST_TIMEOUT_MS = 120_000;

/** A copy of the engine's source that finds the same packages. */
async function copyEngine() {
  const room = await mkdtemp(join(tmpdir(), 'engine-mutants-'));
  await cp(join(engine, 'src'), join(room, 'src'), { recursive: true });
  await cp(join(engine, 'package.json'), join(room, 'package.json'));
  await symlink(modules, join(room, 'node_modules'));
  return room;
}

/** Runs the tests in a room until the first failure. A run that hangs counts as a failure. */
function testsPass(room) {
  const vitest = join(modules, 'vitest', 'vitest.mjs');
  const timeout = `--testTimeout=${TEST_TIMEOUT_MS}`;
  const rest = ['--bail', '1', '--no-isolate', '--reporter', 'dot', timeout];
  const options = ['run', '--root', room, ...rest];
  const env = { ...process.env, FC_RUNS: '150' };
  const child = spawn(process.execPath, [vitest, ...options], { env, stdio: 'ignore' });
  const clock = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(clock);
      resolve(code === 0);
    });
  });
}

/** Whether the tests notice the fault. */
async function isCaught(room, { name, file, from, to }) {
  const path = join(room, 'src', file);
  const source = await readFile(path, 'utf8');
  if (source.split(from).length !== 2) {
    throw new Error(`${name}: in ${file} this must occur exactly once: ${from}`);
  }
  await writeFile(
    path,
    source.replace(from, () => to),
  );
  try {
    return !(await testsPass(room));
  } finally {
    await writeFile(path, source);
  }
}

async function main() {
  const parts = process.argv.slice(2);
  const wanted = [...MUTANTS, ...OVER_TIME].filter(
    ({ name, file }) =>
      parts.length === 0 || parts.some((part) => name.includes(part) || file.includes(part)),
  );
  const room = await copyEngine();
  const survivors = [];
  try {
    if (!(await testsPass(room))) throw new Error('the tests fail without any fault');
    for (const mutant of wanted) {
      const caught = await isCaught(room, mutant);
      process.stdout.write(`${caught ? 'caught  ' : 'SURVIVED'} ${mutant.name}\n`);
      if (!caught) survivors.push(mutant.name);
    }
  } finally {
    await rm(room, { recursive: true, force: true });
  }
  process.stdout.write(`${wanted.length} mutants, ${wanted.length - survivors.length} caught\n`);
  if (survivors.length > 0) process.exitCode = 1;
}

main().catch((error) => {
  process.stderr.write(`mutants: ${error.message}\n`);
  process.exitCode = 1;
});
