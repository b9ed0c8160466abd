/** Calls of the Data screen: files as jobs, saved mappings, contracts to link. */
import type {
  ImportJobRequest,
  Job,
  LinkContractsRequest,
  MappingAnswer,
  MappingList,
  Problem,
  Receipt,
  SavedMapping,
  UnlinkedAnswer,
  Upload,
} from '@msp-impact/contract';
import { ApiProblem, ConnectionLost, call } from './client.ts';

const id = encodeURIComponent;

/** The bytes go over as they are: as JSON a large file would hold up the page. */
async function upload(file: Blob, name: string, signal?: AbortSignal): Promise<Upload> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
    body: file,
    ...(signal && { signal }),
  };
  const response = await fetch(`/api/v1/uploads?name=${id(name)}`, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ConnectionLost(cause);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer as Upload;
  if (answer === undefined) throw new ConnectionLost(response.statusText);
  throw new ApiProblem(answer as Problem);
}

export const importApi = {
  upload,
  start: (request: ImportJobRequest) =>
    call<Job>('/jobs/import', { method: 'POST', body: request }),
  job: (job: string, signal?: AbortSignal) => call<Job>(`/jobs/${id(job)}`, { signal }),
  cancel: (job: string) => call<Job>(`/jobs/${id(job)}`, { method: 'DELETE' }),

  mappings: () => call<MappingList>('/mappings'),
  saveMapping: (mapping: SavedMapping) =>
    call<MappingAnswer>('/mappings', { method: 'POST', body: mapping }),
  removeMapping: (mapping: string, version: number) =>
    call<void>(`/mappings/${id(mapping)}`, { method: 'DELETE', ifMatch: version }),

  contractsToLink: (limit: number, signal?: AbortSignal) =>
    call<UnlinkedAnswer>('/contracts-to-link', { query: { limit }, signal }),
  linkContracts: (request: LinkContractsRequest) =>
    call<Receipt>('/contracts-to-link', { method: 'POST', body: request }),
};
