/**
 * `npm run neo4j`: a real Neo4j 5.26 Community on this machine, with Java and Maven alone.
 *
 * Maven fetches the jars once into .neo4j/lib. Settings: NEO4J_PORT (7687), NEO4J_PASSWORD
 * (msp-impact), NEO4J_HOME (.neo4j/home, where the data lies), NEO4J_HEAP (4g). `--fetch` only fetches.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'scripts', 'neo4j');
const LIB = join(ROOT, '.neo4j', 'lib');
/** Written when every jar has come: a fetch that was cut short starts again. */
const FETCHED = join(LIB, 'fetched');
const READY_WITHIN_MS = 240_000;
const DEFAULT_PASSWORD = 'msp-impact';
const OPENS = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];

/** A sentence that the user can act on, as opposed to a fault of this script. */
export class Neo4jUnavailable extends Error {}

const runs = (command, flag) => spawnSync(command, [flag], { stdio: 'ignore' }).status === 0;

/** Whether startNeo4j can run without a download. */
export function neo4jAvailable() {
  return existsSync(FETCHED) && runs('java', '-version');
}

/** Fetches the jars (about 116 MB) unless they are there. */
export function fetchNeo4j() {
  if (existsSync(FETCHED)) return;
  if (!runs('mvn', '-version')) throw new Neo4jUnavailable('Maven (mvn) is missing: install it.');
  rmSync(LIB, { recursive: true, force: true });
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime'];
  const args = ['-B', '-q', '-f', join(SOURCES, 'pom.xml'), ...goal, `-DoutputDirectory=${LIB}`];
  const { status } = spawnSync('mvn', args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Neo4jUnavailable('Maven could not fetch Neo4j; see above.');
  writeFileSync(FETCHED, `${readdirSync(LIB).length} jars\n`);
}

/** `wanted` itself where it is free; 0 asks for any. */
function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ message }) => {
      const text = `Port ${wanted} cannot be used (${message}). Choose another with NEO4J_PORT.`;
      reject(new Neo4jUnavailable(text));
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function launch(home, port, password) {
  const opens = OPENS.flatMap((name) => ['--add-opens', `java.base/${name}=ALL-UNNAMED`]);
  const heap = `-Xmx${process.env.NEO4J_HEAP ?? '4g'}`;
  const options = [heap, ...opens, '--enable-native-access=ALL-UNNAMED'];
  const program = ['-cp', join(LIB, '*'), join(SOURCES, 'Neo4jServer.java'), home, String(port)];
  return spawn('java', [...options, ...program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NEO4J_PASSWORD: password },
  });
}

/** Resolves at the line READY; rejects with the last words of a server that gave up. */
function untilReady(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why) => reject(new Neo4jUnavailable(`Neo4j did not start: ${why}\n${said}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('it took too long');
    }, READY_WITHIN_MS);
    const listen = (text) => {
      said = (said + text).slice(-4000);
      if (!/^READY$/m.test(said)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`exit ${code}`);
    });
  });
}

/** Closes its input, the gentle way; after 30 s the hard one. */
function stopper(child) {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    child.stdin.end();
    await gone;
    clearTimeout(timer);
  };
}

/**
 * Starts a server on 127.0.0.1 and waits until it answers (15 to 60 s). Its data outlive it in `home`.
 *
 * @param {{ home: string, port?: number, password?: string }} options without a port, a free one
 * @returns {Promise<{ uri: string, user: string, password: string, port: number, exited: Promise<number>, stop(): Promise<void> }>}
 */
export async function startNeo4j({ home, port, password = DEFAULT_PASSWORD }) {
  if (!runs('java', '-version')) throw new Neo4jUnavailable('Java 17 or newer is missing.');
  fetchNeo4j();
  mkdirSync(home, { recursive: true });
  const at = await freePort(port ?? 0);
  const child = launch(home, at, password);
  child.stdin.on('error', () => {});
  await untilReady(child);
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const uri = `bolt://127.0.0.1:${at}`;
  return { uri, user: 'neo4j', password, port: at, exited, stop: stopper(child) };
}

async function main() {
  if (process.argv.includes('--fetch')) return fetchNeo4j();
  const server = await startNeo4j({
    home: process.env.NEO4J_HOME ?? join(ROOT, '.neo4j', 'home'),
    port: Number(process.env.NEO4J_PORT ?? 7687),
    password: process.env.NEO4J_PASSWORD ?? DEFAULT_PASSWORD,
  });
  console.log(`Neo4j is ready. Start the mapper on it with:
NEO4J_URI=${server.uri} NEO4J_USER=${server.user} NEO4J_PASSWORD=${server.password} npm start`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stop());
  process.exitCode = await server.exited;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error instanceof Neo4jUnavailable ? error.message : error);
    process.exitCode = 1;
  });
}
