import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevisionStore } from '../../api/revision.ts';
import { useToasts } from '../../ui/toasts.ts';
import { History } from './History.tsx';

/** The network's edge: three changes, of which the newest took the second back. */
const at = '2026-11-24T10:00:00Z';
const changes = [
  { revision: 3, at, actor: 'ada', summary: 'Undid version 2', items: 1, undoes: 2 },
  { revision: 2, at, actor: 'ada', summary: 'Changed a link', items: 1 },
  { revision: 1, at, actor: 'ada', summary: 'Added a link', items: 1 },
];
const link = { id: 'a->b', from: 'a', to: 'b', strength: 0.5 };
const item = { type: 'dependency', id: 'a->b', before: link, after: { ...link, strength: 0.85 } };
let undone: string[] = [];

beforeEach(() => {
  undone = [];
  useRevisionStore.setState({ revision: 3 });
  useToasts.setState({ toasts: [] });
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    if (init.method === 'POST') {
      undone.push(address);
      return Response.json({ revision: 4, at, changed: 1 });
    }
    if (address.endsWith('/changes')) return Response.json({ revision: 3, changes });
    return Response.json({ ...changes[1], changes: [item], more: 0 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function rows() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <History />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByText('Changed a link', { selector: 'p' });
  return screen.getAllByRole('listitem');
}

test('a change opens to its fields before and after, in the words of the screen', async () => {
  const [, older] = await rows();
  fireEvent.click(within(older as HTMLElement).getByRole('button', { name: /1 item/ }));
  const field = await screen.findByText('Relies on it for');
  expect(field.closest('tr')?.textContent).toBe('Relies on it for50\u00a0%85\u00a0%');
});

test('a change can be undone; one that undid another is redone', async () => {
  const [newer, older, oldest] = await rows();
  expect(within(older as HTMLElement).queryByRole('button', { name: /^Undo/ })).toBeNull();
  expect(within(older as HTMLElement).getByText('Taken back by version 3')).toBeTruthy();
  fireEvent.click(within(oldest as HTMLElement).getByRole('button', { name: /^Undo/ }));
  await waitFor(() => expect(undone).toEqual(['/api/v1/changes/1/undo']));
  fireEvent.click(within(newer as HTMLElement).getByRole('button', { name: /^Redo/ }));
  await waitFor(() => expect(undone).toHaveLength(2));
  await waitFor(() => expect(useToasts.getState().toasts.at(-1)?.text).toBe('Done again'));
});
