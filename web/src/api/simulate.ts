/** Calls of the Hour by hour screen: simulations, saved plans, templates, jobs. */
import type {
  ComparisonAnswer,
  ComparisonRequest,
  Job,
  MeasuresRequest,
  MonteCarloRequest,
  ReplayAnswer,
  Scenario,
  ScenarioAnswer,
  ScenarioCheck,
  ScenarioHead,
  ScenarioList,
  ScenarioTemplate,
  SimulateRequest,
  SimulationAnswer,
  TemplateAnswer,
} from '@msp-impact/contract';
import { call } from './client.ts';

const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  call<T>(path, { method: 'POST', body, signal });
const id = encodeURIComponent;

export const plansApi = {
  simulate: (request: SimulateRequest, signal?: AbortSignal) =>
    post<SimulationAnswer>('/simulate', request, signal),
  compare: (request: ComparisonRequest, signal?: AbortSignal) =>
    post<ComparisonAnswer>('/simulate/compare', request, signal),
  /** For files: what is wrong with them, place by place. Nothing is stored. */
  check: (scenario: unknown) => post<ScenarioCheck>('/simulate/check', { scenario }),

  list: () => call<ScenarioList>('/scenarios'),
  get: (scenario: string, version?: number) =>
    call<ScenarioAnswer>(`/scenarios/${id(scenario)}`, { query: { version } }),
  versions: (scenario: string) =>
    call<{ versions: ScenarioHead[] }>(`/scenarios/${id(scenario)}/versions`),
  create: (scenario: Scenario, author?: string) =>
    post<ScenarioHead>('/scenarios', { scenario, ...(author ? { author } : {}) }),
  /** `ifMatch`: the version that was changed; 412 when someone saved first. */
  replace: (scenarioId: string, scenario: Scenario, ifMatch: number, actor: string) =>
    call<ScenarioHead>(`/scenarios/${id(scenarioId)}`, {
      method: 'PUT',
      body: scenario,
      ifMatch,
      actor,
    }),
  remove: (scenarioId: string, ifMatch: number) =>
    call<void>(`/scenarios/${id(scenarioId)}`, { method: 'DELETE', ifMatch }),

  templates: () => call<{ templates: ScenarioTemplate[] }>('/scenario-templates'),
  fromTemplate: (template: string, node: string) =>
    post<TemplateAnswer>(`/scenario-templates/${id(template)}`, { node }),
  /** The incident as it was, where the sample comes with one. */
  ofSample: (sample: string) => call<Scenario>(`/samples/${id(sample)}/scenario`),
  replay: (sample: string) => call<ReplayAnswer>(`/samples/${id(sample)}/replay`),

  startRuns: (request: MonteCarloRequest) => post<Job>('/jobs/monte-carlo', request),
  startMeasures: (request: MeasuresRequest) => post<Job>('/jobs/measures', request),
  job: (job: string) => call<Job>(`/jobs/${id(job)}`),
  cancel: (job: string) => call<Job>(`/jobs/${id(job)}`, { method: 'DELETE' }),
};
