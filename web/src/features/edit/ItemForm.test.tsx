import { MantineProvider } from '@mantine/core';
import type { GraphNode, Problem } from '@msp-impact/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useToasts } from '../../ui/toasts.ts';
import { Editor } from './Editor.tsx';

/** The network's edge: one stored node, and the API's rule of who may write. */
let stored: { item: GraphNode; revision: number };
let refusal: Problem | undefined;
const sent: { method: string; item: GraphNode; ifMatch: string | null }[] = [];

function put(init: RequestInit): Response {
  const item = JSON.parse(String(init.body)) as GraphNode;
  const ifMatch = new Headers(init.headers).get('if-match');
  sent.push({ method: String(init.method), item, ifMatch });
  if (refusal) return Response.json(refusal, { status: refusal.status });
  if (ifMatch !== `"${stored.revision}"`) {
    const problem = { type: 'about:blank', title: 'Someone changed this first', status: 412 };
    return Response.json({ ...problem, current: stored }, { status: 412 });
  }
  stored = { item, revision: stored.revision + 1 };
  return Response.json({ revision: stored.revision, at: '', changed: 1 });
}

beforeEach(() => {
  stored = { item: { id: 'adastra', kind: 'product', name: 'Adastra', priority: 2 }, revision: 5 };
  refusal = undefined;
  sent.length = 0;
  useToasts.setState({ toasts: [] });
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    if (init.method === 'PUT') return put(init);
    const more = { reliesOn: 0, reliedOnBy: 0, contracts: 0 };
    return Response.json({ ...stored, reliesOn: [], reliedOnBy: [], contracts: [], more });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open() {
  const onClose = vi.fn();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <Editor target={{ type: 'node', id: 'adastra' }} onClose={onClose} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const name = await screen.findByLabelText<HTMLInputElement>(/^Name \*|^Name$/);
  return { onClose, name };
}
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

test('a save sends the version that was read, and offers Undo', async () => {
  const { name, onClose } = await open();
  type(name, 'Adastra 2');
  save();
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toMatchObject([{ method: 'PUT', ifMatch: '"5"', item: { name: 'Adastra 2' } }]);
  expect(useToasts.getState().toasts[0]?.action?.label).toBe('Undo');
});

test('a missing name is said beside the field, which gets the focus', async () => {
  const { name } = await open();
  type(name, '');
  save();
  await waitFor(() => expect(document.activeElement).toBe(name));
  expect(name.getAttribute('aria-invalid')).toBe('true');
  const described = name.getAttribute('aria-describedby') ?? '';
  const told = described.split(' ').map((id) => document.getElementById(id)?.textContent);
  expect(told).toContain('Give it a name');
  expect(sent).toEqual([]);
});

test('a refusal of the server stands beside the field that it names, opened where it was closed', async () => {
  refusal = {
    type: 'about:blank',
    title: 'Not well formed',
    status: 422,
    errors: [{ path: '$.owner.contact', reason: 'no such contact' }],
  };
  const { name } = await open();
  type(name, 'Adastra 2');
  save();
  const contact = await screen.findByLabelText(/Contact/);
  await waitFor(() => expect(contact.getAttribute('aria-invalid')).toBe('true'));
  expect(contact.closest('details')?.open).toBe(true);
});

test('someone changed this first: both changes are kept, as chosen', async () => {
  const { name, onClose } = await open();
  type(name, 'Mine');
  stored = { item: { ...stored.item, name: 'Theirs', priority: 4 }, revision: 8 };
  save();
  const dialog = await screen.findByRole('dialog', { name: 'Someone changed this first' });
  expect(within(dialog).getByText(/changed by both/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save what is chosen' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(stored.item).toMatchObject({ name: 'Mine', priority: 4 });
  expect(sent.at(-1)?.ifMatch).toBe('"8"');
});

test('theirs can be kept whole', async () => {
  const { name, onClose } = await open();
  type(name, 'Mine');
  stored = { item: { ...stored.item, name: 'Theirs' }, revision: 8 };
  save();
  const dialog = await screen.findByRole('dialog', { name: 'Someone changed this first' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Keep all of theirs' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(stored.item.name).toBe('Theirs');
});

test('what was typed is not left without asking', async () => {
  const { name, onClose } = await open();
  type(name, 'Mine');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await screen.findByRole('dialog', { name: 'Leave without saving?' });
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Leave without saving' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
});
