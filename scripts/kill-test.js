/** Kills the embedded store in mid-write, 1,000 times or as often as asked: `node scripts/kill-test.js 50`. */
import { spawnSync } from 'node:child_process';

const kills = process.argv[2] ?? '1000';
const steps = [
  ['tsc', '-b'],
  ['vitest', 'run', '--project', 'server', 'store/embedded/kill'],
];
for (const args of steps) {
  const { status } = spawnSync('npx', args, {
    stdio: 'inherit',
    env: { ...process.env, KILLS: kills },
  });
  process.exitCode = status ?? 1;
  if (status !== 0) break;
}
