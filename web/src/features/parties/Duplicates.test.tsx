import { MantineProvider } from '@mantine/core';
import type { DuplicatesAnswer, MergeAnswer, MergeRequest } from '@msp-impact/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevisionStore } from '../../api/revision.ts';
import { answerCalls } from '../../ui/testing/fake-api.ts';
import { internalWords } from '../../ui/testing/internal-words.ts';
import { Duplicates } from './Duplicates.tsx';

const member = (id: string, name: string, links: number) => ({
  id,
  name,
  numbers: [{ scheme: 'GB-COH', number: '05965280' }],
  links,
  contracts: 1,
  subsidiaries: 0,
});
const answer: DuplicatesAnswer = {
  revision: 7,
  suppliers: 9,
  withNumber: 2,
  total: 1,
  proposals: [
    {
      key: 'k',
      sureness: 'same-number',
      keep: 'acme',
      members: [member('acme', 'Acme', 4), member('acme-ltd', 'Acme Ltd', 1)],
      more: 0,
      because: [{ same: 'number', what: 'GB-COH 05965280', members: 2 }],
      against: [{ scheme: 'LEI', numbers: ['A', 'B'] }],
      owns: true,
    },
  ],
  apart: [{ key: 'x', members: ['p', 'q'], by: 'Ann', at: '2026-11-01T10:00:00Z' }],
  wrong: [{ id: 'w', name: 'Wrong', scheme: 'LEI', value: '1', reason: 'an LEI has 20 signs' }],
  wrongTotal: 1,
};

let sent: MergeRequest[] = [];
function merged(request: MergeRequest): MergeAnswer {
  sent.push(request);
  const none = { count: 0, first: [] };
  const moves = {
    links: { count: 1, first: ['acme-ltd->epr'] },
    contracts: none,
    subsidiaries: none,
    workarounds: none,
  };
  const outcomes = request.merges.map((one) => ({
    ...one,
    moves,
    ...(request.dryRun ? {} : { revision: 8 }),
  }));
  return { revision: request.dryRun ? 7 : 8, written: request.dryRun ? 0 : 1, outcomes };
}

beforeEach(() => {
  sent = [];
  useRevisionStore.setState({ revision: 7 });
  answerCalls({
    '/parties/duplicates': answer,
    '/parties/merge': (body: unknown) => merged(body as MergeRequest),
    '/search': {
      nodes: [
        { id: 'nec', name: 'NEC', kind: 'supplier' },
        { id: 'northgate', name: 'Northgate', kind: 'supplier' },
      ],
    },
    '/changes/8/undo': { revision: 9, at: '', changed: 1 },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <Duplicates bar={null} pad="" hrefOf={(id) => `/?select=${id}`} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('a group says why, what hangs on each and what speaks against it, in plain words', async () => {
  show();
  expect(await screen.findByText(/Companies House number 05965280, on 2 of them/)).toBeTruthy();
  expect(screen.getByText('4 links, 1 contract')).toBeTruthy();
  expect(screen.getByText(/Against it: LEI A, LEI B/)).toBeTruthy();
  expect(screen.getByText('an LEI has 20 signs')).toBeTruthy();
  expect(internalWords(document.body)).toEqual([]);
});

test('nothing is chosen at first; what moves is shown before anything is written, and each can be undone', async () => {
  show();
  const look = await screen.findByRole<HTMLButtonElement>('button', { name: /Show what merging/ });
  expect(look.disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Choose the 1 with the same number' }));
  fireEvent.click(screen.getByLabelText('Keep Acme Ltd (acme-ltd)'));
  fireEvent.click(look);
  expect(await screen.findByText('1 link moves: acme-ltd->epr')).toBeTruthy();
  expect(sent).toEqual([{ merges: [{ keep: 'acme-ltd', others: ['acme'] }], dryRun: true }]);
  expect(internalWords(document.body)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Merge 1 group' }));
  const undo = await screen.findByRole('button', { name: 'Undo the merging into Acme Ltd' });
  expect(sent[1]).toMatchObject({ ifRevision: 7 });
  fireEvent.click(undo);
  await waitFor(() => expect(screen.queryByText('Merged just now')).toBeNull());
});

test('two suppliers that nothing proposes are merged by choice, after what moves was shown', async () => {
  show();
  const pick = async (label: string, name: string) => {
    fireEvent.change(await screen.findByLabelText(label), { target: { value: name } });
    fireEvent.click(await screen.findByRole('option', { name: new RegExp(name) }));
  };
  await pick('This supplier stays', 'NEC');
  await pick('and takes in', 'Northgate');
  fireEvent.click(screen.getByRole('button', { name: 'Show what moves' }));
  expect(await screen.findByText('northgate → NEC (nec)')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Merge 1 group' }));
  await screen.findByRole('button', { name: 'Undo the merging into NEC' });
  expect(sent.map(({ merges }) => merges)).toEqual(
    Array(2).fill([{ keep: 'nec', others: ['northgate'] }]),
  );
});
