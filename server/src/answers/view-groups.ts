/** Nodes that are not drawn singly, counted by column and status. Not known is a status of its own. */
import { COLUMNS, type Column, type ViewGroup } from '@msp-impact/contract';
import { STATES } from '@msp-impact/engine';
import { nodeColumn, nodeId, nodeName } from '../snapshot/read.ts';
import type { Solved } from './ask.ts';
import { byId } from './order.ts';

type Status = ViewGroup['status'];

/** A group opens by as many at a time. */
export const OPENED_AT_A_TIME = 50;

const STATUSES: readonly Status[] = ['hit', 'last-option', 'not-affected', 'not-known'];
const STATUS_WORDS: Readonly<Record<Status, string>> = {
  hit: 'stopped or reduced',
  'last-option': 'on last option',
  'not-affected': 'not affected',
  'not-known': 'not known',
};
const COLUMN_WORDS: Readonly<Record<Column, readonly [string, string]>> = {
  'fourth-party': ["supplier's supplier", "suppliers' suppliers"],
  supplier: ['supplier', 'suppliers'],
  product: ['product', 'products'],
  service: ['service', 'services'],
  region: ['area', 'areas'],
};
const AT_RISK = STATES.indexOf('at-risk');
const UNKNOWN = STATES.indexOf('unknown');

function statusOf({ impact }: Solved, node: number): Status {
  if ((impact.level.likely[node] as number) < 1) return 'hit';
  if (impact.state[node] === AT_RISK) return 'last-option';
  return impact.state[node] === UNKNOWN ? 'not-known' : 'not-affected';
}

/** `column:status`, as clients open groups by it. */
export function groupIdOf(solved: Solved, node: number): string {
  return `${nodeColumn(solved.snapshot, node)}:${statusOf(solved, node)}`;
}

/** Groups by column from left to right, and the group of each node in one (engine node → id). */
export function groupsOf(
  solved: Solved,
  matching: ReadonlySet<number>,
  singles: ReadonlySet<number>,
): { groups: ViewGroup[]; groupOf: ReadonlyMap<number, string> } {
  const groupOf = new Map<number, string>();
  const members = new Map<string, number[]>();
  for (const node of matching) {
    if (singles.has(node)) continue;
    const id = groupIdOf(solved, node);
    groupOf.set(node, id);
    const list = members.get(id);
    if (list) list.push(node);
    else members.set(id, [node]);
  }
  const places = COLUMNS.flatMap((column) => STATUSES.map((status) => ({ column, status })));
  const groups = places.flatMap(({ column, status }) => {
    const nodes = members.get(`${column}:${status}`);
    return nodes ? [groupFrom(solved, column, status, nodes)] : [];
  });
  return { groups, groupOf };
}

function groupFrom(solved: Solved, column: Column, status: Status, nodes: number[]): ViewGroup {
  const { snapshot } = solved;
  const [one, many] = COLUMN_WORDS[column];
  const first = byId(solved, nodes).slice(0, OPENED_AT_A_TIME);
  return {
    id: `${column}:${status}`,
    column,
    status,
    count: nodes.length,
    label: `${nodes.length} ${nodes.length === 1 ? one : many} ${STATUS_WORDS[status]}`,
    sample: first.map((node) => ({ id: nodeId(snapshot, node), name: nodeName(snapshot, node) })),
  };
}
