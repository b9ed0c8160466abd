/** The picture of a report: the worst of each kind, left to right, and the links between them. */
import { KINDS, type Report, type ReportRow, type State } from '@msp-impact/contract';
import { list, plural } from '../answers/words.ts';
import { percent } from '../text/figures.ts';
import { latin } from './latin.ts';
import { pictured } from './make.ts';
import type { Pdf } from './pdf.ts';

const WIDTH = 523;
const BOX = { width: 112, height: 16, gap: 5 } as const;
const CAPTION = 12;
const FILL: Record<State, string> = {
  down: '#fecaca',
  degraded: '#fde68a',
  'at-risk': '#bfdbfe',
  unknown: '#e5e7eb',
  up: '#d1fae5',
};

interface Place {
  readonly x: number;
  readonly y: number;
  readonly row: ReportRow;
}

function columnsOf({ rows }: Report): ReportRow[][] {
  return [...pictured(rows).values()].filter((column) => column.length > 0);
}

/** 0: nothing to draw. */
export function pictureHeight(report: Report): number {
  const most = Math.max(0, ...columnsOf(report).map((column) => column.length));
  return most === 0 ? 0 : most * (BOX.height + BOX.gap) + CAPTION;
}

/** Nothing is left out silently: how many of each kind are not drawn. Undefined where all are. */
export function leftOut(report: Report): string | undefined {
  const drawn = pictured(report.rows);
  const left = KINDS.flatMap((kind) => {
    const all = report.rows.filter((row) => row.kind === kind).length;
    const rest = all - (drawn.get(kind)?.length ?? 0);
    return rest > 0 ? [plural(rest, `more ${kind}`)] : [];
  });
  if (left.length === 0) return undefined;
  return `Not drawn: ${list([...left, 'what leads to them', 'links within a column'])}.`;
}

/** What a screen reader says in its place. */
export function pictureText(report: Report): string {
  const columns = columnsOf(report).map((column) => {
    const kind = column[0]?.kind ?? KINDS[0];
    const names = column.map(({ name, level }) => `${name} ${percent(level)}`);
    return `${kind}: ${names.join(', ')}`;
  });
  const left = leftOut(report);
  return `What is hit, worst first, with what is left. ${columns.join('. ')}. ${report.links.length} links between them are drawn.${left ? ` ${left}` : ''}`;
}

export function drawPicture(pdf: Pdf, report: Report, left: number, top: number): void {
  const places = placesOf(report, left, top);
  pdf.lineWidth(0.6).strokeColor('#9ca3af');
  for (const { from, to } of report.links) {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b || a.x >= b.x) continue;
    pdf
      .moveTo(a.x + BOX.width, a.y + BOX.height / 2)
      .lineTo(b.x, b.y + BOX.height / 2)
      .stroke();
  }
  for (const place of places.values()) drawBox(pdf, place);
  const caption = leftOut(report);
  if (!caption) return;
  const y = top + pictureHeight(report) - CAPTION;
  pdf.fontSize(6.5).fillColor('#4b5563').text(latin(caption), left, y, { lineBreak: false });
}

function placesOf(report: Report, left: number, top: number): Map<string, Place> {
  const columns = columnsOf(report);
  const step = columns.length > 1 ? (WIDTH - BOX.width) / (columns.length - 1) : 0;
  const places = new Map<string, Place>();
  columns.forEach((column, i) => {
    column.forEach((row, j) => {
      const y = top + j * (BOX.height + BOX.gap);
      places.set(row.id, { x: left + i * step, y, row });
    });
  });
  return places;
}

function drawBox(pdf: Pdf, { x, y, row }: Place): void {
  pdf.roundedRect(x, y, BOX.width, BOX.height, 3).fillAndStroke(FILL[row.state], '#6b7280');
  const text = `${row.name} ${percent(row.level)}`;
  pdf
    .font('Helvetica')
    .fontSize(6.5)
    .fillColor('#111827')
    .text(fitted(pdf, latin(text), BOX.width - 8), x + 4, y + 5, { lineBreak: false });
}

function fitted(pdf: Pdf, text: string, width: number): string {
  if (pdf.widthOfString(text) <= width) return text;
  let length = text.length;
  while (length > 1 && pdf.widthOfString(`${text.slice(0, length)}…`) > width) length--;
  return `${text.slice(0, length)}…`;
}
