/** What a second client does to the same server, over the API. */
import type { GraphDocument, ImportAnswer } from '@msp-impact/contract';

const JSON_BODY = { 'content-type': 'application/json' };

async function answerOf<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export const read = async <T>(address: string, path: string): Promise<T> =>
  answerOf(await fetch(`${address}/api/v1${path}`));

export async function post<T>(address: string, path: string, body: unknown): Promise<T> {
  const init = { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) };
  return answerOf(await fetch(`${address}/api/v1${path}`, init));
}

interface Stored {
  readonly item: Record<string, unknown>;
  readonly revision: number;
}

/** Changes some fields of what is stored, as someone else would. `path`: "/nodes/adastra". */
export async function change(address: string, path: string, fields: object): Promise<void> {
  const { item, revision } = await read<Stored>(address, path);
  const headers = { ...JSON_BODY, 'if-match': `"${revision}"` };
  const body = JSON.stringify({ ...item, ...fields });
  await answerOf(await fetch(`${address}/api/v1${path}`, { method: 'PUT', headers, body }));
}

/** Puts a graph in place of the one that is there. */
export const load = (address: string, graph: GraphDocument): Promise<ImportAnswer> =>
  post(address, '/import', { format: 'document', text: JSON.stringify(graph), mode: 'replace' });
