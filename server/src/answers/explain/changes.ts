/** What is on record that would change a level: other ways of working, and providers that come back. */
import type { Explanation, NumberOrRange, Workaround } from '@msp-impact/contract';
import {
  buildGraph,
  type ExplainedGroup,
  type ExplainedNode,
  type GraphInput,
  solve,
} from '@msp-impact/engine';
import { point } from '../../snapshot/ends.ts';
import { nodeId, nodeName, nodeOf, nodeRow } from '../../snapshot/read.ts';
import { askOnce, type Solved } from '../ask.ts';
import { levelOf } from '../numbers.ts';
import { plural } from '../words.ts';

type Change = Explanation['changes'][number];
const MOST = 8;
const SAME = 1e-9;

/** Only what would help, most first. Empty for a node that nothing has hit. */
export function changesOf(solved: Solved, here: ExplainedNode): Change[] {
  const from = levelOf(solved.impact, here.node);
  if (from >= 1 || here.observed !== null) return [];
  const all = [...otherWays(solved, here, from), ...providersBack(solved, here, from)];
  const helping = all.filter((change) => change.to > from + SAME);
  return helping.sort((a, b) => b.to - a.to).slice(0, MOST);
}

/** Each recorded way of working alone, then all on record, everywhere, together. */
function otherWays(solved: Solved, here: ExplainedNode, from: number): Change[] {
  const { snapshot, question } = solved;
  if (question.workarounds) return [];
  const row = nodeRow(snapshot, here.node);
  const { recorded, row: rows } = snapshot.workarounds;
  const single = recorded.flatMap((workaround, i) =>
    rows[i] === row ? [changeOf(workaround, from, levelWith(solved, here, i))] : [],
  );
  const together = askOnce(snapshot, { ...question, workarounds: true });
  if (!together.ok || recorded.length < 2) return single;
  const to = levelOf(together.value.impact, here.node);
  const best = Math.max(from, ...single.map((change) => change.to));
  if (to <= best + SAME) return single;
  return [...single, { label: 'All other ways of working on record, together', from, to }];
}

function changeOf(workaround: Workaround, from: number, to: number): Change {
  const { name, afterHours, lastsHours } = workaround;
  const starts = afterHours === undefined ? [] : [`from ${hours(afterHours)}`];
  const lasts = lastsHours === undefined ? [] : [`for ${hours(lastsHours)}`];
  const detail = [...starts, ...lasts].join(', ');
  return { label: name, ...(detail ? { detail } : {}), from, to };
}

function hours(value: NumberOrRange): string {
  const count = point(value);
  return count >= 48 ? plural(Math.round(count / 24), 'day') : `${count} h`;
}

/**
 * The level with one workaround in use. Outside circles a node's inputs do not depend on it, so its
 * own equation gives the level; inside, the graph is solved with that workaround alone.
 */
function levelWith(solved: Solved, here: ExplainedNode, workaround: number): number {
  const { snapshot, impact, engineQuestion } = solved;
  const { graph, input } = snapshot;
  if ((graph.circles.of[here.node] as number) >= 0) {
    const alone = buildGraph({ ...input, workarounds: only(input.workarounds, workaround) });
    return levelOf(solve(alone, { ...engineQuestion, workarounds: true }), here.node);
  }
  const via = input.workarounds.via[workaround] as number;
  const viaLevel = via < 0 ? 1 : levelOf(impact, graph.indexOf[via] as number);
  const gives = (input.workarounds.capacity.likely[workaround] as number) * viaLevel;
  const group = input.workarounds.group[workaround] as number;
  const helps = (one: ExplainedGroup) => group < 0 || one.inputGroup === group;
  const values = here.groups.map((one) =>
    helps(one) ? Math.max(one.covered, gives) : one.covered,
  );
  return Math.min(here.outage?.level ?? 1, ...values);
}

function only(all: GraphInput['workarounds'], keep: number): GraphInput['workarounds'] {
  const end = <T extends Float64Array | Int32Array | Uint32Array>(list: T) =>
    list.slice(keep, keep + 1) as T;
  const ends = ({ low, likely, high }: GraphInput['restartLag']) => {
    const kept = end(likely);
    return low === likely && high === likely
      ? { low: kept, likely: kept, high: kept }
      : { low: end(low), likely: kept, high: end(high) };
  };
  return {
    node: end(all.node),
    group: end(all.group),
    via: end(all.via),
    capacity: ends(all.capacity),
    after: ends(all.after),
    lasts: ends(all.lasts),
  };
}

/** Each direct provider that is hit, as if it delivered again. */
function providersBack(
  { snapshot, question, impact }: Solved,
  here: ExplainedNode,
  from: number,
): Change[] {
  const providers = new Set(here.groups.flatMap(({ links }) => links.map((link) => link.from)));
  const hit = [...providers].filter((node) => levelOf(impact, node) < 1);
  return hit.slice(0, 2 * MOST).flatMap((node) => {
    const id = nodeId(snapshot, node);
    const others = (question.observed ?? []).filter((one) => nodeOf(snapshot, one.id) !== node);
    const back = askOnce(snapshot, { ...question, observed: [...others, { id, level: 1 }] });
    if (!back.ok) return [];
    const to = levelOf(back.value.impact, here.node);
    return [{ label: `${nodeName(snapshot, node)} works again`, from, to }];
  });
}
