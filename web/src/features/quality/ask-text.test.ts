import { expect, test } from 'vitest';
import { askText, ownerWords } from './ask-text.ts';

const ROW = {
  id: 's',
  kind: 'service',
  name: 'X-ray reports',
  owner: { name: 'Dr Jones', role: 'Head of imaging', contact: 'jones@example.org' },
  reliedOnBy: 2,
} as const;

test('the letter names the thing, who looks after it and where it stands, and no contact', () => {
  const text = askText(ROW, 'http://localhost/?select=s');
  expect(text).toContain('Dear Dr Jones,');
  expect(text).toContain('“X-ray reports”');
  expect(text).toContain('2 other things rely on it.');
  expect(text).toContain('?select=s');
  expect(text).not.toContain('example.org');
});

test('without an owner it goes to a colleague', () => {
  const { owner: _, ...row } = ROW;
  expect(askText({ ...row, reliedOnBy: 0 }, '')).toContain('Dear colleague,');
  expect(ownerWords(ROW)).toBe('Dr Jones, Head of imaging');
});
