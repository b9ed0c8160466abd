import { expect, test } from 'vitest';
import { type Found, stillWrong } from './still-wrong.ts';

const NONE: ReadonlySet<string> = new Set();
const found = (byServer: boolean): Found => ({
  byPlace: new Map([
    ['/strength', 'A number from 0 to 100'],
    ['/from', 'no node has this id'],
  ]),
  other: [],
  byServer,
});
const places = (...of: Parameters<typeof stillWrong>) => [...stillWrong(...of).byPlace];

test('a corrected field is no longer wrong, one that is wrong otherwise says how', () => {
  const now = [{ path: '/strength', reason: 'Needed' }];
  expect(places(found(false), now, NONE)).toEqual([['/strength', 'Needed']]);
  expect(places(found(false), [], NONE)).toEqual([]);
});

test('what is wrong in a field that was right when Save was pressed waits for the next time', () => {
  expect(places(found(false), [{ path: '/weight', reason: 'Needed' }], NONE)).toEqual([]);
});

test('what the server refused stands until its field is touched', () => {
  expect(places(found(true), [], NONE)).toHaveLength(2);
  expect(places(found(true), [], new Set(['/from']))).toEqual([
    ['/strength', 'A number from 0 to 100'],
  ]);
});
