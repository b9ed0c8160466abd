/** A data folder with a stored graph, and the real server on it: both gone when they are closed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '../server/dist/store/open.js';

const PROGRAM = new URL('../server/bin/msp-impact.js', import.meta.url).pathname;

/** A folder for the embedded store that holds the document. */
export async function storedFolder(document) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'msp-impact-bench-'));
  await fill({ dataFolder }, document);
  return { dataFolder, remove: () => rmSync(dataFolder, { recursive: true, force: true }) };
}

/** Puts the document in place of what the store holds. */
export async function fill(config, { name, nodes, dependencies }) {
  const store = await openStore(config);
  try {
    const base = await store.reader.revision();
    const head = { actor: 'bench', summary: 'Benchmark', base, name };
    await store.writer.replace({ ...head, nodes, dependencies, contracts: [] });
  } finally {
    await store.close();
  }
}

/**
 * `msp-impact serve` on a free port over the embedded store of a folder.
 * @returns {Promise<{ address: string, close(): Promise<void> }>} address without a slash at its end
 */
export async function serve(dataFolder) {
  const env = { ...process.env, MSP_DATA: dataFolder, PORT: '0', HOST: '127.0.0.1' };
  for (const name of Object.keys(env)) if (name.startsWith('NEO4J_')) delete env[name];
  const stdio = ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, [PROGRAM, 'serve'], { env, stdio });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (value === undefined) throw new Error('the server ended before it listened');
  const close = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { address: value.replace(/\/$/, ''), close };
}

/** Answer of a POST to the API, read to its end. */
export async function post(address, path, body) {
  const response = await fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
