import { MantineProvider } from '@mantine/core';
import type { Note } from '@msp-impact/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Notes } from './Notes.tsx';

/** The network's edge: answers as the API does, and keeps what was sent. */
let stored: Note[] = [];
beforeEach(() => {
  stored = [];
  localStorage.clear();
  vi.stubGlobal('fetch', async (_address: string, init: RequestInit) => {
    if (init.method === 'POST') {
      const sent = JSON.parse(String(init.body));
      stored.push({ id: `n${stored.length}`, at: '2026-11-24T10:00:00Z', author: '', ...sent });
    }
    return Response.json(init.method === 'POST' ? stored.at(-1) : { notes: stored });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <Notes type="node" id="adastra" />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('a question is kept with its author, who is remembered', async () => {
  show();
  await screen.findByText('Nobody has questioned this.');
  fireEvent.change(screen.getByLabelText(/What do you question/), {
    target: { value: 'Only 60 %?' },
  });
  fireEvent.change(screen.getByLabelText(/Your name/), { target: { value: 'Ada' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this question' }));
  await screen.findByText('Only 60 %?');
  expect(stored).toMatchObject([{ about: { type: 'node', id: 'adastra' }, author: 'Ada' }]);
  cleanup();
  show();
  expect(screen.getByLabelText<HTMLInputElement>(/Your name/).value).toBe('Ada');
});

test('an empty question is refused beside its field, which gets the focus', async () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Keep this question' }));
  const box = screen.getByLabelText(/What do you question/);
  await waitFor(() => expect(document.activeElement).toBe(box));
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Write what you question')).toBeTruthy();
  expect(stored).toEqual([]);
});
