import { MantineProvider } from '@mantine/core';
import type { QualityAnswer, WorkListAnswer } from '@msp-impact/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevisionStore } from '../../api/revision.ts';
import { answerCalls } from '../../ui/testing/fake-api.ts';
import { internalWords } from '../../ui/testing/internal-words.ts';
import { Quality } from './Quality.tsx';
import { WorkList, workCsv } from './WorkList.tsx';

const list: WorkListAnswer = {
  revision: 7,
  total: 2,
  asked: 1,
  rows: [
    {
      id: 'x-ray',
      kind: 'service',
      name: 'X-ray reports',
      owner: { name: 'Dr Jones', contact: 'jones@example.org' },
      reliedOnBy: 3,
    },
    {
      id: 'epr',
      kind: 'product',
      name: 'Records',
      reliedOnBy: 0,
      asked: { of: 'Ann', on: '2026-11-02', by: 'Ben', version: 1 },
    },
  ],
};
const ages = { half: 1, one: 0, two: 0, older: 1, none: 2, median: '2025-01-01' };
const quality: QualityAnswer = {
  revision: 7,
  today: '2026-11-24',
  services: { some: 3, all: 4 },
  known: { some: 5, all: 7 },
  links: { all: 4, stated: 1, reported: 1, assumed: 1, none: 1 },
  contracts: { all: 0, linked: 0, valued: 0, ending: 0, exit: 0 },
  people: { services: { some: 0, all: 4 }, regions: { some: 1, all: 2 } },
  owners: { some: 1, all: 4 },
  ages: { nodes: ages, links: ages, contracts: { half: 0, one: 0, two: 0, older: 0, none: 0 } },
  duplicates: { proposals: 2, sameNumber: 1, suppliers: 5, withNumber: 3, wrongNumbers: 1 },
  unread: {
    total: 1,
    rows: [
      {
        type: 'contract',
        id: 'c1',
        name: 'Out of hours',
        attribute: 'exit plan',
        value: 'maybe',
        reason: 'is none of none, drafted',
      },
    ],
  },
};

let noted: unknown[] = [];
beforeEach(() => {
  noted = [];
  useRevisionStore.setState({ revision: 7 });
  answerCalls({
    '/quality': quality,
    '/quality/work-list': list,
    '/quality/asked/x-ray': (body: unknown) => {
      noted.push(body);
      return { of: 'Dr Jones', on: '2026-11-24', by: 'local', version: 1 };
    },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <StrictMode>
      <MantineProvider env="test">
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

test('how good the data is: parts with their whole, and how old, in plain words', async () => {
  const edited: unknown[] = [];
  show(<Quality bar={null} onEdit={(row) => edited.push(row)} />);
  expect(
    await screen.findByText(/3 of 4 services have a supplier on record, 2 of 4 links are assumed/),
  ).toBeTruthy();
  expect(screen.getByText(/2 possible duplicates, 1 with the same number/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Out of hours' }));
  expect(edited).toMatchObject([{ type: 'contract', id: 'c1' }]);
  expect(screen.getByText(/exit plan: “maybe”/)).toBeTruthy();
  expect(internalWords(document.body)).toEqual([]);
});

test('each thing that nobody knows leads to Explore, with its owner and who was asked', async () => {
  show(<WorkList bar={null} hrefOf={(id) => `/?select=${id}`} />);
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'X-ray reports' });
  expect(link.getAttribute('href')).toBe('/?select=x-ray');
  expect(screen.getByText('Ann, 2026-11-02')).toBeTruthy();
  expect(screen.getByText(/nobody was asked about 1 yet/)).toBeTruthy();
  expect(internalWords(document.body)).toEqual([]);
});

test('asking gives a text to copy, and notes whom and when', async () => {
  show(<WorkList bar={null} hrefOf={(id) => `/?select=${id}`} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Ask about X-ray reports' }));
  const text = await screen.findByLabelText<HTMLTextAreaElement>('Text to copy');
  expect(text.value).toContain('?select=x-ray');
  fireEvent.click(screen.getByRole('button', { name: 'Note that I asked' }));
  await waitFor(() => expect(noted).toMatchObject([{ of: 'Dr Jones' }]));
});

test('contacts go into the file only where that was ticked', () => {
  expect(workCsv(list.rows, false)).not.toContain('example.org');
  expect(workCsv(list.rows, true)).toContain('jones@example.org');
});
