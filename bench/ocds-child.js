/** Reads one file of notices; prints how long that took and how much memory it needed. */
import { ocds } from '../server/dist/import/formats/ocds/ocds.js';

const [path] = process.argv.slice(2);
globalThis.gc?.();
const start = process.memoryUsage.rss();
let peak = start;
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);
const [began, before] = [performance.now(), process.cpuUsage()];
const { read, candidates } = await ocds.read([{ name: 'notices.jsonl', path }]);
const time = performance.now() - began;
const { user, system } = process.cpuUsage(before);
clearInterval(timer);
const contracts = candidates.filter(({ type }) => type === 'contract').length;
const memory = peak - start;
console.log(JSON.stringify({ time, cpu: (user + system) / 1000, read, contracts, memory }));
