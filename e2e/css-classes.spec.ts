/** No part of the page may lose its styles silently. Needs no browser, only the files of the web view. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = new URL('../web/src/', import.meta.url).pathname;

/** `file: class` of every class that a part takes from a style sheet that does not have it. */
function missingClasses(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const imports = [...text.matchAll(/^import (\w+) from '([^']+\.module\.css)';$/gm)];
  const code = text.replaceAll(/ from '[^']+';$/gm, '');
  return imports.flatMap(([, name = '', path = '']) => {
    const sheet = readFileSync(join(ROOT, dirname(file), path), 'utf8');
    const there = new Set([...sheet.matchAll(/\.([A-Za-z_][\w-]*)/g)].map((found) => found[1]));
    const used = [...code.matchAll(new RegExp(`(?<![\\w.'/-])${name}\\.(\\w+)`, 'g'))];
    const names = new Set(used.map((found) => found[1] as string));
    return [...names].filter((one) => !there.has(one)).map((one) => `${file}: ${one}`);
  });
}

test('every class that a part uses stands in its style sheet', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
  const parts = files.filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'));
  expect(parts.length).toBeGreaterThan(100);
  expect(parts.flatMap(missingClasses)).toEqual([]);
});
