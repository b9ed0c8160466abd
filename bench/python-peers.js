/** The Python process that times igraph and scipy: python3, or the program that PYTHON names. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SCRIPT = new URL('peers.py', import.meta.url).pathname;

/**
 * @returns {{ best(name: string, calls: number): Promise<number | undefined>, reached: Map<string, number>,
 *   close(): void }} ms, and how many nodes each peer that was asked has reached, the source among them
 */
export function pythonPeers({ nodes, links, source }) {
  const folder = mkdtempSync(join(tmpdir(), 'msp-impact-bench-'));
  const file = join(folder, 'links.bin');
  writeFileSync(file, pairsOf(links));
  const args = [SCRIPT, file, String(nodes), String(source)];
  const child = spawn(process.env.PYTHON ?? 'python3', args, {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // Without Python the answers end before they begin: every peer is missing.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const reached = new Map();
  return {
    reached,
    async best(name, calls) {
      child.stdin.write(`${name} ${calls}\n`);
      const { value } = await answers.next();
      const answer = value === undefined ? null : JSON.parse(value);
      if (answer) reached.set(name, answer.reached);
      return answer?.ms;
    },
    close() {
      child.stdin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pairsOf(links) {
  const pairs = new Uint32Array(links.from.length * 2);
  for (let i = 0; i < links.from.length; i++) {
    pairs[2 * i] = links.from[i];
    pairs[2 * i + 1] = links.to[i];
  }
  return pairs;
}
