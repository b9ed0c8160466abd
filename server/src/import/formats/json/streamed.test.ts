import { expect, test } from 'vitest';
import { randomFrom } from '../testing/fuzz.ts';
import { streamedJson } from './streamed.ts';

const read = (text: string) => streamedJson({ name: 'f', bytes: Buffer.from(text) }, ['a', 'b']);

const WHOLE = {
  format: 'x',
  a: [{ id: 1, inner: [{ a: [1] }] }, { id: '"}]' }, {}],
  z: [1, 'a', { a: [{}] }],
  b: [],
  name: 'ü\\',
};

test('an object is what the parser of whole texts makes of it', async () => {
  for (const space of [0, 2]) {
    const text = JSON.stringify(WHOLE, null, space);
    expect(await read(text)).toEqual(WHOLE);
    expect(JSON.stringify(await read(text))).toBe(JSON.stringify(WHOLE));
  }
});

test.each([
  ['{"a":[{}{}]}', 'no comma'],
  ['{"a":[{},,{}]}', 'two commas'],
  ['{"a":[{},]}', 'a comma at the end'],
  ['{"a":[,{}]}', 'a comma before all'],
  ['{"a":[{}:{}]}', 'a colon'],
  ['{"a":[{}]} {}', 'two values'],
  ['{"a":[{}]} x', 'something behind'],
  ['{"a":[{}],"b":1,"a":[{}]}', 'a list twice'],
  ['{"a":[{}],"b":1,"a":[]}', 'a list twice, empty'],
  ['{"a":[{}],"b":1,"a":1}', 'a list and a number in its place'],
  ['{"a":[{"x":}]}', 'a broken element'],
  ['{"a":[1]}', 'numbers in a list'],
  ['[{}]', 'a list alone'],
  ['{"a":[{}', 'cut off'],
  ['', 'nothing'],
  ['{"a":[{}}', 'the wrong bracket'],
])('%# what is unusual is left to be read whole: %$', async (text) => {
  expect(await read(text)).toBeUndefined();
});

test('whatever is damaged is read as the parser of whole texts reads it, or not at all', async () => {
  const random = randomFrom(7);
  const text = JSON.stringify(WHOLE);
  let readable = 0;
  for (let i = 0; i < 10_000; i++) {
    const at = random(text.length);
    const put = '{}[],:"1a'[random(9)] as string;
    const bad = text.slice(0, at) + put + text.slice(at + random(2));
    const value = await read(bad);
    if (value === undefined) continue;
    readable++;
    expect(value, bad).toEqual(JSON.parse(bad));
  }
  expect(readable).toBeGreaterThan(100);
});
