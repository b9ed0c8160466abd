/** The picture of a report: the worst of each kind, left to right, and the links between them. */
import { KINDS, type Report, type ReportRow, type State } from '@msp-impact/contract';
import { percent } from '../text/figures.ts';
import { latin } from './latin.ts';
import { pictured } from './make.ts';
import type { Pdf } from './pdf.ts';

const WIDTH = 523;
const BOX = { width: 112, height: 16, gap: 5 } as const;
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
  return most === 0 ? 0 : most * (BOX.height + BOX.gap) + 14;
}

/** What a screen reader says in its place. */
export function pictureText(report: Report): string {
  const columns = columnsOf(report).map((column) => {
    const kind = column[0]?.kind ?? KINDS[0];
    const names = column.map(({ name, level }) => `${name} ${percent(level)}`);
    return `${kind}: ${names.join(', ')}`;
  });
  return `What is hit, worst first, with what is left. ${columns.join('. ')}. ${report.links.length} links between them are drawn.`;
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
