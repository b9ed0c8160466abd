import type { ImportAnswer, ImportRequest } from '@msp-impact/contract';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevisionStore } from '../../api/revision.ts';
import { Check } from './Check.tsx';
import { pasted } from './source.ts';
import { Around } from './testing.tsx';

/** The network's edge: a graph at some version, and what was asked of it. */
let version = 7;
let sent: ImportRequest[] = [];
let rejected: ImportAnswer['rejected'] = [];
let errors: ImportAnswer['errors'] = [];
let sheets: ImportAnswer['sheets'];

function answer(request: ImportRequest): ImportAnswer {
  const written = !request.dryRun;
  if (written) version += 1;
  const difference = { created: version, updated: 0, removed: 0, unchanged: 0, items: [] };
  return {
    format: errors.length ? 'document' : 'sheet',
    mode: request.mode ?? 'add',
    read: 2,
    revision: version,
    written,
    difference,
    rejected,
    errors,
    notes: [],
    ...(sheets ? { sheets } : {}),
  };
}

beforeEach(() => {
  [version, sent, rejected, errors, sheets] = [7, [], [], [], undefined];
  useRevisionStore.setState({ revision: 7 });
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    if (address.endsWith('/ready')) return Response.json({ status: 'ok', revision: version });
    const request = JSON.parse(String(init.body)) as ImportRequest;
    sent.push(request);
    const moved = request.ifRevision !== undefined && request.ifRevision !== version;
    const problem = { type: 'about:blank', title: 'moved on', status: 412 };
    return moved ? Response.json(problem, { status: 412 }) : Response.json(answer(request));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show() {
  const onLoaded = vi.fn();
  const source = pasted('system,supplier\nEPR,Acme');
  render(<Check source={source} onLoaded={onLoaded} onCancel={() => {}} />, { wrapper: Around });
  return onLoaded;
}
const load = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Load' });

test('nothing is stored before the difference was seen; the load names the version it was shown for', async () => {
  const onLoaded = show();
  await screen.findByText('7');
  expect(sent).toMatchObject([{ dryRun: true }]);
  fireEvent.click(load());
  await waitFor(() => expect(onLoaded).toHaveBeenCalled());
  expect(sent[1]).toMatchObject({ mode: 'add', ifRevision: 7 });
});

test('when someone changed the data meanwhile the difference is calculated anew', async () => {
  const onLoaded = show();
  await screen.findByText('7');
  version = 9;
  fireEvent.click(load());
  await screen.findByText(/Someone changed the data meanwhile/);
  await screen.findByText('9');
  expect(onLoaded).not.toHaveBeenCalled();
  await waitFor(() => expect(load().disabled).toBe(false));
  fireEvent.click(load());
  await waitFor(() => expect(onLoaded).toHaveBeenCalled());
});

test('a bad row is shown with its place, and the others can be loaded', async () => {
  rejected = [{ file: 'a.csv', row: 3, column: 'share', value: 'lots', reason: 'a number' }];
  show();
  const row = (await screen.findByText('a number')).closest('tr');
  expect(row?.textContent).toBe('a.csv3sharelotsa number');
  expect(load().disabled).toBe(false);
});

test('a correction that was typed is checked before anything is loaded, by Enter too', async () => {
  rejected = [{ file: 'a.csv', row: 3, column: 'share', value: 'lots', reason: 'a number' }];
  const column = { header: 'share', column: 'share', by: 'heading' as const, samples: [] };
  const rejectedRows = [{ row: 3, cells: ['lots'] }];
  sheets = [
    { file: 'a.csv', sheet: 'a', rows: 2, columns: [column], choices: [], asks: [], rejectedRows },
  ];
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'lots' }));
  const field = screen.getByLabelText('share of row 3');
  fireEvent.change(field, { target: { value: '0.5' } });
  expect(load().disabled).toBe(true);
  expect(screen.getByText('First check again with 1 correction.')).toBeTruthy();
  rejected = [];
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(load().disabled).toBe(false));
  expect(sent.at(-1)?.corrections).toEqual([
    { file: 'a.csv', row: 3, column: 'share', value: '0.5' },
  ]);
});

test('a graph document with a fault cannot be loaded', async () => {
  errors = [{ path: '$.nodes[0].id', value: 'x y', reason: 'no blanks' }];
  show();
  await screen.findByText('$.nodes[0].id');
  expect(load().disabled).toBe(true);
});
