import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevisionStore } from '../api/revision.ts';
import { answerCalls, Refused } from '../ui/testing/fake-api.ts';
import { internalWords } from '../ui/testing/internal-words.ts';
import { App } from './App.tsx';
import { answers } from './testing/screen-answers.ts';

// Cytoscape needs a real canvas, which this DOM has not: the drawing is tested in a real browser.
vi.mock('../canvas/GraphCanvas.tsx', () => ({ GraphCanvas: () => null }));

beforeEach(() => {
  useRevisionStore.setState({ revision: undefined, lost: false });
  answerCalls(answers);
});
afterEach(cleanup);

function open(address: string) {
  window.history.replaceState(null, '', address);
  render(<App />);
}

test('the first visit says what to do and what would hurt most', async () => {
  open('/');
  expect(await screen.findByText('Stop Advanced, August 2022')).toBeTruthy();
  expect(await screen.findByText(/1\. Advanced/)).toBeTruthy();
  expect(screen.getByText('Bring in my own list')).toBeTruthy();
});

test('the question is a sentence and the answer another', async () => {
  open('/?down=advanced');
  expect(
    await screen.findByText(/12 services in all four nations stop or are reduced/, {
      selector: 'h1',
    }),
  ).toBeTruthy();
  expect(screen.getByLabelText('Do not stop Advanced')).toBeTruthy();
  expect(screen.getByText('66.8 M')).toBeTruthy();
});

test('what is selected is told with its range, its way and how sure we are', async () => {
  open('/?down=advanced&select=nhs-111-england');
  expect(await screen.findByText('Reduced: about 15 % left')).toBeTruthy();
  expect(screen.getByText('range 10–25 %')).toBeTruthy();
  expect(screen.getByText('How it gets here')).toBeTruthy();
  expect(screen.getByText('relies on it for 85 %')).toBeTruthy();
});

test('a failed answer never looks safe', async () => {
  answerCalls({ ...answers, '/impact': undefined });
  open('/?down=advanced');
  const said = await screen.findAllByText('Not calculated. Do not take this as safe.');
  expect(said.length).toBeGreaterThan(0);
  expect(screen.queryByText('66.8 M')).toBeNull();
});

test('a question about what is not on record says so', async () => {
  const problem = {
    type: 'about:blank',
    title: 'Not understood',
    status: 422,
    detail: '$.question.down[0].id: no node has this id',
    errors: [{ path: '$.question.down[0].id', value: 'gone', reason: 'no node has this id' }],
  };
  answerCalls({ ...answers, '/impact': new Refused(problem), '/view': new Refused(problem) });
  open('/?down=gone');
  const said = await screen.findAllByText(/“gone” is not on record here/);
  expect(said.length).toBeGreaterThan(0);
  expect(internalWords(document.body)).toEqual([]);
});

test('a link made on another version of the data says so', async () => {
  open('/?down=advanced&v=39');
  expect(await screen.findByText(/made on version 39/)).toBeTruthy();
});

test('a server that is gone is told, and tried again', async () => {
  answerCalls({ '/health/ready': new TypeError('gone') });
  open('/');
  expect(
    await screen.findByText('The server does not answer.', { selector: 'strong' }),
  ).toBeTruthy();
  answerCalls(answers);
  screen.getByText('Try now').click();
  await waitFor(() => expect(screen.queryByText('The server does not answer.')).toBeNull());
});

const SCREENS = {
  'first visit': '/',
  answer: '/?down=advanced&isolate=health-hosting&sever=adastra!nhs-111-england&seen=caresys!1',
  'one thing': '/?down=advanced&select=nhs-111-england&workarounds=yes',
  'one link': '/?down=advanced&link=adastra-%3Enhs-111-england',
  table: '/?down=advanced&as=table',
  map: '/?down=advanced&as=map&area=wales',
  filters: '/?down=advanced&around=adastra&direction=upstream&depth=2&state=unknown,down',
  path: '/?path=advanced!england',
  data: '/data',
  nowhere: '/nowhere',
};
test.each(Object.entries(SCREENS))(
  'no internal word stands on the screen: %s',
  async (_, address) => {
    open(address);
    await waitFor(() => expect(document.querySelector('h1, [class*="emptyTitle"]')).toBeTruthy());
    await waitFor(() => expect(document.body.textContent).not.toMatch(/Working it out|Loading/));
    expect(internalWords(document.body)).toEqual([]);
  },
);
