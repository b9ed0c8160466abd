/**
 * `npm run bench`, or `node bench/run.js reach rank …` for the named ones alone.
 * Needs the build. Prints; never fails because something is slow.
 */
import { readFileSync } from 'node:fs';
import { machine } from './report.js';

const BENCHES = [
  'reach',
  'rank',
  'simulate',
  'planning',
  'concentration',
  'store',
  'import',
  'ocds',
  'http',
  'paint',
  'scrub',
  'bundle',
];

const asked = process.argv.slice(2);
const strange = asked.find((name) => !BENCHES.includes(name));
if (strange) {
  console.error(`no benchmark is named "${strange}"; there are ${BENCHES.join(', ')}`);
  process.exit(2);
}
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
console.log(`MSP dependency impact mapper ${version}; ${machine()}`);
for (const name of asked.length > 0 ? asked : BENCHES) {
  const { title, measure } = await import(`./${name}.js`);
  console.log(`\n${title}`);
  await measure();
}
