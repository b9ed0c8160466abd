import { expect, test } from 'vitest';
import { basisWords } from './Sure.tsx';

const basis = { links: 2, stated: 0, reported: 2, assumed: 0, none: 0 };

test('links by their source, and whether how much they carry has one', () => {
  expect(basisWords(basis)).toBe('2 links: 2 reported');
  expect(basisWords(basis, { stated: 0, reported: 1 })).toBe(
    '2 links: 2 reported; how much 1 of these carries is assumed',
  );
  expect(basisWords({ ...basis, links: 1, reported: 1 }, { stated: 0, reported: 1 })).toBe(
    '1 link: 1 reported; how much it carries is assumed',
  );
});
