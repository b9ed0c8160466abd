import type { ReportRequest } from '@msp-impact/contract';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useRevisionStore } from '../../api/revision.ts';
import { answerCalls } from '../../ui/testing/fake-api.ts';
import { internalWords } from '../../ui/testing/internal-words.ts';
import { App } from '../App.tsx';
import { answers, incident, page } from './testing.ts';

let asked: ReportRequest[];
beforeEach(() => {
  asked = [];
  useRevisionStore.setState({ revision: undefined, lost: false });
  answerCalls({
    ...answers,
    '/reports/draft': (body: unknown) => {
      asked.push(body as ReportRequest);
      return page;
    },
  });
});
afterEach(cleanup);

function open(address: string) {
  window.history.replaceState(null, '', address);
  render(<App />);
}

test('what is stopped on Explore is reported on, in the words of everyone', async () => {
  open('/report?down=advanced');
  const sheet = await screen.findByRole('article', { name: 'Report' });
  expect(within(sheet).getAllByText('OFFICIAL-SENSITIVE')).toHaveLength(2);
  expect(within(sheet).getByRole('columnheader', { name: 'Left' })).toBeTruthy();
  await waitFor(() => expect(asked.at(-1)?.scenario.name).toBe('If this stops: Advanced'));
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(asked.at(-1)).toMatchObject({ contacts: false, headings: 'plain', zone });
  expect(asked.at(-1)?.scenario.outages).toEqual([{ id: 'advanced' }]);
  expect(internalWords(document.body)).toEqual([]);
});

test('contacts go into it once they are ticked', async () => {
  open('/report?down=advanced');
  fireEvent.click(await screen.findByLabelText(/With the owners’ contacts/));
  await waitFor(() => expect(asked.at(-1)?.contacts).toBe(true));
  expect(window.location.search).toContain('contacts=yes');
});

test('a marking line that was emptied stays empty', async () => {
  open('/report?down=advanced');
  await screen.findByRole('article');
  const field = screen.getByLabelText(/Marking line/);
  fireEvent.change(field, { target: { value: '' } });
  fireEvent.blur(field);
  await waitFor(() => expect(asked.at(-1)?.marking).toBe(''));
});

test('an incident is reported on as it stands now, its checks counted, in its own series', async () => {
  open('/report?incident=it-stopped');
  await screen.findByRole('article');
  expect(asked.at(-1)).toMatchObject({ series: 'it-stopped', atHour: 6 });
  expect(asked.at(-1)?.scenario.start).toBe(incident.began);
});

test('players of an exercise do not get its report', async () => {
  answerCalls({ ...answers, '/incidents/it-stopped': { ...incident, exercise: true } });
  open('/report?incident=it-stopped');
  expect(await screen.findByText('The results of this exercise are hidden')).toBeTruthy();
  expect(screen.queryByRole('article')).toBeNull();
});

test('with nothing to report on it says what to do', async () => {
  open('/report');
  expect(await screen.findByText('A report needs something that stops')).toBeTruthy();
});
