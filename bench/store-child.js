/** One start from an embedded file, in a process of its own: prints ms since the process began, by step. */

import { ask } from '../server/dist/answers/ask.js';
import { impactAnswer } from '../server/dist/answers/impact.js';
import { buildSnapshot } from '../server/dist/snapshot/build.js';
import { openStore } from '../server/dist/store/open.js';

const [dataFolder, id] = process.argv.slice(2);
const loaded = performance.now();
const store = await openStore({ dataFolder });
const columns = await store.reader.columns();
const read = performance.now();
const snapshot = buildSnapshot(columns);
const built = performance.now();
const { total } = impactAnswer(ask(snapshot, { down: [{ id }] }).value);
const answered = performance.now();
const { user, system } = process.cpuUsage();
const cpu = (user + system) / 1000;
await store.close();
console.log(JSON.stringify({ loaded, read, built, answered, cpu, total }));
