/** One typed function per call of the API. Every refusal is thrown as an ApiProblem. */
import type {
  Batch,
  ChangeAnswer,
  ChangesAnswer,
  Contract,
  ContractAnswer,
  CutSetsAnswer,
  Dependency,
  DependencyAnswer,
  ExplainRequest,
  Explanation,
  GraphNode,
  GraphView,
  ImpactAnswer,
  ImpactRequest,
  ImportAnswer,
  ImportRequest,
  ItemType,
  NewNote,
  NodeAnswer,
  Note,
  NotesAnswer,
  PathsAnswer,
  Problem,
  RankAnswer,
  ReachAnswer,
  Ready,
  Receipt,
  SamplesAnswer,
  SearchAnswer,
  Version,
  ViewRequest,
} from '@msp-impact/contract';

import { noteStale } from './revision.ts';

const BASE = '/api/v1';
const READY = '/health/ready';

/** The server refused: `problem` says the place, the value and what would be right. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** No answer at all: the server is gone or the network is. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('No answer from the server', { cause });
    this.name = 'ConnectionLost';
  }
}

interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly query?: Record<string, string | number | boolean | readonly string[] | undefined>;
  /** An item's own revision; sent as If-Match. */
  readonly ifMatch?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Who does it, where the body has no place for a name. */
  readonly actor?: string;
}

/** A header carries few letters; names of all are written as RFC 8187 has it. */
const inHeader = (name: string) =>
  /^[\x20-\x7e]*$/.test(name)
    ? name
    : `UTF-8''${encodeURIComponent(name.replace(/\p{Surrogate}/gu, ''))}`;

function address(path: string, query: CallOptions['query']): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  const text = search.toString();
  return `${BASE}${path}${text ? `?${text}` : ''}`;
}

/** For the other files of this folder; screens call their functions. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
  if (options.actor) headers['x-actor'] = inHeader(options.actor);
  const init: RequestInit = { method: options.method ?? 'GET', headers };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  const response = await fetch(address(path, options.query), init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ConnectionLost(cause);
  });
  const stale = response.headers.get('x-stale');
  if (stale) noteStale(stale);
  // Ready means that the store itself was read: nothing is stale any more.
  else if (path === READY && response.ok) noteStale(undefined);
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    // A proxy in between answers for a server that is gone, and not in JSON.
    if (answer === undefined && response.status >= 500)
      throw new ConnectionLost(response.statusText);
    throw new ApiProblem(
      (answer as Problem | undefined) ?? {
        type: 'about:blank',
        title: response.statusText,
        status: response.status,
      },
    );
  }
  return answer as T;
}

export type ExportFormat =
  | 'document'
  | 'nodes-csv'
  | 'links-csv'
  | 'contracts-csv'
  | 'graph-csv'
  | 'xlsx'
  | 'graphml'
  | 'gexf'
  | 'cypher'
  | 'dora'
  | 'dora-xlsx';
export type TemplateName = 'sheet.csv' | 'nodes.csv' | 'links.csv' | 'contracts.csv';

const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  call<T>(path, { method: 'POST', body, signal });
const id = encodeURIComponent;
const PLURAL = { node: 'nodes', dependency: 'dependencies', contract: 'contracts' } as const;

export const api = {
  // questions
  view: (request: ViewRequest, signal?: AbortSignal) => post<GraphView>('/view', request, signal),
  impact: (request: ImpactRequest, signal?: AbortSignal) =>
    post<ImpactAnswer>('/impact', request, signal),
  explain: (request: ExplainRequest, signal?: AbortSignal) =>
    post<Explanation>('/explain', request, signal),
  reach: (node: string, direction: 'upstream' | 'downstream', depth?: number) =>
    call<ReachAnswer>(`/nodes/${id(node)}/reach`, { query: { direction, depth } }),
  paths: (from: string, to: string, limit?: number) =>
    call<PathsAnswer>('/paths', { query: { from, to, limit } }),
  rank: (query: { kind?: readonly string[]; top?: number }, signal?: AbortSignal) =>
    call<RankAnswer>('/rank', { query, signal }),
  cutSets: (target: string, maxOrder: 1 | 2) =>
    call<CutSetsAnswer>('/cut-sets', { query: { target, maxOrder } }),
  search: (q: string, signal?: AbortSignal) =>
    call<SearchAnswer>('/search', { query: { q }, signal }),

  // items
  node: (node: string) => call<NodeAnswer>(`/nodes/${id(node)}`),
  dependency: (link: string) => call<DependencyAnswer>(`/dependencies/${id(link)}`),
  contract: (contract: string) => call<ContractAnswer>(`/contracts/${id(contract)}`),
  /** PUT with If-Match when the item exists, with If-None-Match through POST when it is new. */
  create: (type: ItemType, item: GraphNode | Dependency | Contract) =>
    post<Receipt>(`/${PLURAL[type]}`, item),
  replace: (type: ItemType, item: GraphNode | Dependency | Contract, ifMatch: number) =>
    call<Receipt>(`/${PLURAL[type]}/${id(item.id)}`, { method: 'PUT', body: item, ifMatch }),
  remove: (type: ItemType, itemId: string, ifMatch: number) =>
    call<Receipt>(`/${PLURAL[type]}/${id(itemId)}`, { method: 'DELETE', ifMatch }),
  batch: (batch: Batch) => post<Receipt>('/batch', batch),

  // documents
  import: (request: ImportRequest) => post<ImportAnswer>('/import', request),
  samples: () => call<SamplesAnswer>('/samples'),
  loadSample: (sample: string) => post<Receipt>(`/samples/${id(sample)}/load`, {}),
  /** Addresses for downloads. */
  exportAddress: (format: ExportFormat) => address('/export', { format }),
  templateAddress: (name: TemplateName) => `${BASE}/templates/${name}`,

  // changes and notes
  changes: (before?: number) => call<ChangesAnswer>('/changes', { query: { before } }),
  change: (revision: number) => call<ChangeAnswer>(`/changes/${revision}`),
  undo: (revision: number) => post<Receipt>(`/changes/${revision}/undo`, {}),
  notes: (about?: { type: ItemType; id: string }) =>
    call<NotesAnswer>('/notes', { query: about ? { type: about.type, id: about.id } : {} }),
  addNote: (note: NewNote) => post<Note>('/notes', note),
  removeNote: (note: string) => call<void>(`/notes/${id(note)}`, { method: 'DELETE' }),

  // the server itself
  ready: () => call<Ready>(READY),
  version: () => call<Version>('/version'),
};
