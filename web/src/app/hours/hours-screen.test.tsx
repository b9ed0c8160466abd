import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevisionStore } from '../../api/revision.ts';
import { restHour, useClock } from '../../features/hours/clock.ts';
import { answerCalls, Refused } from '../../ui/testing/fake-api.ts';
import { internalWords } from '../../ui/testing/internal-words.ts';
import { parseHours } from '../../url/hours-codec.ts';
import { App } from '../App.tsx';
import { planAnswers, simulation } from '../testing/plan-answers.ts';

// Cytoscape needs a real canvas, which this DOM has not: the drawing is tested in a real browser.
vi.mock('../../canvas/GraphCanvas.tsx', () => ({ GraphCanvas: () => null }));

configure({ asyncUtilTimeout: 5000 });

beforeEach(() => {
  useRevisionStore.setState({ revision: undefined, lost: false });
  restHour();
  answerCalls(planAnswers);
});
afterEach(cleanup);

function open(address: string) {
  window.history.replaceState(null, '', address);
  render(<App />);
}
const view = () => parseHours(window.location.search);
const PLAN = '/hours?hours=720&out=advanced!at4!for48';

test('without a plan it says what one can start from', async () => {
  open('/hours');
  expect(await screen.findByText('The incident as it was')).toBeTruthy();
  expect(await screen.findByText('Thursday')).toBeTruthy();
  fireEvent.click(await screen.findByText('Open this plan'));
  await waitFor(() => expect(view().a.draft?.name).toBe('The incident as it was'));
});

test('what is stopped in Explore is the plan', async () => {
  open('/hours?down=advanced');
  expect(await screen.findByLabelText('Take Advanced out')).toBeTruthy();
  expect(await screen.findByText(/one limit is missed/, { selector: 'h1' })).toBeTruthy();
});

test('limits that are missed are listed with their range, and a click shows the hour', async () => {
  open(PLAN);
  fireEvent.click(await screen.findByText('hour 6 (5 at the earliest)'));
  await waitFor(() => expect(view()).toMatchObject({ at: 6, select: 'nhs-111-england' }));
});

test('arrow keys move the start and the end of an outage, and the address follows', async () => {
  open(PLAN);
  const start = await screen.findByRole('slider', { name: 'Advanced: starts' });
  fireEvent.keyDown(start, { key: 'ArrowRight' });
  await waitFor(() => expect(view().a.draft?.outages?.[0]?.startHour).toBe(5));
  const end = screen.getByRole('slider', { name: 'Advanced: ends' });
  fireEvent.keyDown(end, { key: 'ArrowRight', shiftKey: true });
  await waitFor(() => expect(view().a.draft?.outages?.[0]?.durationHours).toBe(72));
  fireEvent.keyDown(screen.getByRole('slider', { name: 'Advanced: starts' }), { key: 'Delete' });
  await waitFor(() => expect(view().a.draft?.outages).toBeUndefined());
});

test('Enter opens what the plan says of it; a range is kept as one', async () => {
  open(PLAN);
  fireEvent.keyDown(await screen.findByRole('slider', { name: 'Advanced: starts' }), {
    key: 'Enter',
  });
  fireEvent.change(await screen.findByLabelText('Lasts, hours: at most'), {
    target: { value: '96' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  await waitFor(() =>
    expect(view().a.draft?.outages?.[0]?.durationHours).toEqual({ low: 48, likely: 48, high: 96 }),
  );
});

test('the hour moves by keys and from change to change', async () => {
  open(PLAN);
  const hour = await screen.findByRole('slider', { name: 'Hour that is looked at' });
  fireEvent.keyDown(hour, { key: 'ArrowRight' });
  await waitFor(() => expect(view().at).toBe(1));
  await screen.findByText('1 limit missed');
  fireEvent.click(screen.getByLabelText('Next change'));
  await waitFor(() => expect(view().at).toBe(2));
  fireEvent.keyDown(hour, { key: 'End' });
  await waitFor(() => expect(view().at).toBe(720));
});

test('with reduced motion play goes from change to change', async () => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('reduce'),
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }));
  open(PLAN);
  await screen.findByText('1 limit missed');
  fireEvent.click(screen.getByText('Step through'));
  await waitFor(() => expect(useClock.getState().live).toBe(2), { timeout: 3000 });
  fireEvent.click(screen.getByText('Pause'));
  await waitFor(() => expect(view().at).toBe(2));
  vi.unstubAllGlobals();
});

test('two plans: the difference in a sentence first', async () => {
  open(`${PLAN}&b.plan=thursday!2`);
  const said = await screen.findAllByText(/B keeps NHS 111, England 25–31 points higher/);
  expect(said.length).toBeGreaterThan(1);
  expect(screen.getByText('Advanced: lasts')).toBeTruthy();
  fireEvent.click(screen.getByText('Swap'));
  await waitFor(() => expect(view().a.saved).toEqual({ id: 'thursday', version: 2 }));
});

test('a saved plan says that the data has moved on, and one that was changed is no longer it', async () => {
  open('/hours?plan=thursday');
  expect(await screen.findByText(/Saved on version 39 of the data/)).toBeTruthy();
  fireEvent.click(await screen.findByLabelText('Take Advanced out'));
  await waitFor(() => expect(view().a.saved?.id).toBe('thursday'));
  expect(view().a.draft?.outages).toBeUndefined();
});

test('nobody’s version is written over unseen', async () => {
  const problem = { type: 'about:blank', title: 'Someone changed this first', status: 412 };
  open(`${PLAN}&plan=thursday!1&side=plans`);
  const save = await screen.findByText('Save a new version');
  answerCalls({ ...planAnswers, '/scenarios/thursday': new Refused(problem) });
  fireEvent.click(save);
  expect(await screen.findByText('Not saved: someone changed this plan first.')).toBeTruthy();
  expect(screen.getByText('Show theirs')).toBeTruthy();
  expect(screen.getByText('Save as a copy')).toBeTruthy();
});

test('a plan that is refused never looks safe', async () => {
  const problem = {
    type: 'about:blank',
    title: 'Not understood',
    status: 422,
    detail: '$.scenario.outages[0].id: no node has this id',
    errors: [{ path: '$.scenario.outages[0].id', value: 'gone', reason: 'no node has this id' }],
  };
  answerCalls({ ...planAnswers, '/simulate': new Refused(problem) });
  open('/hours?hours=720&out=gone');
  expect(await screen.findByText('Not calculated. Do not take this as safe.')).toBeTruthy();
  expect(screen.queryByText('1 limit missed')).toBeNull();
});

test('when a plan begins, when it is declared and why it was made are said on the screen', async () => {
  open(`${PLAN}&side=plans`);
  fireEvent.change(await screen.findByLabelText(/^Begins/), {
    target: { value: '2022-08-04T07:00' },
  });
  await waitFor(() =>
    expect(view().a.draft?.start).toBe(new Date('2022-08-04T07:00').toISOString()),
  );
  const begins = screen.getByLabelText(/^Begins/);
  for (const value of ['', '0002-11-24T07:00']) fireEvent.change(begins, { target: { value } });
  expect(view().a.draft?.start).toBe(new Date('2022-08-04T07:00').toISOString());
  fireEvent.change(begins, { target: { value: '' } });
  fireEvent.blur(begins);
  await waitFor(() => expect(view().a.draft?.start).toBeUndefined());
  fireEvent.change(screen.getByLabelText('Declared at hour'), { target: { value: '6' } });
  await waitFor(() => expect(view().a.draft?.declaredHour).toBe(6));
  const note = screen.getByLabelText('Note');
  fireEvent.change(note, { target: { value: 'For the board' } });
  fireEvent.blur(note);
  await waitFor(() => expect(view().a.draft?.note).toBe('For the board'));
});

test('with two plans an area says what is lost in both', async () => {
  open(`${PLAN}&b.plan=thursday!2&look=areas&t=3`);
  expect((await screen.findAllByText(/A 85.%, B 0.% lost/)).length).toBeGreaterThan(0);
});

test('what a service has to do is said in the plan', async () => {
  open(`${PLAN}&work=nhs-111-england!100!20`);
  fireEvent.change(await screen.findByLabelText('Catches up, an hour'), {
    target: { value: '50' },
  });
  await waitFor(() => expect(view().a.draft?.demands?.[0]?.catchUpPerHour).toBe(50));
  fireEvent.click(screen.getByLabelText(/^Count the cases of .* no more$/));
  await waitFor(() => expect(view().a.draft?.demands).toBeUndefined());
});

test('many runs say 9 in 10, and the chance to miss a limit', async () => {
  open(`${PLAN}&side=sure`);
  fireEvent.click(await screen.findByText('Run it 10,000 times'));
  expect(await screen.findByText('9 in 10 runs: 1 billion to 5 billion')).toBeTruthy();
  expect(screen.getByText(/^84.%$/)).toBeTruthy();
});

test('a saved list of measures is opened, and keeps its names when it is changed', async () => {
  open(`${PLAN}&side=helps`);
  fireEvent.click(await screen.findByRole('button', { name: 'Resilience' }));
  expect(await screen.findByText('A second triage system')).toBeTruthy();
  expect(view()).toMatchObject({ list: { id: 'resilience' }, measures: [] });
  expect((screen.getByLabelText('Budget') as HTMLInputElement).value).toBe('900');
  const cost = screen.getByLabelText('Cost of: A second triage system');
  fireEvent.change(cost, { target: { value: '700' } });
  fireEvent.blur(cost);
  await waitFor(() =>
    expect(view().measures).toMatchObject([
      { id: 'second-triage', name: 'A second triage system', cost: 700 },
    ]),
  );
  expect(screen.getByText(/What you changed since is not/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save a new version' })).toBeTruthy();
});

test('measures are tried on other saved plans too, by how much they count', async () => {
  open(`${PLAN}&side=helps&do=restart!adastra!4!10&over=thursday*3`);
  expect(await screen.findByLabelText('How much Thursday counts')).toBeTruthy();
  expect(screen.getAllByText(/of 4$/)).toHaveLength(2);
  fireEvent.click(screen.getByLabelText('Leave out: Thursday'));
  await waitFor(() => expect(view().over).toEqual([]));
});

test('the incident of a sample is held against what was published', async () => {
  open(`${PLAN}&look=sources`);
  fireEvent.click(await screen.findByLabelText('NHS 111, England, 5 August 2022: show hour 30'));
  await waitFor(() => expect(view()).toMatchObject({ at: 30, select: 'nhs-111-england' }));
  expect(screen.getByText('Within the range only')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'example.org' })).toBeTruthy();
  const aside = screen.getByText('Published too, but no level at an hour (1 statement)');
  expect(aside.parentElement?.textContent).toContain('10 August 2022: It may take four weeks.');
  expect(aside.parentElement?.textContent).toContain('Left out: A forecast, not a level');
  fireEvent.click(screen.getByText('Open the incident as it was'));
  await waitFor(() => expect(view().a.draft?.name).toBe('The incident as it was'));
  expect(screen.queryByText('Open the incident as it was')).toBeNull();
});

test('nothing falls: said in words, not shown as an empty chart', async () => {
  answerCalls({ ...planAnswers, '/simulate': simulation({ nodes: [], breaches: [], total: 0 }) });
  open(`${PLAN}&look=charts`);
  expect(await screen.findByText('Nothing falls in this plan.')).toBeTruthy();
});

const SCREENS = {
  start: '/hours',
  graph: PLAN,
  charts: `${PLAN}&look=charts&off=health-hosting!wait0~2!free48&cut=adastra!nhs-111-england&check=caresys!1`,
  areas: `${PLAN}&look=areas`,
  plans: `${PLAN}&plan=thursday!1&side=plans`,
  measures: `${PLAN}&side=helps&do=way!nhs-111-england!0.5!4!336!20,split!health-hosting!5!adastra,store!adastra!nhs-111-england!12!1&budget=10`,
  'saved measures': `${PLAN}&side=helps&list=resilience`,
  'against sources': `${PLAN}&look=sources`,
  'how sure': `${PLAN}&side=sure`,
  'two plans': `${PLAN}&b.plan=thursday!2&look=charts`,
};
test.each(Object.entries(SCREENS))(
  'no internal word stands on the screen: %s',
  async (_, address) => {
    open(address);
    await waitFor(() => expect(document.querySelector('main h1')).toBeTruthy());
    await waitFor(() => expect(document.body.textContent).not.toMatch(/Working it out|Loading/));
    expect(internalWords(document.body)).toEqual([]);
  },
);
