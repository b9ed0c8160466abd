import { expect, test } from 'vitest';
import { sayDone, sayProblem, useToasts } from './toasts.ts';

test('no more than two messages lie over the screen, the newest', () => {
  sayDone('one');
  sayDone('two');
  sayProblem('three');
  expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual(['two', 'three']);
});
