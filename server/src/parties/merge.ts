/** Records of one party become one. Each merge is a change of its own, so each can be undone alone. */
import type { Fault, GraphNode, MergeOne, MergeOutcome } from '@msp-impact/contract';
import { Draft } from '../edit/draft.ts';
import type { Edit } from '../edit/edit.ts';
import { brokenRules } from '../edit/rules.ts';
import { at, fault } from '../rules/fault.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { GraphReader } from '../store/port.ts';
import { absorb, type Moves, noMoves } from './absorb.ts';
import { type Differs, MERGED, united } from './united.ts';

/** Ids told of each sort. */
const TOLD = 20;

export interface PlannedMerge {
  readonly outcome: MergeOutcome;
  /** Empty where the outcome has faults. */
  readonly edits: readonly Edit[];
  readonly summary: string;
}

/** @param path of the merge in the request */
export async function planMerge(
  snapshot: Snapshot,
  reader: Pick<GraphReader, 'items'>,
  { keep, others }: MergeOne,
  path: string,
): Promise<PlannedMerge> {
  const draft = new Draft(snapshot, reader);
  const nodes = new Map<string, GraphNode>();
  for (const node of await draft.load('node', [keep, ...others])) nodes.set(node.id, node);
  const refused = (faults: Fault[]) => ({
    outcome: { keep, others, faults },
    edits: [],
    summary: '',
  });
  const wrong = wrongMembers(nodes, keep, others, path);
  if (wrong.length > 0) return refused(wrong);
  const moves = noMoves();
  const differ: Differs[] = [];
  for (const other of others) await mergeOne(draft, keep, other, moves, differ);
  const edits = draft.edits(path);
  const faults = brokenRules(snapshot, edits);
  if (faults.length > 0) return refused(faults.slice(0, TOLD));
  return {
    outcome: {
      keep,
      others,
      moves: told(moves, keep),
      ended: [...new Set(moves.ended)],
      parallel: parallelLinks(snapshot, keep, edits),
      differ,
    },
    edits,
    summary: summaryOf(nodes, keep, others),
  };
}

function wrongMembers(
  nodes: ReadonlyMap<string, GraphNode>,
  keep: string,
  others: readonly string[],
  path: string,
): Fault[] {
  return [keep, ...others].flatMap((id, i, all) => {
    const place = i === 0 ? at(path, 'keep') : at(at(path, 'others'), i - 1);
    const node = nodes.get(id);
    if (!node) return [fault(place, id, 'no supplier has this id')];
    if (node.kind !== 'supplier') return [fault(place, id, `is a ${node.kind}; name a supplier`)];
    return all.indexOf(id) < i ? [fault(place, id, 'is named twice')] : [];
  });
}

async function mergeOne(
  draft: Draft,
  keep: string,
  other: string,
  moves: Moves,
  differ: Differs[],
): Promise<void> {
  const gone = (await draft.one('node', other)) as GraphNode;
  const own = noMoves();
  await absorb(draft, keep, other, own);
  for (const key of Object.keys(moves) as (keyof Moves)[]) moves[key].push(...own[key]);
  const heir = (await draft.one('node', keep)) as GraphNode;
  const one = withWorkarounds(united(heir, gone, differ), gone);
  draft.put('node', { ...one, ...(await ownerOf(draft, one, gone)) });
}

/** Those of the other that stand in for anything come too. None can run via the party itself. */
function withWorkarounds({ workarounds, ...one }: GraphNode, gone: GraphNode): GraphNode {
  const open = (gone.workarounds ?? []).filter(({ group }) => group === undefined);
  const all = [...(workarounds ?? []), ...open];
  const own = all.filter(({ via }) => via === one.id);
  const kept = all.filter(({ via }) => via !== one.id);
  const key = `${MERGED}${gone.id} workarounds`;
  return {
    ...one,
    ...(kept.length > 0 ? { workarounds: kept } : {}),
    ...(own.length > 0
      ? { attributes: { ...one.attributes, [key]: JSON.stringify(own).slice(0, 20_000) } }
      : {}),
  };
}

/** The other's owner, where the kept one has none and would not own itself by it. */
async function ownerOf(draft: Draft, heir: GraphNode, gone: GraphNode) {
  if (heir.parent !== undefined || gone.parent === undefined) return {};
  const seen = new Set([gone.id]);
  for (let above: string | undefined = gone.parent; above !== undefined; ) {
    if (above === heir.id || seen.has(above)) return {};
    seen.add(above);
    above = (await draft.one('node', above))?.parent;
  }
  return { parent: gone.parent };
}

function told(moves: Moves, keep: string): NonNullable<MergeOutcome['moves']> {
  const listed = (ids: readonly string[]) => {
    const distinct = [...new Set(ids)].sort();
    return { count: distinct.length, first: distinct.slice(0, TOLD) };
  };
  const ended = new Set(moves.ended);
  return {
    links: listed(moves.links.filter((id) => !ended.has(id))),
    contracts: listed(moves.contracts),
    subsidiaries: listed(moves.subsidiaries.filter((id) => id !== keep)),
    workarounds: listed(moves.workarounds.filter((id) => id !== keep)),
  };
}

/** Pairs of ends that several links join after the merge. One pass over all links. */
function parallelLinks(snapshot: Snapshot, keep: string, edits: readonly Edit[]): number {
  const { id, from, to } = snapshot.columns.dependencies;
  const moved = new Map(edits.filter((one) => one.type === 'dependency').map((e) => [e.id, e]));
  const joined = new Map<string, number>();
  const add = (a: string, b: string) => joined.set(`${a}>${b}`, (joined.get(`${a}>${b}`) ?? 0) + 1);
  for (let row = 0; row < id.length; row++) {
    const [a, b] = [from[row] as string, to[row] as string];
    if ((a === keep || b === keep) && !moved.has(id[row] as string)) add(a, b);
  }
  for (const { after } of moved.values()) {
    if (after && 'from' in after) add(after.from, after.to);
  }
  return [...joined.values()].filter((count) => count > 1).length;
}

function summaryOf(
  nodes: ReadonlyMap<string, GraphNode>,
  keep: string,
  others: readonly string[],
): string {
  const name = (id: string) => `${nodes.get(id)?.name.slice(0, 100)} (${id})`;
  return `Merged ${others.map(name).join(', ')} into ${name(keep)}`.slice(0, 500);
}
