/**
 * 200 MB of OCDS JSON Lines read into suppliers and contracts, in a process of its own: how fast, and
 * whether memory grows with the file. MEGABYTES sets another size than 200.
 */
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { row } from './report.js';

const MEGABYTES = Number(process.env.MEGABYTES ?? 200);
const CHILD = new URL('ocds-child.js', import.meta.url).pathname;
/** So that memory is cleared when it should be, not when there is no more. */
const HEAP = ['--expose-gc', '--max-old-space-size=128'];
/** Processes that the file tells of; each is published again and again, as registers do. */
const PROCESSES = 20_000;

export const title = `Reading ${MEGABYTES} MB of OCDS JSON Lines`;

export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'msp-impact-bench-'));
  try {
    const quarter = await written(join(folder, 'quarter.jsonl'), MEGABYTES / 4);
    const whole = await written(join(folder, 'whole.jsonl'), MEGABYTES);
    const [small, large] = [quarter, whole].map((path) =>
      JSON.parse(execFileSync(process.execPath, [...HEAP, CHILD, path], { encoding: 'utf8' })),
    );
    const bytes = statSync(whole).size;
    const speed = (ms) => `${(bytes / 1e6 / (ms / 1000)).toPrecision(3)} MB/s`;
    row('read', speed(large.time), '≥ 20 MB/s');
    row('  by processor time of all threads', speed(large.cpu));
    row('  releases, contracts made', `${large.read}, ${large.contracts}`);
    row('most memory above the start', `${Math.round(large.memory / 1e6)} MB`);
    row('  for a quarter of the file', `${Math.round(small.memory / 1e6)} MB`, 'as much');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Releases like those of real registers, the same at every run. */
async function written(path, megabytes) {
  const file = createWriteStream(path);
  for (let i = 0, bytes = 0; bytes < megabytes * 1e6; i++) {
    const line = `${JSON.stringify(release(i))}\n`;
    bytes += line.length;
    if (!file.write(line)) await new Promise((resolve) => file.once('drain', resolve));
  }
  file.end();
  await finished(file);
  return path;
}

function release(i) {
  const number = i % PROCESSES;
  const id = `GB-COH-${String(10_000_000 + (number % 5_000))}`;
  const day = new Date(Date.UTC(2022, 0, 1 + (i % 1000))).toISOString();
  const supplier = { id, name: `Supplier ${number % 5_000} Limited` };
  const filler = `Provision, support and maintenance of systems, lot ${number}. `.repeat(12);
  return {
    ocid: `ocds-b5fd17-${number}`,
    id: `notice-${i}`,
    date: day,
    tag: ['award'],
    language: 'en',
    parties: [
      {
        ...supplier,
        identifier: { scheme: 'GB-COH', id: id.slice(7), legalName: supplier.name },
        address: {
          streetAddress: `${number} High Street`,
          postalCode: 'AB1 2CD',
          countryName: 'England',
        },
        roles: ['supplier'],
      },
      { id: 'buyer', name: 'A health board', roles: ['buyer'] },
    ],
    buyer: { id: 'buyer', name: 'A health board' },
    tender: { id: `tender-${number}`, title: `Systems ${number}`, description: filler },
    awards: [
      {
        id: 'award-1',
        status: 'active',
        date: day,
        value: { amount: 1000 + number, currency: 'GBP' },
        suppliers: [supplier],
        contractPeriod: { startDate: day, endDate: '2027-03-31T00:00:00Z' },
      },
    ],
  };
}
