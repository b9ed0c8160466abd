/** Any view, for property tests. */
import fc from 'fast-check';
import {
  CAUSES,
  DIRECTIONS,
  EMPTY_VIEW,
  FILTER_STATES,
  KINDS,
  SHOWS,
  TABS,
  type View,
} from './view.ts';

const id = fc.stringMatching(/^[A-Za-z0-9._:@/+~-]{1,30}$/);
const level = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const some = <T>(one: fc.Arbitrary<T>, key: (item: T) => string) =>
  fc.uniqueArray(one, { maxLength: 4, selector: key });

const stop = fc.record(
  {
    id,
    level: level.filter((value) => value > 0),
    cause: fc.constantFrom(...CAUSES.filter((cause) => cause !== 'failed')),
  },
  { requiredKeys: ['id'] },
);

export const anyView: fc.Arbitrary<View> = fc
  .record(
    {
      down: some(stop, (one) => one.id),
      isolate: some(id, (one) => one),
      sever: some(fc.record({ from: id, to: id }), (one) => `${one.from}!${one.to}`),
      observed: some(fc.record({ id, level }), (one) => one.id),
      workarounds: fc.boolean(),
      select: id,
      link: fc.stringMatching(/^[A-Za-z0-9._:@/+~>-]{1,40}$/),
      as: fc.constantFrom(...TABS),
      show: fc.constantFrom(...SHOWS),
      states: fc.subarray([...FILTER_STATES]),
      kinds: fc.subarray([...KINDS]),
      hideAssumed: fc.boolean(),
      around: id,
      direction: fc.constantFrom(...DIRECTIONS),
      depth: fc.integer({ min: 1, max: 50 }),
      open: fc.array(
        fc.constantFrom('product:not-affected', 'service:hit', 'fourth-party:not-known'),
      ),
      nation: id,
      area: id,
      path: fc.record({ from: id, to: id }, { requiredKeys: [] }),
      version: fc.nat(),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ ...EMPTY_VIEW, ...some }));
