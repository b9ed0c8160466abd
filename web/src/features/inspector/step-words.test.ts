import type { ExplainStep } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { stepWords } from './step-words.ts';

const step: ExplainStep = { id: 's', name: 'S', kind: 'service', level: 0.15, state: 'degraded' };
const link = { id: 'l', strength: 0.85, felt: 0.15, severed: false };

test('the first step says how it began', () => {
  expect(stepWords(step, true, 'compromised')).toBe('broken into');
});

test('a nation is hit through its parts, by no link', () => {
  expect(stepWords(step, false, 'failed')).toBe('made of its parts');
});

test('a link says for how much it is relied on', () => {
  expect(stepWords({ ...step, link }, false, 'failed')).toBe('relies on it for 85\u00a0%');
  expect(stepWords({ ...step, link: { ...link, strength: 1 } }, false, 'failed')).toBe(
    'relies on it wholly',
  );
});

test('a cut link says who cut it, and a set of alternatives how many are needed', () => {
  expect(stepWords({ ...step, link: { ...link, severed: true } }, false, 'severed')).toBe(
    'cut off by its user',
  );
  const group = { name: 'triage', rule: 'atLeast', k: 2, members: 3, healthy: 1 } as const;
  expect(stepWords({ ...step, link: { ...link, group } }, false, 'failed')).toBe(
    'needs 2 of these 3',
  );
});
