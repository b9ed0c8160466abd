import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQueue, pop, push } from './queue.ts';

test('what was pushed comes out once, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(4999)), (members) => {
      const queue = createQueue(5000);
      for (const v of members) push(queue, v);
      for (const v of members) push(queue, v);
      const popped: number[] = [];
      for (let v = pop(queue); v >= 0; v = pop(queue)) popped.push(v);
      expect(popped).toEqual(members.sort((a, b) => a - b));
    }),
  );
});

test('a smaller member pushed later comes out first', () => {
  const queue = createQueue(5000);
  push(queue, 4000);
  expect(pop(queue)).toBe(4000);
  push(queue, 31);
  push(queue, 3000);
  expect([pop(queue), pop(queue), pop(queue)]).toEqual([31, 3000, -1]);
});
