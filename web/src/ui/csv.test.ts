import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('quotes, commas and line ends stay inside their cell', () => {
  expect(toCsv(['a', 'b'], [['x,"y"', 'two\nlines']])).toBe(
    '\ufeffa,b\r\n"x,""y""","two\nlines"\r\n',
  );
});

test('no cell runs as a formula, and numbers stay numbers', () => {
  expect(toCsv(['a'], [['=1+1'], ['@x'], [-5], ['-5.5'], [undefined]])).toBe(
    "\ufeffa\r\n'=1+1\r\n'@x\r\n-5\r\n-5.5\r\n\r\n",
  );
});
