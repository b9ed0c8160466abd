/** The picture of a report, from the report alone: a kept one is drawn as it was, whatever came since. */
import type {
  GraphView,
  Kind,
  ReportPage,
  ReportRow,
  ViewGroup,
  ViewNode,
} from '@msp-impact/contract';
import { KINDS } from '@msp-impact/contract/codes';

export function viewOfReport({ report, picture }: ReportPage): GraphView {
  const ids = new Set(picture.ids);
  const rows = report.rows.filter(({ id }) => ids.has(id));
  const low = new Set(rows.filter(({ level }) => level < 1).map(({ id }) => id));
  const groups = KINDS.flatMap((kind) => restOf(kind, rows, picture.byKind[kind] ?? 0));
  const zero = { links: 0, assumedLinks: 0, contracts: 0, unknown: 0, unknownServices: 0 };
  return {
    revision: report.graphRevision,
    graph: report.title,
    counts: { nodes: report.total, byKind: picture.byKind, byColumn: picture.byKind, ...zero },
    total: report.total,
    shown: rows.length,
    grouped: groups.reduce((sum, { count }) => sum + count, 0),
    nodes: rows.map((row) => nodeOf(row, report.graphRevision)),
    links: report.links.map(({ from, to }) => ({
      id: `${from}->${to}`,
      from,
      to,
      strength: 1,
      assumed: false,
      hit: low.has(from),
      severed: false,
    })),
    groups,
    bundles: [],
  };
}

function nodeOf({ id, kind, name, level, range, state }: ReportRow, revision: number): ViewNode {
  const place = { id, kind, column: kind, name, revision };
  return { ...place, level, state, ...(range ? { range } : {}) };
}

/** What is hit and not drawn singly: counted, never left out silently. */
function restOf(kind: Kind, rows: readonly ReportRow[], hit: number): ViewGroup[] {
  const count = hit - rows.filter((row) => row.kind === kind).length;
  if (count <= 0) return [];
  const group = { id: `${kind}:hit`, column: kind, status: 'hit' as const, count };
  return [{ ...group, label: '', sample: [] }];
}
