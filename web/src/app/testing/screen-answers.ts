/** What the API answers while Advanced is stopped, in small: shaped by the contract. */
import type { NodeAnswer, SamplesAnswer, ViewNode } from '@msp-impact/contract';
import {
  explanationOf,
  graphView,
  impactAnswer,
  impactRow,
  rankAnswer,
  viewLink,
  viewNode,
} from '../../ui/testing/answers.ts';
import type { Answers } from '../../ui/testing/fake-api.ts';

const nodes: ViewNode[] = [
  viewNode({ id: 'advanced', kind: 'supplier', name: 'Advanced', state: 'down', marked: 'down' }),
  viewNode({
    id: 'adastra',
    kind: 'product',
    name: 'Adastra',
    state: 'down',
    cause: 'failed',
    zones: ['health-hosting'],
  }),
  viewNode({
    id: 'caresys',
    kind: 'product',
    name: 'Caresys',
    state: 'up',
    zones: ['health-hosting'],
  }),
  viewNode({
    id: 'nhs-111-england',
    name: 'NHS 111, England',
    state: 'degraded',
    level: 0.15,
    range: { low: 0.1, high: 0.25 },
    cause: 'failed',
  }),
  viewNode({ id: 'x-ray', name: 'X-ray reports', state: 'unknown' }),
  viewNode({
    id: 'england',
    kind: 'region',
    name: 'England',
    population: 56_286_961,
    state: 'degraded',
    level: 0.7,
  }),
  viewNode({ id: 'wales', kind: 'region', name: 'Wales', population: 3_100_000, state: 'at-risk' }),
];
const path = ['advanced', 'adastra', 'nhs-111-england'];

const impact = impactAnswer({
  impacted: [
    impactRow({ id: 'advanced', kind: 'supplier', name: 'Advanced' }),
    impactRow({ id: 'adastra', kind: 'product', name: 'Adastra', path: ['advanced', 'adastra'] }),
    impactRow({
      id: 'nhs-111-england',
      name: 'NHS 111, England',
      level: 0.15,
      state: 'degraded',
      path,
    }),
    impactRow({
      id: 'england',
      kind: 'region',
      name: 'England',
      level: 0.7,
      state: 'degraded',
      path: [...path, 'england'],
    }),
  ],
  atRisk: [{ id: 'wales', kind: 'region', name: 'Wales' }],
  unknown: [{ id: 'x-ray', kind: 'service', name: 'X-ray reports' }],
  nations: [{ id: 'england', name: 'England', level: 0.7, state: 'degraded' }],
});

const explanation = explanationOf({
  steps: [
    { id: 'advanced', name: 'Advanced', kind: 'supplier', level: 0, state: 'down' },
    {
      id: 'adastra',
      name: 'Adastra',
      kind: 'product',
      level: 0,
      state: 'down',
      link: { id: 'advanced->adastra', strength: 1, felt: 0, severed: false },
    },
    {
      id: 'nhs-111-england',
      name: 'NHS 111, England',
      kind: 'service',
      level: 0.15,
      state: 'degraded',
      link: { id: 'adastra->nhs-111-england', strength: 0.85, felt: 0.15, severed: false },
    },
  ],
  groups: [
    {
      name: 'triage',
      rule: 'atLeast',
      k: 1,
      value: 0.15,
      binding: true,
      members: [
        {
          link: 'a',
          from: 'adastra',
          name: 'Adastra',
          level: 0,
          strength: 0.85,
          felt: 0.15,
          severed: false,
        },
        {
          link: 'b',
          from: 'caresys',
          name: 'Caresys',
          level: 1,
          strength: 1,
          felt: 1,
          severed: false,
        },
      ],
    },
  ],
  counterfactuals: [{ without: 'advanced', label: 'Advanced stopping', level: 1 }],
  changes: [{ label: 'Paper and phone', detail: 'from 4 hours, for 14 days', from: 0.15, to: 0.4 }],
  weakest: {
    link: 'adastra->nhs-111-england',
    claim: '85 % is the supplier’s own figure',
    confidence: 'stated',
  },
});

const link = {
  id: 'adastra->nhs-111-england',
  from: 'adastra',
  to: 'nhs-111-england',
  strength: { low: 0.75, likely: 0.85, high: 0.9 },
  bufferHours: 2,
  substitutability: 'complex' as const,
  evidence: [
    {
      claim: 'Adastra serves 85 % of NHS 111.',
      confidence: 'stated' as const,
      publisher: 'Advanced',
      date: '2022-08-05',
    },
  ],
};

const node: NodeAnswer = {
  revision: 7,
  item: {
    id: 'nhs-111-england',
    kind: 'service',
    name: 'NHS 111, England',
    parent: 'england',
    people: 1_000_000,
    rtoHours: 4,
    tolerance: { minimumLevel: 0.5, maxHours: 4 },
    downAt: 0.1,
  },
  reliesOn: [link],
  reliedOnBy: [],
  contracts: [],
  more: { reliesOn: 0, reliedOnBy: 0, contracts: 0 },
};

const samples: SamplesAnswer = {
  samples: [
    {
      id: 'advanced-2022',
      title: 'NHS 111, August 2022',
      summary: 'A supplier of NHS software switches off its products.',
      action: 'Stop Advanced, August 2022',
      question: { down: [{ id: 'advanced' }] },
      questions: [{ label: 'The incident as it was', question: { isolate: ['health-hosting'] } }],
    },
  ],
};

export const answers: Answers = {
  '/health/ready': { status: 'ok', store: 'embedded', revision: 41 },
  '/samples': samples,
  '/view': graphView({
    sample: 'advanced-2022',
    nodes,
    links: [
      viewLink('advanced', 'adastra', { hit: true }),
      viewLink('adastra', 'nhs-111-england', { hit: true, strength: 0.85 }),
    ],
    groups: [
      {
        id: 'product:not-affected',
        column: 'product',
        status: 'not-affected',
        count: 24,
        label: '24 products',
        sample: [],
      },
    ],
    grouped: 24,
  }),
  '/impact': impact,
  '/explain': explanation,
  '/rank': rankAnswer({
    total: 57,
    rows: [
      {
        id: 'advanced',
        name: 'Advanced',
        kind: 'supplier',
        score: 31e6,
        down: 9,
        degraded: 8,
        people: 31e6,
        services: 12,
      },
    ],
  }),
  '/paths': { revision: 41, count: 1, complete: true, paths: [[...path, 'england']] },
  '/nodes/nhs-111-england': node,
  '/nodes/adastra/reach': {
    revision: 41,
    id: 'adastra',
    direction: 'upstream',
    count: 1,
    nodes: [{ id: 'advanced', name: 'Advanced', kind: 'supplier', depth: 1 }],
  },
  '/nodes/wales/reach': { revision: 41, id: 'wales', direction: 'upstream', count: 0, nodes: [] },
  [`/dependencies/${encodeURIComponent(link.id)}`]: { revision: 7, item: link },
  '/notes': { notes: [] },
  '/changes': { revision: 41, changes: [] },
  '/version': { version: '0.1.0', node: 'v20', store: 'embedded', format: 'msp-impact-graph/1' },
};
