import { expect, test } from 'vitest';
import { belowTitles } from './title-lines.ts';

test('titles and empty lines above the headings are left out and counted', () => {
  const text = 'Council register Q2\r\n\r\nRef,Supplier\r\n1,Acme\r\n';
  expect(belowTitles(text)).toEqual({ text: 'Ref,Supplier\r\n1,Acme\r\n', above: 2 });
  expect(belowTitles('"Register, Q2";;\nRef;Supplier\n').above).toBe(1);
});

test('a table that begins with its headings stays whole', () => {
  const text = 'Ref,Supplier\n1,Acme\n';
  expect(belowTitles(text)).toEqual({ text, above: 0 });
  expect(belowTitles('name\nAcme\n').above).toBe(0);
  expect(belowTitles('"a\nb",c\n1,2\n').above).toBe(0);
});

test('the row that somebody named is taken', () => {
  const text = 'Printed,24 Nov\nRef,Supplier\n1,Acme\n';
  expect(belowTitles(text, 2)).toEqual({ text: 'Ref,Supplier\n1,Acme\n', above: 1 });
  expect(belowTitles(text, 99).text).toBe('1,Acme\n');
});
