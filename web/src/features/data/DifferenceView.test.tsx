import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DifferenceView } from './DifferenceView.tsx';
import { Around } from './testing.tsx';

afterEach(cleanup);

const items = [
  { type: 'node', id: 'old', name: 'Old system', change: 'removed' },
  { type: 'dependency', id: 'a->b', change: 'updated', fields: ['strength', 'evidence'] },
] as const;
const difference = (more: number) => ({
  created: 0,
  updated: 1,
  removed: 1 + more,
  unchanged: 1200,
  items: items.map((item) => ({ ...item, fields: 'fields' in item ? [...item.fields] : [] })),
});

test('counts come first, then each change with its fields in the words of the screen', () => {
  render(<DifferenceView difference={difference(0)} />, { wrapper: Around });
  expect(screen.getByText('1,200').parentElement?.textContent).toBe('1,200 the same');
  const [, removed, updated] = screen.getAllByRole('row');
  expect(within(removed as HTMLElement).getByText('Old system')).toBeTruthy();
  expect(removed?.textContent).toContain('Removed');
  expect(updated?.textContent).toContain('Relies on it for, Sources');
  expect(screen.getByText('Every change')).toBeTruthy();
});

test('a list that is cut says how much there is', () => {
  render(<DifferenceView difference={difference(998)} />, { wrapper: Around });
  expect(screen.getByText('The first 2 of 1,000 changes')).toBeTruthy();
});

test('no difference says so', () => {
  const none = { created: 0, updated: 0, removed: 0, unchanged: 5, items: [] };
  render(<DifferenceView difference={none} />, { wrapper: Around });
  expect(screen.getByText(/Nothing would change/)).toBeTruthy();
});
