/** A report as its page: the words of PDF and Markdown as data. */
import type { Report, ReportPage } from '@msp-impact/contract';
import { pictured } from './make.ts';
import { partsOf, subtitle } from './parts.ts';
import { pictureText } from './picture.ts';

const LISTED = 200;

/** `kept`: false for a draft. */
export function pageOf(report: Report, kept: boolean): ReportPage {
  const shown = [...pictured(report.rows).values()].flat();
  const first = report.rows.slice(0, LISTED);
  const listed = new Set(first);
  const rows = [...first, ...shown.filter((row) => !listed.has(row))];
  return {
    kept,
    report: { ...report, rows },
    subtitle: subtitle(report),
    parts: partsOf(report),
    picture: { ids: shown.map(({ id }) => id), byKind: byKind(report), text: pictureText(report) },
  };
}

function byKind({ rows }: Report): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
