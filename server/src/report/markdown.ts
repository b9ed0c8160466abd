/** A report as Markdown (GitHub flavour for its tables). */
import type { Report } from '@msp-impact/contract';
import { type Part, partsOf, subtitle } from './parts.ts';

export function markdownOf(report: Report): string {
  const marking = report.marking ? [`**${escaped(report.marking)}**`, ''] : [];
  const lines = [
    ...marking,
    `# ${escaped(report.title)}`,
    '',
    escaped(subtitle(report)),
    '',
    `**${escaped(report.headline)}**`,
    '',
    ...partsOf(report).flatMap(partLines),
    ...(report.marking ? [`**${escaped(report.marking)}**`] : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function partLines({ heading, lines, table }: Part): string[] {
  return [
    `## ${escaped(heading)}`,
    '',
    ...lines.flatMap((line) => [escaped(line), '']),
    ...(table && table.rows.length > 0
      ? [row(table.head), row(table.head.map(() => '---')), ...table.rows.map(row), '']
      : []),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '---' ? cell : escaped(cell))).join(' | ')} |`;
}

/** Names come from data: none may become markup, a link or a further line. */
function escaped(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&');
}
