import type { NewIncident } from '@msp-impact/contract';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useRevisionStore } from '../../api/revision.ts';
import { answerCalls } from '../../ui/testing/fake-api.ts';
import { internalWords } from '../../ui/testing/internal-words.ts';
import { App } from '../App.tsx';
import { answers, incident, page } from '../report/testing.ts';

beforeEach(() => {
  useRevisionStore.setState({ revision: undefined, lost: false });
  answerCalls(answers);
});
afterEach(cleanup);

function open(address: string) {
  window.history.replaceState(null, '', address);
  render(<App />);
}

test('checks say who saw what, and which of them are stale', async () => {
  open('/incident?incident=it-stopped');
  expect(await screen.findByText('counts for 3 hours more')).toBeTruthy();
  expect(screen.getByText('stale for 1 hour: check again')).toBeTruthy();
  expect(screen.getByText('No answer')).toBeTruthy();
  expect(await screen.findByText('Caresys')).toBeTruthy();
  expect(internalWords(document.body)).toEqual([]);
});

test('owners are called by the limit that is missed; where there is none, it says so', async () => {
  open('/incident?incident=it-stopped');
  expect(await screen.findByText('Duty desk')).toBeTruthy();
  expect(screen.getByText(/limit missed now/)).toBeTruthy();
  expect(screen.getByText('Limits missed, nobody on record to call')).toBeTruthy();
  expect(screen.getByText('missed in 3 hours')).toBeTruthy();
});

test('for what was checked and works nobody is called, and it says so', async () => {
  const seen = { id: 'nhs-111-england', name: 'NHS 111, England', state: 'up', level: 1, hour: 5 };
  const report = { ...page.report, checks: [seen] };
  answerCalls({ ...answers, '/reports/draft': { ...page, report } });
  open('/incident?incident=it-stopped');
  expect(await screen.findByText(/Checked and working, so not listed: NHS 111/)).toBeTruthy();
  expect(screen.queryByText('Duty desk')).toBeNull();
});

const exercise = {
  ...incident,
  exercise: true,
  injects: [{ id: 'i', text: 'The press asks.', atHour: 1, open: true }],
};

test('players see what has come in, and no result', async () => {
  answerCalls({ ...answers, '/incidents/it-stopped': exercise });
  open('/incident?incident=it-stopped');
  expect(await screen.findByText('The press asks.')).toBeTruthy();
  expect(screen.getByText(/results of this exercise are hidden/)).toBeTruthy();
  expect(screen.queryByText('One service falls below normal.')).toBeNull();
  expect(screen.queryByText('Duty desk')).toBeNull();
});

test('whoever runs it sees the results, and releases what waits', async () => {
  const waits = { id: 'w', text: 'Paper runs out.', open: false };
  const released: string[] = [];
  answerCalls({
    ...answers,
    '/incidents/it-stopped': { ...exercise, injects: [waits] },
    '/incidents/it-stopped/injects/w/release': () => {
      released.push('w');
      return exercise;
    },
  });
  open('/incident?incident=it-stopped&role=facilitator');
  expect(await screen.findByText('One service falls below normal.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Release now' }));
  await waitFor(() => expect(released).toEqual(['w']));
});

test('an incident is opened on what is stopped on Explore', async () => {
  const made: NewIncident[] = [];
  answerCalls({
    ...answers,
    '/incidents': (body: unknown) => {
      if (!body) return { incidents: [] };
      made.push(body as NewIncident);
      return incident;
    },
  });
  open('/incident?down=advanced');
  await screen.findByDisplayValue('Advanced');
  fireEvent.click(screen.getByRole('button', { name: 'Open the incident' }));
  expect(await screen.findByText('It stopped')).toBeTruthy();
  expect(made[0]?.scenario.outages).toEqual([{ id: 'advanced' }]);
});

test('whoever runs an exercise jumps to what comes in next', async () => {
  const asked: unknown[] = [];
  const later = { ...exercise, injects: [{ id: 'i', text: 'x', atHour: 20, open: false }] };
  answerCalls({
    ...answers,
    '/incidents/it-stopped': (body: unknown) => {
      if (body) asked.push(body);
      return later;
    },
  });
  open('/incident?incident=it-stopped&role=facilitator');
  fireEvent.click(await screen.findByText('Jump to hour 20: the next inject'));
  await waitFor(() => expect(asked).toEqual([{ skipHours: 14 }]));
});
