import { expect, test } from 'vitest';
import { plainName } from './names.ts';

test.each([
  ['ACME  Ltd.', 'Acme Limited'],
  ['Acme p.l.c.', 'The Acme PLC'],
  ['Müller & Söhne GmbH', 'Muller and Sohne'],
  ["O'Neil Co., Ltd", 'ONeil'],
])('%s and %s are one name', (a, b) => {
  expect(plainName(a)).toBe(plainName(b));
});

test.each([
  ['Acme UK Ltd', 'Acme Ltd'],
  ['Acme Group', 'Acme'],
  ['Limited', 'Ltd'],
])('%s and %s are two', (a, b) => {
  expect(plainName(a)).not.toBe(plainName(b));
});
