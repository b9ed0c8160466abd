import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { yamlPieces } from './pieces.ts';

async function pieces(text: string, size: number) {
  async function* texts() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const found = [];
  for await (const piece of yamlPieces(texts())) found.push(piece);
  return found;
}

const valuesOf = (text: string) =>
  [parseAllDocuments(text)].flat().flatMap((one) => ('toJS' in one ? [one.toJS() as unknown] : []));

test.each([
  ['a: 1\n---\nb: 2\n---\nc: 3\n', 3, 'three documents'],
  ['---\na: 1\n--- {b: 2}\n---\r\nc: |\n  x\n  ---\n  y\n', 4, 'dashes in a text'],
  ['---\na: ---x\n---y: 2\n', 1, 'dashes that begin no document'],
  ['a: 1\n...\n%YAML 1.2\n---\nb: 2\n---\nc: 3\n', 1, 'a directive'],
  ['a: 1\n', 1, 'one document'],
])('%# a text in pieces has the documents of the whole: %3$s', async (text, most) => {
  const whole = valuesOf(text);
  for (const size of [1, 3, 7, 1000]) {
    const found = await pieces(text, size);
    expect(found.map((one) => one.text).join('')).toBe(text);
    expect(found.length).toBeLessThanOrEqual(most + 1);
    expect(found.flatMap((one) => valuesOf(one.text)).filter((one) => one !== null)).toEqual(whole);
    for (const one of found) {
      expect(one.lines).toBe(text.slice(0, text.indexOf(one.text)).split('\n').length - 1);
    }
  }
});
