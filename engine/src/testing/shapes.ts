/** Shapes of the random graphs on which the laws are tried: small, so that a failure can be read. */
import fc from 'fast-check';

export const shapes = fc.record({
  nodes: fc.integer({ min: 1, max: 14 }),
  degree: fc.constantFrom(0.5, 1, 1.5, 2.5),
  circles: fc.boolean(),
  ranges: fc.boolean(),
  sharp: fc.boolean(),
});
