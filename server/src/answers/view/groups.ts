/** Nodes that are not drawn singly, counted by column and status. Not known is a status of its own. */
import { COLUMNS, type Column, type ViewGroup } from '@msp-impact/contract';
import { STATES } from '@msp-impact/engine';
import { nodeId, nodeName } from '../../snapshot/read.ts';
import type { Solved } from '../ask.ts';
import type { NodeMask } from '../node-mask.ts';

type Status = ViewGroup['status'];

/** A group opens by as many at a time. */
export const OPENED_AT_A_TIME = 50;

const STATUSES: readonly Status[] = ['hit', 'last-option', 'not-affected', 'not-known'];
const [HIT, LAST_OPTION, NOT_AFFECTED, NOT_KNOWN] = [0, 1, 2, 3];
const PLACES = COLUMNS.flatMap((column) => STATUSES.map((status) => ({ column, status })));
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

function statusOf({ impact }: Solved, node: number): number {
  if ((impact.level.likely[node] as number) < 1) return HIT;
  if (impact.state[node] === AT_RISK) return LAST_OPTION;
  return impact.state[node] === UNKNOWN ? NOT_KNOWN : NOT_AFFECTED;
}

/** Groups are numbered from 1 by column and status; 0 is no group. */
function codeOf(solved: Solved, node: number): number {
  return 1 + (solved.snapshot.column[node] as number) * STATUSES.length + statusOf(solved, node);
}

/** `column:status`, as clients open groups by it. */
export function groupName(code: number): string {
  const { column, status } = PLACES[code - 1] as (typeof PLACES)[number];
  return `${column}:${status}`;
}

export function groupIdOf(solved: Solved, node: number): string {
  return groupName(codeOf(solved, node));
}

/** Groups by column from left to right, and the group of each node that stands in one, by number. */
export function groupsOf(
  solved: Solved,
  matching: NodeMask,
  singles: NodeMask,
): { groups: ViewGroup[]; groupOf: Uint8Array } {
  const groupOf = new Uint8Array(solved.snapshot.graph.nodeCount);
  const members: Members[] = PLACES.map(() => ({ count: 0, first: [] }));
  for (const node of matching.byId()) {
    if (singles.has(node)) continue;
    const code = codeOf(solved, node);
    groupOf[node] = code;
    const group = members[code - 1] as Members;
    if (group.count++ < OPENED_AT_A_TIME) group.first.push(node);
  }
  const groups = members.flatMap((group, i) =>
    group.count > 0 ? [groupFrom(solved, PLACES[i] as (typeof PLACES)[number], group)] : [],
  );
  return { groups, groupOf };
}

interface Members {
  count: number;
  /** The first 50, by id. */
  readonly first: number[];
}

function groupFrom(
  { snapshot }: Solved,
  { column, status }: (typeof PLACES)[number],
  { count, first }: Members,
): ViewGroup {
  const [one, many] = COLUMN_WORDS[column];
  return {
    id: `${column}:${status}`,
    column,
    status,
    count,
    label: `${count} ${count === 1 ? one : many} ${STATUS_WORDS[status]}`,
    sample: first.map((node) => ({ id: nodeId(snapshot, node), name: nodeName(snapshot, node) })),
  };
}
