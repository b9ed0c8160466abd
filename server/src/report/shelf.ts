/** Reports kept in the store: a series is a paper, a report one of its versions. */
import { randomUUID } from 'node:crypto';
import type { Report, ReportHead, ReportRequest } from '@msp-impact/contract';
import { slug } from '../import/slug.ts';
import type { Simulated } from '../scenario/simulated.ts';
import { Conflict, type PaperHead, type Store } from '../store/port.ts';
import { makeReport } from './make.ts';

/** Others may number a report of the same series at the same moment. */
const TRIES = 5;

/** Makes the next report of the series and keeps it. Rejects with StoreFault. */
export async function fileReport(
  store: Store,
  simulated: Simulated,
  request: Omit<ReportRequest, 'scenario'>,
  actor: string,
): Promise<Report> {
  const series = request.series ?? seriesOf(simulated.scenario.name);
  const author = request.author?.trim() || actor;
  for (let left = TRIES; ; left--) {
    const [newest] = await store.reports.versions(series);
    const before = newest ? await store.reports.get(series, newest.version) : undefined;
    const numbered = {
      series,
      number: (newest?.version ?? 0) + 1,
      at: new Date().toISOString(),
      author,
      previous: before?.body as Report | undefined,
    };
    const report = await makeReport(simulated, store.reader, request, numbered);
    const { graphRevision, title } = report;
    const paper = { id: series, title, author, graphRevision, body: report };
    try {
      await store.reports.save(paper, newest?.version ?? 0);
      return report;
    } catch (error) {
      if (!(error instanceof Conflict) || left <= 1) throw error;
    }
  }
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
