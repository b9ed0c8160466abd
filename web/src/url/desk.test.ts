import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DESK_HEADINGS,
  type Desk,
  EMPTY_DESK,
  formatDesk,
  parseDesk,
  withoutDesk,
} from './desk.ts';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 300) };
const id = fc.stringMatching(/^[A-Za-z0-9._:@/+~-]{1,20}$/);
const hours = (least: number) => fc.integer({ min: least, max: 17_000 }).map((n) => n / 2);
const anyDesk: fc.Arbitrary<Desk> = fc
  .record(
    {
      incident: id,
      facilitator: fc.boolean(),
      kept: fc.record(
        { series: id, number: fc.integer({ min: 1, max: 999 }) },
        { requiredKeys: ['series'] },
      ),
      headings: fc.constantFrom(...DESK_HEADINGS),
      title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      marking: fc.string({ unit: 'grapheme', maxLength: 20 }),
      due: hours(1),
      hour: fc.oneof(hours(0), fc.constant('worst')),
      contacts: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ ...EMPTY_DESK, ...some }) as Desk);

test('every view comes back from its address', () => {
  fc.assert(
    fc.property(anyDesk, (desk) => {
      const { search } = new URL(`http://localhost/report?${formatDesk(desk)}`);
      expect(parseDesk(search)).toEqual(desk);
    }),
    runs,
  );
});

test('the empty view has an empty address, and garbage is the empty view', () => {
  expect(formatDesk(EMPTY_DESK)).toBe('');
  expect(parseDesk('?report=!!&due=-1&hour=x&headings=loud&incident=a b')).toEqual(EMPTY_DESK);
});

test('what other screens wrote stays', () => {
  expect(withoutDesk('?hours=72&out=advanced&due=4&contacts=yes')).toBe('hours=72&out=advanced');
});
