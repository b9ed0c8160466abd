import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { CostField, Unread } from './CostField.tsx';

afterEach(cleanup);

function setup() {
  const taken: number[] = [];
  const unread = new Map<string, boolean>();
  render(
    <Unread value={(field, bad) => unread.set(field, bad)}>
      <CostField label="Budget" value={785_000} onChange={(value) => taken.push(value)} />
    </Unread>,
  );
  const field = screen.getByLabelText('Budget') as HTMLInputElement;
  const type = (value: string) => {
    fireEvent.change(field, { target: { value } });
    fireEvent.blur(field);
  };
  return { field, taken, type, anyUnread: () => [...unread.values()].includes(true) };
}

test('a budget is read as people write it, and shown as the product writes it', () => {
  const { field, taken, type } = setup();
  expect(field.value).toBe('785,000');
  type('200,000');
  type('£150k');
  expect(taken).toEqual([200_000, 150_000]);
});

test('what is no number stays in its field and says so, until it is one', () => {
  const { field, taken, type, anyUnread } = setup();
  type('a lot');
  expect(field.value).toBe('a lot');
  expect(screen.getByRole('alert').textContent).toContain('Not a number');
  expect(anyUnread()).toBe(true);
  expect(taken).toEqual([]);
  type('300');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(anyUnread()).toBe(false);
  expect(taken).toEqual([300]);
});
