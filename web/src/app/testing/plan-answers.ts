/** What the API answers on the Hour by hour screen, in small: shaped by the contract. */
import type {
  ComparisonAnswer,
  Job,
  MonteCarloResult,
  Scenario,
  ScenarioAnswer,
  ScenarioHead,
  SimulatedNode,
  SimulationAnswer,
} from '@msp-impact/contract';
import type { Answers } from '../../ui/testing/fake-api.ts';
import { answers } from './screen-answers.ts';

function simulated(over: Partial<SimulatedNode> & { readonly id: string }): SimulatedNode {
  return {
    kind: 'service',
    name: over.id,
    downAt: 0.1,
    steps: [
      [0, 1],
      [2, 0.15],
      [48, 1],
    ],
    state: 'degraded',
    worst: { hour: 2, level: 0.15 },
    recovered: 48,
    lostHours: 39,
    ...over,
  };
}

export function simulation(over: Partial<SimulationAnswer> = {}): SimulationAnswer {
  return {
    revision: 41,
    graph: 'NHS 111, August 2022',
    hours: 720,
    sentence: 'One service falls below normal; one tolerance is missed, the first after 4 hours.',
    total: 2,
    totalAtRisk: 0,
    nodes: [
      simulated({
        id: 'nhs-111-england',
        name: 'NHS 111, England',
        tolerance: { minimumLevel: 0.5, maxHours: 4 },
        low: [
          [0, 1],
          [1, 0.1],
          [60, 1],
        ],
        high: [
          [0, 1],
          [4, 0.3],
          [30, 1],
        ],
        cause: 'isolated',
      }),
      simulated({ id: 'england', kind: 'region', name: 'England', area: 'england' }),
    ],
    breaches: [
      {
        id: 'nhs-111-england',
        kind: 'service',
        name: 'NHS 111, England',
        minimumLevel: 0.5,
        maxHours: 4,
        certainty: 'likely',
        hour: 6,
        earliest: 5,
      },
    ],
    harm: {
      known: true,
      unknownRegions: 0,
      personHours: 29_400_000_000,
      range: { low: 23_400_000_000, high: 33_600_000_000 },
      lost: [
        [0, 0],
        [2, 1_000_000],
      ],
      regions: [{ id: 'england', name: 'England', personHours: 29_400_000_000 }],
      services: [],
    },
    lanes: [
      { lane: 'workaround', id: 'nhs-111-england', label: 'NHS 111: paper', from: 3, until: 30 },
      { lane: 'recovery', id: 'nhs-111-england', label: 'NHS 111, England', from: 48 },
      { lane: 'breach', id: 'nhs-111-england', label: 'NHS 111, England', from: 6 },
    ],
    events: [0, 2, 4, 48],
    notes: ['Nothing is stopped, isolated or cut off in this scenario.'],
    ranged: true,
    backlogs: [],
    settled: true,
    ...over,
  };
}

const head: ScenarioHead = {
  id: 'thursday',
  name: 'Thursday',
  version: 2,
  at: '2026-11-24T10:00:00Z',
  author: 'Ann',
  graphRevision: 39,
};
const listHead = { ...head, id: 'resilience', name: 'Resilience', graphRevision: 41 };
const plan: Scenario = {
  format: 'msp-impact-scenario/1',
  name: 'Thursday',
  hours: 720,
  outages: [{ id: 'advanced', durationHours: 48 }],
};
const saved: ScenarioAnswer = {
  ...head,
  scenario: plan,
  currentRevision: 41,
  changedSince: true,
  faults: [],
  notes: [],
};

function comparison(): ComparisonAnswer {
  return {
    a: simulation(),
    b: simulation({ nodes: [simulated({ id: 'nhs-111-england', name: 'NHS 111, England' })] }),
    sentence: 'B keeps NHS 111, England 25–31 points higher, hour 4 to day 14.',
    inputs: [{ path: '$.outages[0].durationHours', a: 48, b: 96 }],
    differences: [
      {
        id: 'nhs-111-england',
        kind: 'service',
        name: 'NHS 111, England',
        lostHours: -12,
        steps: [[4, 0.3]],
      },
    ],
  };
}

const spread = {
  p5: 1e9,
  p25: 2e9,
  p50: 3e9,
  p75: 4e9,
  p95: 5e9,
  mean: 3e9,
  least: 0,
  greatest: 6e9,
};
const runs: MonteCarloResult = {
  revision: 41,
  runs: 10_000,
  seed: 1,
  unit: 'person-hours',
  harm: spread,
  regions: [],
  services: [],
  exceedance: [
    [1e9, 1],
    [6e9, 0],
  ],
  breaches: [{ id: 'nhs-111-england', name: 'NHS 111, England', probability: 0.84 }],
  drivers: [{ input: '$.outages[0]', label: 'How long Advanced is out', correlation: 0.91 }],
  inputs: 1,
};
const job: Job = {
  id: 'j1',
  kind: 'monte-carlo',
  state: 'done',
  progress: 1,
  done: 10_000,
  total: 10_000,
  created: '2026-11-24T10:00:00Z',
  result: runs,
};

export const planAnswers: Answers = {
  ...answers,
  '/simulate': simulation(),
  '/simulate/compare': comparison(),
  '/scenarios': { currentRevision: 41, scenarios: [head] },
  '/scenarios/thursday': saved,
  '/scenarios/thursday/versions': { versions: [head, { ...head, version: 1 }] },
  '/measure-lists': { currentRevision: 41, lists: [listHead] },
  '/measure-lists/resilience': {
    ...listHead,
    list: {
      format: 'msp-impact-measures/1',
      name: 'Resilience',
      currency: 'GBP',
      budget: 900,
      measures: [
        {
          id: 'second-triage',
          name: 'A second triage system',
          cost: 900,
          do: 'supplier',
          to: 'nhs-111-england',
          beside: 'adastra',
        },
      ],
    },
    currentRevision: 41,
    changedSince: false,
    faults: [],
  },
  '/measure-lists/resilience/versions': { versions: [listHead, { ...listHead, version: 1 }] },
  '/scenario-templates': {
    templates: [
      {
        id: 'cloud-region-lost',
        title: 'Cloud region lost',
        summary: 'It switches off every zone that its products lie in.',
        kinds: ['supplier'],
        suggestion: 'advanced',
      },
    ],
  },
  '/scenario-templates/cloud-region-lost': { scenario: plan, assumptions: [] },
  '/samples/advanced-2022/scenario': { ...plan, name: 'The incident as it was' },
  '/samples/advanced-2022/replay': {
    id: 'advanced-2022',
    title: 'Advanced, August 2022',
    agreeing: 0,
    rows: [
      {
        date: '2022-08-05',
        hour: 30,
        subject: 'nhs-111-england',
        name: 'NHS 111, England',
        statement: 'Calls are answered on paper.',
        source: 'https://www.example.org/a',
        reading: 'less than normal',
        model: { level: 0, range: { low: 0, high: 0.6 }, state: 'down' },
        agrees: 'within the range',
        why: 'The lag holds it back.',
      },
    ],
    notComparable: [
      {
        date: '2022-08-10',
        statement: 'It may take four weeks.',
        source: 'https://www.example.org/b (a paper)',
        reason: 'A forecast, not a level at an hour.',
      },
    ],
    assumptions: ['$.start (reported, known on 2022-08-08): Offline from 4 August.'],
  },
  '/jobs/monte-carlo': { ...job, state: 'queued', progress: 0, done: 0, result: undefined },
  '/jobs/j1': job,
};
