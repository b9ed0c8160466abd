import type { WhatIfRequest } from '@msp-impact/contract';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevisionStore } from '../../api/revision.ts';
import { answerCalls, Refused } from '../../ui/testing/fake-api.ts';
import { internalWords } from '../../ui/testing/internal-words.ts';
import { App } from '../App.tsx';
import { choices, emptyAnswers, relianceAnswers } from './testing.ts';

beforeEach(() => {
  useRevisionStore.setState({ revision: undefined, lost: false });
  answerCalls(relianceAnswers);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(address: string) {
  window.history.replaceState(null, '', address);
  render(<App />);
}
const heading = () => document.querySelector('h1')?.textContent?.replaceAll('\u00a0', ' ');

const PARTS = {
  shares: ['/reliance', 'Advanced holds 80 % of £1 M. Reliance is like 1.5–2 equal suppliers'],
  contracts: [
    '/reliance?part=contracts',
    'Next: One-year extension, Advanced, by 16 January 2027.',
  ],
  matrix: ['/reliance?part=matrix', 'Advanced is critical and hard to replace.'],
  behind: ['/reliance?part=behind', 'Citrix stands behind 1 product.'],
  single: ['/reliance?part=single', '1 of 44 services rest on one supplier'],
  award: [
    '/reliance?part=award&award=Bidder_X;move!c1!what-if:x!X',
    '“Bidder X” spreads it best: like 2.5 equal suppliers',
  ],
  gaps: [
    '/reliance?part=gaps',
    'Of 2 contracts, 1 do not say when they end, 2 what they are worth, 2 what they cover.',
  ],
} as const;

test.each(Object.entries(PARTS))(
  'the part about %s answers in a sentence, in words that people read',
  async (_, [address, sentence]) => {
    open(address);
    await waitFor(() => expect(heading()).toContain(sentence), { timeout: 5000 });
    expect(heading()?.split(/\s+/).length).toBeLessThanOrEqual(24);
    expect(internalWords(document.body)).toEqual([]);
  },
);

test('a number in the question can be typed digit by digit', async () => {
  open('/reliance?part=contracts');
  const field = await screen.findByLabelText(
    'Months that buying anew takes',
    {},
    { timeout: 5000 },
  );
  for (const value of ['', '1', '12']) {
    fireEvent.change(field, { target: { value } });
    expect(screen.getByLabelText('Months that buying anew takes')).toBe(field);
    expect(field).toHaveProperty('value', value);
  }
  await waitFor(() => expect(window.location.search).toContain('months=12'));
});

test.each(Object.entries(PARTS))(
  'with nothing on record the part about %s says what to do',
  async (_, [address]) => {
    answerCalls(emptyAnswers);
    open(address.replace(/&award=.*/, ''));
    await waitFor(() => expect(document.querySelector('[class*="emptyTitle"]')).toBeTruthy(), {
      timeout: 5000,
    });
    expect(internalWords(document.body)).toEqual([]);
  },
);

test('what is not known stands in no share, and says which range it leaves', async () => {
  open('/reliance');
  expect(await screen.findByText('1 contract without a value.')).toBeTruthy();
  expect(screen.getByText(/between nothing and £800,000, the largest that is known/)).toBeTruthy();
  expect(screen.getByText('2 contracts with a value in another currency: left out.')).toBeTruthy();
  expect(screen.getAllByText('Capgemini').length).toBe(2);
});

test('every name leads to Explore with it selected, and keeps the question there', async () => {
  open('/reliance?down=adastra&measure=count');
  const [link] = await screen.findAllByRole('link', { name: 'Advanced' });
  expect(link?.getAttribute('href')).toBe('/?down=adastra&select=advanced');
});

test('a switch changes the address, and undo takes it back', async () => {
  open('/reliance');
  fireEvent.click(await screen.findByRole('button', { name: "Suppliers' suppliers" }));
  expect(window.location.search).toBe('?part=behind');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Undo/ }).disabled).toBe(false);
});

test('without contracts the way to bring them in is offered; people can still be counted', async () => {
  answerCalls({
    ...emptyAnswers,
    '/concentration/choices': { ...choices, contracts: 0, currencies: [] },
  });
  open('/reliance');
  const bring = await screen.findByRole('link', { name: 'Bring in contracts' });
  expect(bring.getAttribute('href')).toBe('/data');
  fireEvent.click(screen.getByRole('button', { name: 'Count by people served' }));
  expect(window.location.search).toBe('?measure=people');
});

test('a failed answer never looks spread', async () => {
  const reason = 'no node has this id';
  const errors = [{ path: '$.query.node', value: 'gone', reason }];
  const problem = { type: 'about:blank', title: 'Not understood', status: 400, errors };
  answerCalls({ ...relianceAnswers, '/concentration': new Refused(problem) });
  open('/reliance?of=gone');
  expect(await screen.findByText('Not calculated. Nothing here means spread.')).toBeTruthy();
  expect(screen.getByText(/“gone” is not on record here/)).toBeTruthy();
  expect(internalWords(document.body)).toEqual([]);
  expect(heading()).toBe('Not calculated.');
});

test('alternatives are asked as the address says, and a change against doing nothing is told', async () => {
  const asked: WhatIfRequest[] = [];
  const answer = relianceAnswers['/what-if'];
  answerCalls({
    ...relianceAnswers,
    '/what-if': (body: unknown) => {
      asked.push(body as WhatIfRequest);
      return answer;
    },
  });
  open('/reliance?part=award&award=Bidder_X;move!c1!what-if:x!X');
  expect(await screen.findByText('+1, better')).toBeTruthy();
  expect(screen.getByText('−1, better')).toBeTruthy();
  expect(asked[0]?.alternatives).toEqual([
    { name: 'Bidder X', edits: [{ do: 'move', contract: 'c1', to: 'what-if:x', name: 'X' }] },
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Take step 1 of Bidder X away' }));
  expect(window.location.search).toBe('?part=award&award=Bidder_X');
});

test('a new contract is worth something in the money and the term that are counted', async () => {
  const asked: WhatIfRequest[] = [];
  answerCalls({
    ...relianceAnswers,
    '/what-if': (body: unknown) => {
      asked.push(body as WhatIfRequest);
      return relianceAnswers['/what-if'];
    },
  });
  open('/reliance?part=award&award=Y;add!advanced!!500');
  await screen.findByText('+1, better');
  expect(asked[0]?.alternatives[0]?.edits).toEqual([
    {
      do: 'add',
      contract: {
        id: 'what-if:1',
        supplier: 'advanced',
        value: 500,
        currency: 'GBP',
        valueBasis: 'total',
      },
    },
  ]);
});

test('contracts without an end are listed, never left out silently', async () => {
  open('/reliance?part=contracts');
  expect(await screen.findByRole('button', { name: 'Add the end of Out of hours' })).toBeTruthy();
  expect(
    screen.getByText(/1 contract without an end on record is not in the list above/),
  ).toBeTruthy();
});
