/** Calls of the Report screen: drafts, reports that were kept, their files. */
import type {
  Report,
  ReportHead,
  ReportPage,
  ReportRequest,
  ReportsAnswer,
} from '@msp-impact/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './client.ts';
import { useAnswer } from './use-answer.ts';

const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  call<T>(path, { method: 'POST', body, signal });
const path = (series: string) => `/reports/${encodeURIComponent(series)}`;

const reportsApi = {
  draft: (request: ReportRequest, signal: AbortSignal) =>
    post<ReportPage>('/reports/draft', request, signal),
  keep: (request: ReportRequest) => post<Report>('/reports', request),
  list: () => call<ReportsAnswer>('/reports'),
  numbers: (series: string) => call<{ reports: ReportHead[] }>(`${path(series)}/numbers`),
  page: (series: string, number: number | undefined) =>
    call<ReportPage>(`${path(series)}/page`, { query: { number } }),
};

export type ReportFile = 'pdf' | 'markdown' | 'annex';
/** The address of a download. */
export const reportFile = (series: string, number: number, file: ReportFile): string =>
  `/api/v1${path(series)}/${file}?number=${number}`;

const DRAFT = 'report-draft';
const KEPT = 'reports-kept';

export const useReportDraft = (request: ReportRequest | undefined) =>
  useAnswer(DRAFT, request, reportsApi.draft);

export const useReportPage = (kept: { series: string; number?: number } | undefined) =>
  useQuery({
    queryKey: [KEPT, 'page', kept?.series, kept?.number],
    queryFn: () => reportsApi.page(kept!.series, kept!.number),
    enabled: kept !== undefined,
  });

export const useReports = () =>
  useQuery({ queryKey: [KEPT, 'list'], queryFn: reportsApi.list, staleTime: 10_000 });

export const useReportNumbers = (series: string | undefined) =>
  useQuery({
    queryKey: [KEPT, 'numbers', series],
    queryFn: () => reportsApi.numbers(series!),
    enabled: series !== undefined,
    staleTime: 10_000,
  });

/** Numbers, dates and keeps a report; drafts and lists are read again afterwards. */
export function useKeepReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: reportsApi.keep,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [DRAFT] }),
        client.invalidateQueries({ queryKey: [KEPT] }),
      ]),
  });
}
