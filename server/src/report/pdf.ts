/**
 * A report as PDF, tagged: headings, paragraphs, tables with header cells, and the picture as a
 * figure with its alternative text, all in reading order.
 */
import type { Report } from '@msp-impact/contract';
import PDFDocument from 'pdfkit';
import { latin } from './latin.ts';
import { type Part, partsOf, subtitle } from './parts.ts';
import { drawTable } from './pdf-table.ts';
import { drawPicture, pictureHeight, pictureText } from './picture.ts';

const MARGIN = 34;
/** Above and below: less, so that the page of a large incident stays one. */
const EDGE = 24;
const TEXT = '#111827';
const QUIET = '#4b5563';

export type Pdf = InstanceType<typeof PDFDocument>;
export type Parent = ReturnType<Pdf['struct']>;

/** The whole file. Rejects when pdfkit fails. */
export function pdfOf(report: Report): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: EDGE, bottom: EDGE, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: latin(`${report.title}, report ${report.number}`),
      Author: latin(report.author),
      CreationDate: new Date(report.at),
      ModDate: new Date(report.at),
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  write(pdf, report);
  pdf.end();
  return done;
}

function write(pdf: Pdf, report: Report): void {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  if (report.marking) paragraph(pdf, root, report.marking, { bold: true, size: 9, centre: true });
  heading(pdf, root, 'H1', report.title, 16);
  paragraph(pdf, root, subtitle(report), { size: 8, colour: QUIET });
  paragraph(pdf, root, report.headline, { bold: true, size: 11 });
  const [first, ...rest] = partsOf(report);
  if (first) part(pdf, root, first);
  picture(pdf, root, report);
  for (const one of rest) part(pdf, root, one);
  if (report.marking) paragraph(pdf, root, report.marking, { bold: true, size: 9, centre: true });
  root.end();
}

function part(pdf: Pdf, root: Parent, { heading: title, lines, table }: Part): void {
  if (pdf.y > pdf.page.height - 60) pdf.addPage();
  pdf.moveDown(0.25);
  heading(pdf, root, 'H2', title, 10.5);
  for (const line of lines) paragraph(pdf, root, line, { size: 8.5 });
  if (table && table.rows.length > 0) drawTable(pdf, root, table);
}

function heading(pdf: Pdf, root: Parent, tag: 'H1' | 'H2', text: string, size: number): void {
  root.add(
    pdf.struct(tag, {}, () => {
      pdf.font('Helvetica-Bold').fontSize(size).fillColor(TEXT).text(latin(text), MARGIN);
    }),
  );
}

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly centre?: boolean;
  readonly colour?: string;
}

function paragraph(pdf: Pdf, root: Parent, text: string, style: Style): void {
  root.add(
    pdf.struct('P', {}, () => {
      pdf
        .font(style.bold ? 'Helvetica-Bold' : 'Helvetica')
        .fontSize(style.size)
        .fillColor(style.colour ?? TEXT)
        .text(latin(text), MARGIN, undefined, { align: style.centre ? 'center' : 'left' })
        .moveDown(0.2);
    }),
  );
}

function picture(pdf: Pdf, root: Parent, report: Report): void {
  const height = pictureHeight(report);
  if (height === 0) return;
  if (pdf.y + height > pdf.page.height - EDGE) pdf.addPage();
  const top = pdf.y + 6;
  root.add(
    pdf.struct('Figure', { alt: latin(pictureText(report)) }, () => {
      drawPicture(pdf, report, MARGIN, top);
    }),
  );
  pdf.x = MARGIN;
  pdf.y = top + height;
}
