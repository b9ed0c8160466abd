/** From the embedded file to the first answer: each start in a process of its own, as a user's would be. */
import { execFileSync } from 'node:child_process';
import { farReaching, largeDocument, largeGraph, SIZE } from './large.js';
import { median, ms, row } from './report.js';
import { storedFolder } from './served.js';

const STARTS = 5;
const CHILD = new URL('store-child.js', import.meta.url).pathname;

export const title = `Start from the embedded file: ${SIZE}`;

export async function measure() {
  const [{ id }] = farReaching(largeGraph().graph, 1);
  const { dataFolder, remove } = await storedFolder(largeDocument());
  try {
    const starts = Array.from({ length: STARTS }, () =>
      JSON.parse(execFileSync(process.execPath, [CHILD, dataFolder, id], { encoding: 'utf8' })),
    );
    const step = (of) => ms(median(starts.map(of)));
    row(
      'start to first answer, median of 5 processes',
      step((one) => one.answered),
      '≤ 1500 ms',
    );
    row(
      '  program loaded',
      step((one) => one.loaded),
    );
    row(
      '  columns read',
      step((one) => one.read - one.loaded),
    );
    row(
      '  snapshot built',
      step((one) => one.built - one.read),
    );
    row(
      '  first impact answered',
      step((one) => one.answered - one.built),
    );
    row(
      '  processor time of all threads',
      step((one) => one.cpu),
    );
  } finally {
    remove();
  }
}
