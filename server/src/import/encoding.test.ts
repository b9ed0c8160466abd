import { expect, test } from 'vitest';
import { decoded } from './encoding.ts';

test('texts are read in the encoding that they are in', () => {
  const text = 'Ärzte;Ysbyty Tŵ';
  expect(decoded(Buffer.from(text)).text).toBe(text);
  expect(decoded(Buffer.from(`\ufeff${text}`, 'utf16le')).text).toBe(text);
  expect(decoded(Buffer.from('\xc4rzte', 'latin1'))).toEqual({
    text: 'Ärzte',
    guessed: 'Windows-1252',
  });
  expect(decoded(Buffer.from([]))).toEqual({ text: '' });
});
