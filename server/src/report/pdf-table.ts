/** A tagged table: a TR for each row, TH and TD for its cells. */
import { latin } from './latin.ts';
import type { Parent, Pdf } from './pdf.ts';

const SIZE = 7.5;
const PAD = 2;
const LINE = '#d1d5db';
/** What a header cell is the header of; the types of pdfkit do not know it yet. */
const HEAD = { scope: 'Column' } as Parameters<Pdf['struct']>[1];

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function drawTable(pdf: Pdf, root: Parent, { head, rows }: Table): void {
  const { left, right } = pdf.page.margins;
  const widths = columnWidths([head, ...rows], pdf.page.width - left - right);
  const table = pdf.struct('Table');
  root.add(table);
  for (const [i, cells] of [head, ...rows].entries()) {
    const height = rowHeight(pdf, cells, widths, i === 0);
    if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
    drawRow(pdf, table, cells, { widths, height, left, isHead: i === 0 });
  }
  table.end();
  pdf.x = left;
  pdf.moveDown(0.15);
}

/** In proportion to the longest cell of each column, none under a twelfth. */
function columnWidths(rows: readonly (readonly string[])[], total: number): number[] {
  const count = rows[0]?.length ?? 0;
  const longest = Array.from({ length: count }, (_, i) =>
    Math.min(60, Math.max(8, ...rows.map((cells) => (cells[i] ?? '').length))),
  );
  const sum = longest.reduce((a, b) => a + b, 0);
  return longest.map((length) => (length / sum) * total);
}

function rowHeight(pdf: Pdf, cells: readonly string[], widths: number[], isHead: boolean): number {
  pdf.font(isHead ? 'Helvetica-Bold' : 'Helvetica').fontSize(SIZE);
  const heights = cells.map((cell, i) =>
    pdf.heightOfString(latin(cell) || ' ', { width: (widths[i] as number) - 2 * PAD }),
  );
  return Math.max(...heights) + 2 * PAD;
}

interface RowPlace {
  readonly widths: readonly number[];
  readonly height: number;
  readonly left: number;
  readonly isHead: boolean;
}

function drawRow(pdf: Pdf, table: Parent, cells: readonly string[], place: RowPlace): void {
  const { widths, height, left, isHead } = place;
  const top = pdf.y;
  const row = pdf.struct('TR');
  table.add(row);
  let x = left;
  cells.forEach((cell, i) => {
    const [at, width] = [x, (widths[i] as number) - 2 * PAD];
    row.add(
      pdf.struct(isHead ? 'TH' : 'TD', isHead ? HEAD : {}, () => {
        pdf
          .font(isHead ? 'Helvetica-Bold' : 'Helvetica')
          .fontSize(SIZE)
          .fillColor('#111827')
          .text(latin(cell), at + PAD, top + PAD, { width });
      }),
    );
    x += widths[i] as number;
  });
  row.end();
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(left, top + height)
    .lineTo(x, top + height)
    .lineWidth(0.5)
    .stroke(LINE);
  pdf.endMarkedContent();
  pdf.y = top + height;
}
