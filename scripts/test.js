/**
 * `npm test`: every check that this machine can run, one line of totals at the end.
 *
 * What the machine lacks (a browser, a Neo4j) is said loudly and counted as skipped; nothing is
 * downloaded. With CI=true nothing may be skipped: what is missing counts as failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser.js';
import { neo4jAvailable, startNeo4j } from './neo4j.js';

const strict = process.env.CI === 'true';
const scratch = mkdtempSync(join(tmpdir(), 'msp-impact-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function count(name, { passed = 0, failed = 0, skipped = 0 }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (failed > 0) failures.push(`${name}: ${failed}`);
}

/** A check without tests of its own counts as one. */
async function check(name, args) {
  console.log(`\n── ${name}`);
  const ok = (await run('npx', args)) === 0;
  count(name, ok ? { passed: 1 } : { failed: 1 });
  return ok;
}

function missing(name, advice) {
  console.log(`\n!! SKIPPED: ${name}. ${advice}`);
  count(name, strict ? { failed: 1 } : { skipped: 1 });
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function unitTests(env) {
  console.log('\n── unit, property, conformance and API tests');
  const file = join(scratch, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('npx', ['vitest', 'run', ...reporters], env);
  const report = readJson(file);
  if (!report) return count('unit tests', { failed: 1 });
  const crashed = code !== 0 && report.numFailedTests === 0 ? 1 : 0;
  const pending = report.numPendingTests + report.numTodoTests;
  count('unit tests', {
    passed: report.numPassedTests,
    failed: report.numFailedTests + crashed + (strict ? pending : 0),
    skipped: strict ? 0 : pending,
  });
}

async function browserTests(browser) {
  console.log(`\n── browser tests in ${browser}`);
  const file = join(scratch, 'playwright.json');
  const code = await run('npx', ['playwright', 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    CHROMIUM: browser,
  });
  const stats = readJson(file)?.stats;
  if (!stats) return count('browser tests', { failed: 1 });
  if (stats.flaky > 0)
    console.log(`\n!! ${stats.flaky} browser tests passed at the second try only`);
  const failed = stats.unexpected + (strict ? stats.skipped : 0);
  count('browser tests', {
    passed: stats.expected + stats.flaky,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: strict ? 0 : stats.skipped,
  });
}

async function withNeo4j(use) {
  if (process.env.NEO4J_URI) return use({});
  if (!neo4jAvailable()) {
    missing('Neo4j', 'Set NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, or run `npm run neo4j` once.');
    return use({});
  }
  console.log('\n── starting Neo4j');
  const server = await startNeo4j({ home: join(scratch, 'neo4j') });
  try {
    const { uri, user, password } = server;
    await use({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  } finally {
    await server.stop();
  }
}

async function main() {
  await check('lint', ['biome', 'ci', '.']);
  await check('types: contract, engine, server', ['tsc', '-b']);
  await check('types: web', ['tsc', '-p', 'web']);
  await check('build of the web view', ['npm', 'run', '--silent', 'build', '-w', 'web']);
  await check('generated reference', ['node', 'scripts/reference.js', '--check']);
  await withNeo4j(unitTests);
  const browser = findBrowser();
  if (browser) await browserTests(browser);
  else missing('browser', 'Install Chromium, or set CHROMIUM to its path.');
}

try {
  await main();
} catch (error) {
  console.error(error);
  count('the test command itself', { failed: 1 });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (failures.length > 0) console.log(`\nFailed in ${failures.join(', ')}`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
