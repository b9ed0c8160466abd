/** A page and an incident, shaped by the contract, for the tests of both screens. */
import type { Incident, ReportPage, Scenario } from '@msp-impact/contract';
import { answers as screens } from '../testing/screen-answers.ts';

export const plan: Scenario = {
  format: 'msp-impact-scenario/1',
  name: 'Advanced stops',
  hours: 72,
  outages: [{ id: 'advanced' }],
};

export const page: ReportPage = {
  kept: false,
  subtitle: 'Report 1 · 2026-11-24 12:00 UTC · Ann',
  parts: [
    {
      heading: 'What is hit',
      lines: ['At their worst: 1 service is stopped.'],
      table: { head: ['Service', 'Left'], rows: [['NHS 111, England', '15 %']] },
    },
    { heading: 'People', lines: ['1,000 person-hours are lost.'] },
  ],
  picture: { ids: ['nhs-111-england'], byKind: { service: 3 }, text: 'What is hit, worst first.' },
  report: {
    series: 'advanced-stops',
    number: 1,
    title: 'Advanced stops',
    at: '2026-11-24T12:00:00Z',
    author: 'Ann',
    marking: 'OFFICIAL-SENSITIVE',
    headings: 'plain',
    hours: 72,
    graph: 'NHS 111, August 2022',
    graphRevision: 41,
    headline: 'One service falls below normal.',
    counts: { down: 1, degraded: 0, atRisk: 0, unknown: 2 },
    rows: [
      {
        id: 'nhs-111-england',
        kind: 'service',
        name: 'NHS 111, England',
        state: 'degraded',
        level: 0.15,
        worstHour: 0,
        lostHours: 10,
      },
    ],
    total: 3,
    links: [],
    breaches: [
      {
        id: 'x-ray',
        kind: 'service',
        name: 'X-ray reports',
        minimumLevel: 0.5,
        maxHours: 4,
        certainty: 'likely',
        hour: 9,
      },
    ],
    people: { known: true, personHours: 1000, unknownRegions: 0 },
    evidence: { links: 2, stated: 1, reported: 0, assumed: 1, none: 0 },
    assumptions: [],
    contacts: false,
    calls: [{ id: 'nhs-111-england', name: 'NHS 111, England', owner: 'Duty desk', hour: 6 }],
    risk: 'There is a risk that NHS 111 stops.',
  },
};

const began = '2026-11-24T06:00:00.000Z';
export const incident: Incident = {
  id: 'it-stopped',
  version: 3,
  name: 'It stopped',
  author: 'Ann',
  began,
  now: '2026-11-24T12:00:00.000Z',
  exercise: false,
  revealed: false,
  staleAfterHours: 4,
  scenario: plan,
  current: { ...plan, name: 'It stopped', start: began },
  checks: [
    {
      id: 'b',
      node: 'adastra',
      level: 0.4,
      by: 'Bea',
      at: '2026-11-24T11:00:00.000Z',
      logged: '2026-11-24T11:01:00.000Z',
      staleAfterHours: 4,
    },
    {
      id: 'a',
      node: 'caresys',
      level: 0,
      by: 'Al',
      text: 'No answer',
      at: '2026-11-24T07:00:00.000Z',
      logged: '2026-11-24T07:01:00.000Z',
      staleAfterHours: 4,
    },
  ],
  injects: [],
};

export const answers = {
  ...screens,
  '/reports': { reports: [] },
  '/reports/draft': page,
  '/incidents': { incidents: [] },
  [`/incidents/${incident.id}`]: incident,
};
