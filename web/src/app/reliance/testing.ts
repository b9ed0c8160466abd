/** What the API answers about reliance, in small: shaped by the contract. */
import type {
  ConcentrationAnswer,
  ConcentrationChoices,
  DecideByAnswer,
  FourthPartiesAnswer,
  OverTimeAnswer,
  ReplaceMatrixAnswer,
  SingleSourceAnswer,
  WhatIfAnswer,
} from '@msp-impact/contract';
import type { Answers } from '../../ui/testing/fake-api.ts';
import { answers } from '../testing/screen-answers.ts';

const revision = 41;
const advanced = { id: 'advanced', name: 'Advanced' };
const dxc = { id: 'dxc', name: 'DXC Technology' };
const loss = { services: 4.5, down: 5, people: 41_100_000 };
const figures = {
  hhi: 6800,
  range: { low: 5000, high: 6800 },
  effective: 1.47,
  cr4: 100,
  total: 1_000_000,
  suppliers: 2,
  unknown: 1,
  unknownUpTo: 800_000,
};

export const choices: ConcentrationChoices = {
  revision,
  contracts: 4,
  currencies: [{ currency: 'GBP', contracts: 3 }],
  tags: ['finance'],
  categories: ['IT services'],
  buyers: ['NHS National Services Scotland'],
  parents: 2,
  servicesWithPeople: 1,
};
const source = 'Guidelines';
const concentration: ConcentrationAnswer = {
  revision,
  share: 'value',
  by: 'supplier',
  currency: 'GBP',
  basis: 'total',
  currencies: ['GBP'],
  bases: ['total'],
  shares: [
    { ...advanced, share: 0.8, amount: 800_000, hhi: 6400, unknown: 0 },
    { ...dxc, share: 0.2, amount: 200_000, hhi: 400, unknown: 1 },
  ],
  more: 0,
  notKnown: [{ id: 'capgemini', name: 'Capgemini', unknown: 1 }],
  leftOut: [{ count: 2, what: 'contracts with a value in another currency' }],
  thresholds: [
    { from: 1000, word: 'concentrated', source, regulator: { from: 1000, source } },
    { from: 2000, word: 'highly concentrated', source, regulator: { from: 2000, source } },
  ],
  band: 'highly concentrated',
  ...figures,
};
const overTime: OverTimeAnswer = {
  revision,
  points: [
    { at: '2025-12-31', contracts: 3, ...figures },
    { at: '2026-11-24', contracts: 4, ...figures },
  ],
};
const decideBy: DecideByAnswer = {
  revision,
  today: '2026-11-24',
  months: 9,
  share: 'value',
  withoutEnd: 1,
  noticeAssumed: 1,
  states: { late: 0, due: 1, later: 0, ended: 0 },
  total: 1,
  rows: [
    {
      id: 'c1',
      title: 'One-year extension',
      supplier: advanced,
      end: '2027-10-16',
      decideBy: '2027-01-16',
      state: 'due',
      share: 0.8,
      concentrated: true,
    },
  ],
};
const fourthParties: FourthPartiesAnswer = {
  revision,
  total: 1,
  rows: [
    {
      id: 'citrix',
      name: 'Citrix',
      loss,
      contracts: 0,
      hides: [{ id: 'staffplan', name: 'Staffplan' }],
      through: [advanced],
      more: 0,
    },
  ],
};
const singleSource: SingleSourceAnswer = {
  revision,
  services: 44,
  notKnown: 5,
  complete: true,
  oneSource: 1,
  stopped: 1,
  total: 1,
  rows: [{ id: '999-wales', name: '999, Wales', priority: 1, sources: [dxc], stoppedBy: [dxc] }],
};
const matrix: ReplaceMatrixAnswer = {
  revision,
  total: 2,
  unlinked: 1,
  counts: { strategic: 1, 'not-known': 1 },
  rows: [
    { ...advanced, replace: 'none', critical: true, loss, quadrant: 'strategic' },
    { ...dxc, critical: false, loss, quadrant: 'not-known' },
  ],
};
const whatIf: WhatIfAnswer = {
  revision,
  outcomes: [
    { name: 'Do nothing', bySupplier: figures, byParent: figures, exposedServices: 5, named: [] },
    {
      name: 'Bidder X',
      bySupplier: { ...figures, hhi: 4000, effective: 2.5 },
      byParent: figures,
      worst: { ...advanced, loss },
      named: [{ ...advanced, loss }],
      singlePoints: 7,
      exposedServices: 4,
      complete: true,
    },
  ],
};
const contracts = {
  revision,
  total: 2,
  items: [
    { item: { id: 'c1', title: 'One-year extension', supplier: 'advanced', end: '2027-10-16' } },
    { item: { id: 'c2', title: 'Out of hours', supplier: 'dxc' } },
  ],
};

export const relianceAnswers: Answers = {
  ...answers,
  '/concentration': concentration,
  '/concentration/choices': choices,
  '/concentration/over-time': overTime,
  '/contracts/decide-by': decideBy,
  '/fourth-parties': fourthParties,
  '/single-source': singleSource,
  '/replace-matrix': matrix,
  '/what-if': whatIf,
  '/contracts': contracts,
};
/** Nothing on record at all. */
export const emptyAnswers: Answers = {
  ...relianceAnswers,
  '/concentration': {
    ...concentration,
    shares: [],
    notKnown: [],
    leftOut: [],
    ...{ hhi: undefined, range: undefined, effective: undefined, cr4: undefined },
    total: 0,
    suppliers: 0,
    unknown: 0,
  },
  '/concentration/choices': { ...choices, contracts: 0, currencies: [], servicesWithPeople: 0 },
  '/contracts/decide-by': { ...decideBy, total: 0, withoutEnd: 0, rows: [] },
  '/fourth-parties': { ...fourthParties, total: 0, rows: [] },
  '/single-source': { ...singleSource, services: 0, notKnown: 0, total: 0, rows: [] },
  '/replace-matrix': { ...matrix, total: 0, counts: {}, rows: [] },
  '/contracts': { ...contracts, total: 0, items: [] },
};
