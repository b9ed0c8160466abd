import { expect, test } from 'vitest';
import { reasonWords } from './reason-words.ts';

test('the glossary becomes the words of the screen, ids stay', () => {
  expect(reasonWords('no node has this id; name an existing one')).toBe(
    'no entry has this id; name an existing one',
  );
  expect(reasonWords('still used by node node-1 and a.node: no dependency.')).toBe(
    'still used by entry node-1 and a.node: no link.',
  );
});
