/**
 * A CSV of links into the embedded store, checked, as a job would bring it in: the file on disk, a
 * graph of nodes stored. Beside it the same rows into SQLite with nothing checked; and once more.
 * LINKS sets another size than a million.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse/sync';
import Database from 'libsql';
import { Editor } from '../server/dist/edit/editor.js';
import { importInto } from '../server/dist/routes/import.js';
import { SnapshotHolder } from '../server/dist/snapshot/holder.js';
import { openStore } from '../server/dist/store/open.js';
import { ratio, row } from './report.js';

const LINKS = Number(process.env.LINKS ?? 1_000_000);
const NODES = LINKS / 10;

export const title = `Import of ${LINKS.toLocaleString('en-GB')} links in CSV into the embedded store`;

export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'msp-impact-bench-'));
  try {
    const path = join(folder, 'links.csv');
    writeFileSync(path, linksCsv());
    const first = await imported(folder, path);
    const unchecked = written(folder, path);
    const again = await imported(folder, path);
    print(first, unchecked, again, statSync(path).size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(first, unchecked, again, bytes) {
  const seconds = (ms) => `${(ms / 1000).toPrecision(3)} s`;
  const megabytes = (size) => `${Math.round(size / 1e6)} MB`;
  row('read, checked and written', seconds(first.time), '≤ 60 s');
  row('  processor time of all threads', seconds(first.cpu));
  row('  rows a second', Math.round(LINKS / (first.time / 1000)).toLocaleString('en-GB'));
  row('  size of the file', megabytes(bytes));
  row('rows into SQLite, unchecked', seconds(unchecked.time));
  row('  ours against that', ratio(first.time, unchecked.time), '≤ 3 ×');
  row('  processor times', ratio(first.cpu, unchecked.cpu));
  row('most memory, over the graph once stored', megabytes(first.overGraph), '≤ 512 MB');
  row('longest turn of the event loop', `${Math.round(first.longest)} ms`, '≤ 100 ms');
  row('the same file again', seconds(again.time), `≤ ${seconds(first.time)}`);
  row('  changed by it', String(again.changed), '0');
}

/** Ids as people have them, ends spread over the nodes: the same at every run. */
function linksCsv() {
  const lines = ['from,to,strength,substitutability'];
  let seed = 1;
  for (let i = 0; i < LINKS; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const from = Math.floor(i / 10);
    const to = (from + 1 + ((seed >>> 8) % (NODES / 10 - 1)) * 10 + (i % 10)) % NODES;
    lines.push(`node-${from},node-${to},0.${(seed % 9) + 1},complex`);
  }
  return `${lines.join('\n')}\n`;
}

async function imported(folder, path) {
  const store = await openStore({ dataFolder: folder });
  if ((await store.reader.revision()) === 0) await storeNodes(store);
  const holder = await SnapshotHolder.open(store);
  const editor = new Editor(store, holder);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const watch = { signal: new AbortController().signal, report() {} };
  const memory = watchMemory();
  const before = await store.reader.revision();
  delay.enable();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const request = { name: 'links.csv', text: '', format: 'links' };
  const beside = { watch, files: [{ name: 'links.csv', path }] };
  const answer = await importInto({ store, editor }, request, 'bench', beside);
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  memory.stop();
  const overGraph = memory.overGraph();
  await holder.close?.();
  await store.close();
  if (answer.rejected.length > 0) throw new Error(JSON.stringify(answer.rejected[0]));
  const changed = answer.revision - before === 0 ? 0 : answer.difference.created;
  const longest = delay.max / 1e6;
  return { time, cpu: (user + system) / 1000, overGraph, longest, changed };
}

async function storeNodes(store) {
  const nodes = Array.from({ length: NODES }, (_, i) => {
    return { id: `node-${i}`, kind: 'service', name: `Node ${i}` };
  });
  const empty = { dependencies: [], contracts: [], name: '', actor: 'bench', summary: 'nodes' };
  await store.writer.replace({ ...empty, base: 0, nodes });
}

/** Memory of the process, all threads, beyond what it had and what is alive after the import. */
function watchMemory() {
  const [start, alive] = [process.memoryUsage.rss(), living()];
  let peak = start;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return {
    stop: () => {
      look();
      clearInterval(timer);
    },
    overGraph: () => peak - start - (living() - alive),
  };
}

function living() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Parsed, and each row inserted as it is. */
function written(folder, path) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const database = new Database(join(folder, 'unchecked.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    'CREATE TABLE link (id TEXT PRIMARY KEY, "from" TEXT, "to" TEXT, strength REAL, substitutability TEXT) WITHOUT ROWID',
  );
  const insert = database.prepare('INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?)');
  database.exec('BEGIN');
  for (const [from, to, strength, how] of parse(readFileSync(path), { from_line: 2 })) {
    insert.run(`${from}->${to}`, from, to, Number(strength), how);
  }
  database.exec('COMMIT');
  database.close();
  const { user, system } = process.cpuUsage(cpu);
  return { time: performance.now() - start, cpu: (user + system) / 1000 };
}
