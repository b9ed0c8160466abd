/** Test files run side by side, and the Neo4j of the tests has one database: they take turns. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';

const PAUSE_MS = 100;
const LONGEST_MS = 1_200_000;

/** Whether the process that wrote the lock is still there. */
function held(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function taken(file: string): boolean {
  try {
    const lock = openSync(file, 'wx');
    writeSync(lock, String(process.pid));
    closeSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Registers hooks: the tests of this file have the database of `uri` to themselves. Call it once, outermost. */
export function claimDatabase(uri: string): void {
  const name = createHash('sha256').update(uri).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `msp-impact-neo4j-${name}.lock`);
  beforeAll(async () => {
    while (!taken(file)) {
      await sleep(PAUSE_MS);
      // Twice: between its making and its pid a lock is empty.
      if (!held(file) && (await sleep(PAUSE_MS, true)) && !held(file))
        rmSync(file, { force: true });
    }
  }, LONGEST_MS);
  afterAll(() => rmSync(file, { force: true }));
}
