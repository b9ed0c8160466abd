/** Situation reports: made, numbered and kept; read as JSON, Markdown, PDF, and their annex as CSV. */
import {
  Report,
  ReportPage,
  ReportRequest,
  ReportsAnswer,
  ReportVersions,
} from '@msp-impact/contract';
import Type from 'typebox';
import { malformed, notFound } from '../errors.ts';
import { annexOf } from '../report/annex.ts';
import { markdownOf } from '../report/markdown.ts';
import { pageOf } from '../report/page.ts';
import { pdfOf } from '../report/pdf.ts';
import { draftReport, fileReport, reportHead } from '../report/shelf.ts';
import { isZone } from '../report/zone.ts';
import { fault } from '../rules/fault.ts';
import { slug } from '../text/slug.ts';
import { type App, actorOf, type Context } from './context.ts';
import { described, fileIn, withExample } from './http/schema.ts';
import { SCENARIO_EXAMPLE, SCENARIO_LIMIT, simulatedOr422 } from './simulate.ts';

const read = { permission: 'graph:read' } as const;
const Params = Type.Object({ series: Type.String({ minLength: 1, maxLength: 200 }) });
const NumberQuery = Type.Object(
  { number: Type.Optional(Type.Integer({ minimum: 1 })) },
  { additionalProperties: false },
);

export function reportRoutes(app: App, context: Context): void {
  makeRoute(app, context);
  draftRoute(app, context);
  listRoutes(app, context);
  pageRoute(app, context);
  textRoutes(app, context);
}

function makeRoute(app: App, context: Context): void {
  app.post(
    '/reports',
    {
      config: { permission: 'scenarios:edit' },
      bodyLimit: SCENARIO_LIMIT,
      schema: described('makeReport', {
        tag: 'scenarios',
        summary: 'Make the next situation report of a series; it is numbered, dated and kept',
        body: withExample(ReportRequest, {
          scenario: SCENARIO_EXAMPLE,
          headings: 'iimarch',
          nextDueHours: 4,
        }),
        answers: { 201: Report },
      }),
    },
    async (request, reply) => {
      const { scenario: _, ...choices } = request.body;
      const simulated = await simulatedFor(context, request.body);
      const report = await fileReport(context.store, simulated, choices, actorOf(request));
      const place = `/api/v1/reports/${encodeURIComponent(report.series)}?number=${report.number}`;
      return reply.code(201).header('location', place).send(report);
    },
  );
}

function draftRoute(app: App, context: Context): void {
  app.post(
    '/reports/draft',
    {
      config: read,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('draftReport', {
        tag: 'scenarios',
        summary: 'The page that the next report of a series would be; nothing is kept',
        body: withExample(ReportRequest, { scenario: SCENARIO_EXAMPLE, atHour: 24 }),
        answers: { 200: ReportPage },
      }),
    },
    async (request) => {
      const { scenario: _, ...choices } = request.body;
      const simulated = await simulatedFor(context, request.body);
      const report = await draftReport(context.store, simulated, choices, actorOf(request));
      return pageOf(report, false);
    },
  );
}

/** Throws 422 naming every fault. */
async function simulatedFor({ holder }: Context, { scenario, atHour, zone }: ReportRequest) {
  if (zone !== undefined && !isZone(zone)) {
    const reason = 'must be a time zone, as Europe/London';
    throw malformed([fault('$.zone', zone, reason)]);
  }
  if (atHour !== undefined && atHour > scenario.hours) {
    const reason = `must lie within the scenario, which has ${scenario.hours} hours`;
    throw malformed([fault('$.atHour', atHour, reason)]);
  }
  return simulatedOr422(await holder.fresh(), scenario, '$.scenario');
}

function listRoutes(app: App, { store }: Context): void {
  app.get(
    '/reports',
    {
      config: read,
      schema: described('reports', {
        tag: 'scenarios',
        summary: 'The newest report of each series, the newest first',
        answers: { 200: ReportsAnswer },
      }),
    },
    async () => {
      const reports = (await store.reports.list()).map(reportHead);
      return { reports: reports.sort((a, b) => (a.at < b.at ? 1 : -1)) };
    },
  );
  app.get(
    '/reports/:series/numbers',
    {
      config: read,
      schema: described('reportNumbers', {
        tag: 'scenarios',
        summary: 'All reports of a series, newest first',
        params: Params,
        answers: { 200: ReportVersions },
      }),
    },
    async (request) => {
      const { series } = request.params;
      const reports = (await store.reports.versions(series)).map(reportHead);
      if (reports.length === 0) throw notFound('report', series, '$.params.series');
      return { reports };
    },
  );
  app.get(
    '/reports/:series',
    {
      config: read,
      schema: described('report', {
        tag: 'scenarios',
        summary: 'A report as data; the newest of its series unless a number is named',
        params: Params,
        querystring: NumberQuery,
        answers: { 200: Report },
      }),
    },
    async (request) => kept({ store }, request.params.series, request.query.number),
  );
}

function pageRoute(app: App, context: Context): void {
  app.get(
    '/reports/:series/page',
    {
      config: read,
      schema: described('reportPage', {
        tag: 'scenarios',
        summary: 'A report as its page, for screen and print',
        params: Params,
        querystring: NumberQuery,
        answers: { 200: ReportPage },
      }),
    },
    async ({ params, query }) => pageOf(await kept(context, params.series, query.number), true),
  );
}

const FORMS = [
  { name: 'markdown', type: 'text/markdown; charset=utf-8', ending: 'md', make: markdownOf },
  { name: 'pdf', type: 'application/pdf', ending: 'pdf', make: pdfOf },
  { name: 'annex', type: 'text/csv; charset=utf-8', ending: 'csv', make: annexOf },
] as const;

function textRoutes(app: App, context: Context): void {
  for (const { name, type, ending, make } of FORMS) {
    app.get(
      `/reports/:series/${name}`,
      {
        config: read,
        schema: described(`report-${name}`, {
          tag: 'scenarios',
          summary: `A report as ${type.split(';')[0]}`,
          params: Params,
          querystring: NumberQuery,
          answers: { 200: fileIn([type], `The report, as ${name}`) },
        }),
      },
      async (request, reply) => {
        const report = await kept(context, request.params.series, request.query.number);
        const file = `${slug(report.series)}-${report.number}.${ending}`;
        reply.header('content-disposition', `inline; filename="${file}"`);
        return reply.type(type).send(await make(report));
      },
    );
  }
}

async function kept({ store }: Pick<Context, 'store'>, series: string, number?: number) {
  const paper = await store.reports.get(series, number);
  if (paper) return paper.body as Report;
  const what = number === undefined ? series : `${series}, number ${number}`;
  throw notFound('report', what, '$.params.series');
}
