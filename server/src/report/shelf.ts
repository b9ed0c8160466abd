/** Reports kept in the store: a series is a paper, a report one of its versions. */
import { randomUUID } from 'node:crypto';
import type { Report, ReportHead, ReportRequest } from '@msp-impact/contract';
import type { Simulated } from '../scenario/simulated.ts';
import { Conflict, type PaperHead, type Store } from '../store/port.ts';
import { slug } from '../text/slug.ts';
import { makeReport } from './make.ts';

/** Other programs on the same store may number a report of the same series at the same moment. */
const TRIES = 5;
/** Reports of this program are filed in turn. */
const turns = new WeakMap<Store, Promise<unknown>>();

type Choices = Omit<ReportRequest, 'scenario'>;

/** Makes the next report of the series and keeps it. Rejects with StoreFault. */
export function fileReport(
  store: Store,
  simulated: Simulated,
  request: Choices,
  actor: string,
): Promise<Report> {
  const before = turns.get(store) ?? Promise.resolve();
  const mine = before.then(() => fileInTurn(store, simulated, request, actor));
  turns.set(
    store,
    mine.catch(() => {}),
  );
  return mine;
}

async function fileInTurn(
  store: Store,
  simulated: Simulated,
  request: Choices,
  actor: string,
): Promise<Report> {
  for (let left = TRIES; ; left--) {
    const { report, newest } = await nextReport(store, simulated, request, actor);
    const { series: id, author, graphRevision, title } = report;
    try {
      await store.reports.save({ id, title, author, graphRevision, body: report }, newest);
      return report;
    } catch (error) {
      if (!(error instanceof Conflict) || left <= 1) throw error;
    }
  }
}

/** The same report, kept nowhere: its number is the one that it would get now. */
export async function draftReport(
  store: Store,
  simulated: Simulated,
  request: Choices,
  actor: string,
): Promise<Report> {
  return (await nextReport(store, simulated, request, actor)).report;
}

async function nextReport(
  store: Store,
  simulated: Simulated,
  request: Choices,
  actor: string,
): Promise<{ report: Report; newest: number }> {
  const series = request.series ?? seriesOf(simulated.scenario.name);
  const [newest] = await store.reports.versions(series);
  const before = newest ? await store.reports.get(series, newest.version) : undefined;
  const report = await makeReport(simulated, store.reader, request, {
    series,
    number: (newest?.version ?? 0) + 1,
    at: new Date().toISOString(),
    author: request.author?.trim() || actor,
    previous: before?.body as Report | undefined,
  });
  return { report, newest: newest?.version ?? 0 };
}

export function seriesOf(name: string): string {
  return slug(name) || randomUUID();
}

export function reportHead({
  id,
  version,
  title,
  at,
  author,
  graphRevision,
}: PaperHead): ReportHead {
  return { series: id, number: version, title, at, author, graphRevision };
}
