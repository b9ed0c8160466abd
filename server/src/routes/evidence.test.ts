import type { Confidence, Dependency } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { sourcesOfLinks } from './evidence.ts';

const link = (over: Partial<Dependency>, ...claims: Confidence[]): Dependency => ({
  id: 'a->b',
  from: 'a',
  to: 'b',
  evidence: claims.map((confidence) => ({ claim: `it is ${confidence}`, confidence })),
  ...over,
});

test('a reported link whose share is an assumption is told apart from one that is reported whole', () => {
  const half = { strength: { low: 0.2, likely: 0.5, high: 0.8 } };
  const found = sourcesOfLinks([
    link({ id: 'whole' }, 'reported'),
    link({ id: 'half', ...half }, 'reported', 'assumed'),
  ]);
  expect(found.assumedShares).toEqual({ stated: 0, reported: 1 });
  expect(found.weakest).toEqual({
    link: 'half',
    claim: 'it is assumed',
    confidence: 'assumed',
  });
});

test('a range that no claim explains is an assumed share all the same', () => {
  const found = sourcesOfLinks([link({ strength: { low: 0.2, high: 0.8 } }, 'stated')]);
  expect(found.assumedShares).toEqual({ stated: 1, reported: 0 });
  expect(found.weakest?.confidence).toBe('assumed');
});

test('a link that is assumed as a whole, and one without a source, come before assumed shares', () => {
  const mixed = link({ id: 'mixed' }, 'stated', 'assumed');
  const guess = link({ id: 'guess' }, 'assumed');
  expect(sourcesOfLinks([mixed, guess]).weakest?.link).toBe('guess');
  expect(sourcesOfLinks([mixed, guess, link({ id: 'bare' })]).weakest).toEqual({
    link: 'bare',
    claim: 'No source is on record.',
  });
});

test('links whose sources are whole have no assumed share, and no links have no weakest', () => {
  expect(sourcesOfLinks([link({}, 'stated')])).toEqual({
    weakest: { link: 'a->b', claim: 'it is stated', confidence: 'stated' },
  });
  expect(sourcesOfLinks([])).toEqual({});
});
