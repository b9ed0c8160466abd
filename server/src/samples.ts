/** The sample graphs of graph-seed/: data with its evidence, loaded like any other document. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { GraphDocument, SampleSummary } from '@msp-impact/contract';
import type { CommitReceipt, Replacement, Store } from './store/port.ts';

export const DEFAULT_SAMPLE = 'advanced-2022';

/** As far from src/ as from dist/. */
const FOLDER = new URL('../../graph-seed/', import.meta.url);

let listed: SampleSummary[] | undefined;
const names = new Map<string, string>();

/** The default sample first, the others by id. Empty when the folder is not there. */
export function listSamples(): SampleSummary[] {
  listed ??= readSamples();
  return listed;
}

function readSamples(): SampleSummary[] {
  if (!existsSync(FOLDER)) return [];
  const ids = readdirSync(FOLDER).filter((id) => existsSync(new URL(`${id}/sample.json`, FOLDER)));
  const samples = ids.sort().map((id) => readJson<SampleSummary>(`${id}/sample.json`));
  return samples.sort((a, b) => Number(b.id === DEFAULT_SAMPLE) - Number(a.id === DEFAULT_SAMPLE));
}

/** undefined when no sample has this id. */
export function sampleDocument(id: string): GraphDocument | undefined {
  if (!listSamples().some((sample) => sample.id === id)) return undefined;
  return readJson<GraphDocument>(`${id}/graph.json`);
}

/** The sample that a graph of this name is: loading one gives the graph its name. */
export function sampleNamed(graphName: string): SampleSummary | undefined {
  return listSamples().find(({ id }) => nameOf(id) === graphName);
}

function nameOf(id: string): string | undefined {
  if (!names.has(id)) names.set(id, sampleDocument(id)?.name ?? id);
  return names.get(id);
}

/** One change that puts the sample in place of the graph. */
export function sampleReplacement(
  id: string,
  actor: string,
): Omit<Replacement, 'base'> | undefined {
  const document = sampleDocument(id);
  if (!document) return undefined;
  const { name = id, nodes, dependencies = [], contracts = [] } = document;
  return { actor, summary: `Loaded the sample ${name}`, name, nodes, dependencies, contracts };
}

/** The first thing that somebody sees: only a store that nothing was ever written to gets it. */
export async function seedIfEmpty(store: Store): Promise<CommitReceipt | undefined> {
  if ((await store.reader.revision()) > 0) return undefined;
  const replacement = sampleReplacement(DEFAULT_SAMPLE, 'sample');
  return replacement && store.writer.replace({ ...replacement, base: 0 });
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')) as T;
}
