import { expect, test } from 'vitest';
import { readOwners, readWayOut, showOwnership, showWayOut } from './known-draft.ts';
import { faultList } from './read.ts';

function owners(patch: Parameters<typeof readOwners>[0], parent = '') {
  const { faults, report } = faultList();
  const [, text] = readOwners(patch, parent, report);
  return { text, faults: faults.map(({ path, reason }) => `${path}: ${reason}`) };
}
const row = (owner: string, from: string, to: string) => ({ rowKey: owner, owner, from, to });

test('rows become one text, an empty owner is independent and an empty day open', () => {
  const draft = {
    ...showOwnership(),
    rows: [row('x', '', '2020-12-31'), row('', '2021-01-01', '')],
  };
  expect(owners(draft)).toEqual({ text: 'x ../2020-12-31; (none) 2021-01-01/..', faults: [] });
});

test('two owners on one day, and an open stretch of another owner than today’s, are refused', () => {
  const two = { ...showOwnership(), rows: [row('x', '', ''), row('y', '2020-01-01', '')] };
  const { faults } = owners(two, 'x');
  expect(faults[0]).toContain('/attributes/ownership: two owners on 2020-01-01');
  const open = { ...showOwnership(), rows: [row('x', '2020-01-01', '')] };
  expect(owners(open, 'y').faults[0]).toContain('must name the owner group of today');
  expect(owners(open, 'x').faults).toEqual([]);
});

test('what cannot be read is kept until a row takes its place', () => {
  const draft = showOwnership({ Ownership: 'since 2019' });
  expect(draft.asWritten).toBe(true);
  expect(owners(draft).text).toBe('since 2019');
  expect(owners({ ...draft, rows: [row('x', '', '2020-12-31')] }).text).toBe('x ../2020-12-31');
});

test('a tested plan needs its day; a change takes the place of what cannot be read', () => {
  const draft = showWayOut({ 'exit plan': 'maybe' });
  expect(draft.exit.state).toBe('as-written');
  const chosen = (on: string) => {
    const { faults, report } = faultList();
    const exit = { ...draft.exit, state: 'tested' as const, on };
    return { known: readWayOut({ ...draft, exit }, report)[0], faults };
  };
  expect(chosen('').faults[0]?.path).toBe('/attributes/exit plan/on');
  expect(chosen('2026-03-01')).toEqual({ known: ['exit plan', 'tested 2026-03-01'], faults: [] });
});
