/** Data flows one way (docs/architecture.md): every import of a room is of one above it in these lists. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** From the ground up. A room may leave rooms out, but never look up. */
const SERVER = [
  'rules',
  'text',
  'store',
  'snapshot',
  'edit',
  'parties',
  'answers',
  'import',
  'export',
  'scenario',
  'measures',
  'jobs',
  'quality',
  'incident',
  'report',
  'routes',
  'cli',
];
const WEB = ['picture', 'canvas', 'api', 'url', 'ui', 'features', 'app'];

const isTest = (file) => /\.test\.|\/testing(\/|\.)/.test(file);

/** `[file, file that it imports]`, tests left out. */
function importsIn(folder) {
  const files = execFileSync('git', ['ls-files', folder], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !isTest(file));
  return files.flatMap((file) => {
    const found = readFileSync(join(ROOT, file), 'utf8').matchAll(
      /(?:from|import)\s*\(?'(\.[^']+)'/g,
    );
    return [...found].map(([, path]) => [file, normalize(join(dirname(file), path))]);
  });
}

const part = (file, depth) => file.split('/')[depth];

describe.each([
  ['server/src/', SERVER],
  ['web/src/', WEB],
])('%s', (folder, order) => {
  const imports = importsIn(folder);

  test('has no room that is not in the list', () => {
    const rooms = imports.flatMap(([file]) => (file.split('/').length > 3 ? [part(file, 2)] : []));
    expect([...new Set(rooms)].filter((room) => !order.includes(room))).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('imports nothing from a room above', () => {
    const looksUp = ([file, path]) => {
      const [from, to] = [file, path].map((one) => order.indexOf(part(one, 2)));
      return from >= 0 && to > from;
    };
    expect(imports.filter(looksUp)).toEqual([]);
  });
});

test('no feature imports another', () => {
  const features = importsIn('web/src/features/');
  const foreign = features.filter(
    ([file, path]) => part(path, 2) === 'features' && part(path, 3) !== part(file, 3),
  );
  expect(foreign).toEqual([]);
});
