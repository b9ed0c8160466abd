/** What a first visit loads before anything is clicked: the files that index.html itself names, compressed. */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { row } from './report.js';

const DIST = new URL('../web/dist/', import.meta.url);
/** Fonts, icons and lazy screens are named elsewhere, or do not hold up the page. */
const NAMED = /<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.(?:js|css))"/g;

export const title = 'Web bundle, first load, gzip';

const compressed = (text) => gzipSync(text, { level: 9 }).length;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export function measure() {
  const page = new URL('index.html', DIST);
  if (!existsSync(page)) return row('web/dist/index.html', 'MISSING', '≤ 300 kB');
  const html = readFileSync(page, 'utf8');
  const files = [...html.matchAll(NAMED)].map(([, file]) => file);
  const sizes = files.map((file) => [file, compressed(readFileSync(new URL(file, DIST)))]);
  const total = sizes.reduce((sum, [, size]) => sum + size, compressed(html));
  row('index.html and the scripts and styles that it names', kB(total), '≤ 300 kB');
  for (const [file, size] of sizes) row(`  ${file.replace(/-[\w-]{8}(?=\.)/, '')}`, kB(size));
}
