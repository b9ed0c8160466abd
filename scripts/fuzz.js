/** Damaged files for every importer, 10,000 each or as often as asked: `node scripts/fuzz.js 500`. */
import { spawnSync } from 'node:child_process';

const runs = process.argv[2] ?? '10000';
/** Tests that damage files: of foreign formats, of anyone's tables, of our own. */
const FILES = ['import/formats', 'import/mapping/examples', 'import/own-fuzz'];
const steps = [
  ['tsc', '-b'],
  ['vitest', 'run', '--project', 'server', '--testTimeout=3600000', ...FILES],
];
for (const args of steps) {
  const { status } = spawnSync('npx', args, {
    stdio: 'inherit',
    env: { ...process.env, FUZZ: runs },
  });
  process.exitCode = status ?? 1;
  if (status !== 0) break;
}
