/** What the documents name must be there: files behind links, headings behind anchors, paths in code. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const list = (...patterns) =>
  execFileSync('git', ['ls-files', ...patterns], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)));
const DOCUMENTS = list('*.md');
const ROOMS = new Set(list().map((file) => file.split('/')[0]));

const text = (file) => readFileSync(join(ROOT, file), 'utf8');
const withoutBlocks = (markdown) => markdown.replace(/^```[\s\S]*?^```/gm, '');

/** `[words](target "title")`, pictures too; those in code are no links. */
function linksOf(markdown) {
  const prose = withoutBlocks(markdown).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(([, target]) => target);
}

/** Headings as the addresses that readers of Markdown give them. */
function anchorsOf(markdown) {
  const headings = withoutBlocks(markdown).matchAll(/^#{1,6} +(.+?) *$/gm);
  const plain = [...headings].map(([, words]) =>
    words
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return plain.map((words, i) => {
    const before = plain.slice(0, i).filter((one) => one === words).length;
    return before === 0 ? words : `${words}-${before}`;
  });
}

function isBroken(file, target) {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return false;
  const [path, anchor] = target.split('#');
  const place = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  if (place.startsWith('..') || !existsSync(join(ROOT, place))) return true;
  if (!anchor || !place.endsWith('.md')) return false;
  return !anchorsOf(text(place)).includes(decodeURIComponent(anchor));
}

/** `server/src/rules/` and the like, from the root; with braces or stars they are patterns, not paths. */
function pathsOf(markdown) {
  const code = [...withoutBlocks(markdown).matchAll(/`([\w@.-]+\/[\w@./-]*)`/g)];
  return code.map(([, path]) => path).filter((path) => ROOMS.has(path.split('/')[0]));
}

test('there are documents to look at', () => {
  expect(DOCUMENTS).toContain('README.md');
  expect(DOCUMENTS.flatMap((file) => linksOf(text(file))).length).toBeGreaterThan(50);
  expect(DOCUMENTS.flatMap((file) => pathsOf(text(file))).length).toBeGreaterThan(20);
});

describe.each(DOCUMENTS)('%s', (file) => {
  test('leads nowhere in vain', () => {
    expect(linksOf(text(file)).filter((target) => isBroken(file, target))).toEqual([]);
  });

  test('names no file that is not there', () => {
    expect(pathsOf(text(file)).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
