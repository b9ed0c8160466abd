/** Views for tests: a small one by hand, and random ones from a seed. */
import type { GraphView, State, ViewGroup, ViewLink, ViewNode } from '@msp-impact/contract';
import { COLUMN_ORDER } from './words.ts';

export function node(
  id: string,
  column: ViewNode['column'],
  more: Partial<ViewNode> = {},
): ViewNode {
  const kind = column === 'fourth-party' ? 'supplier' : column;
  return { id, column, kind, name: id, revision: 1, level: 1, state: 'up', ...more };
}

export function link(from: string, to: string, more: Partial<ViewLink> = {}): ViewLink {
  const quiet = { strength: 1, assumed: false, hit: false, severed: false };
  return { id: `${from}->${to}`, from, to, ...quiet, ...more };
}

export function viewOf(
  nodes: readonly ViewNode[],
  links: readonly ViewLink[] = [],
  more: Partial<GraphView> = {},
): GraphView {
  const zero = { links: 0, assumedLinks: 0, contracts: 0, unknown: 0, unknownServices: 0 };
  return {
    revision: 1,
    graph: 'A test',
    counts: { nodes: nodes.length, byKind: {}, byColumn: {}, ...zero },
    total: nodes.length,
    shown: nodes.length,
    grouped: 0,
    nodes: [...nodes],
    links: [...links],
    groups: [],
    bundles: [],
    ...more,
  };
}

/** Advanced is stopped; Adastra falls with it; NHS 111 keeps 15 %; England feels it in two regions. */
export function smallView(): GraphView {
  const down = { level: 0, state: 'down', cause: 'isolated' } as const;
  const reduced = { state: 'degraded', cause: 'isolated' } as const;
  const nodes = [
    node('advanced', 'supplier', { ...down, name: 'Advanced', marked: 'down' }),
    node('adastra', 'product', { ...down, name: 'Adastra', zones: ['z'] }),
    node('odyssey', 'product', { ...down, name: 'Odyssey', zones: ['z'] }),
    node('spare', 'product', { name: 'Spare <triage> & "more"' }),
    node('111', 'service', {
      ...reduced,
      name: 'NHS 111, England',
      level: 0.15,
      range: { low: 0.1, high: 0.25 },
    }),
    node('gp', 'service', { name: 'GP out-of-hours', state: 'at-risk' }),
    node('england', 'region', { ...reduced, name: 'England', level: 0.6, population: 56_286_961 }),
    node('london', 'region', { ...reduced, name: 'London', level: 0.4, parent: 'england' }),
    node('north', 'region', { ...down, name: 'North', parent: 'england' }),
  ];
  const hit = { hit: true };
  const links = [
    link('advanced', 'adastra', hit),
    link('advanced', 'odyssey', hit),
    link('adastra', '111', { ...hit, strength: 0.85 }),
    link('odyssey', '111', { ...hit, strength: 0.2, assumed: true }),
    link('adastra', 'gp', { ...hit, severed: true }),
    link('spare', 'gp'),
    link('111', 'london', hit),
    link('111', 'north', hit),
  ];
  const group: ViewGroup = {
    id: 'service:not-known',
    column: 'service',
    status: 'not-known',
    count: 3,
    label: '3 not known',
    sample: [],
  };
  return viewOf(nodes, links, { groups: [group] });
}

/** A small generator (mulberry32): the same seed, the same view. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const STATES: readonly State[] = ['up', 'at-risk', 'degraded', 'down', 'unknown'];

/** Any columns, zones, nations with parts, links in every direction, groups and bundles. */
export function randomView(seed: number, size: number): GraphView {
  const next = randomNumbers(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  const nodes = Array.from({ length: size }, (_, i) => randomNode(i, next, pick));
  const ids = nodes.map((one) => one.id);
  const groups = randomGroups(next);
  const links = Array.from({ length: size * 2 }, (_, i) =>
    link(pick(ids), pick(ids), {
      id: `l${i}`,
      hit: next() < 0.5,
      assumed: next() < 0.3,
      severed: next() < 0.05,
      strength: next(),
    }),
  ).filter(({ from, to }) => from !== to);
  const bundles = groups.map(({ id }) => ({ from: id, to: pick(ids), count: 1 }));
  return viewOf(nodes, links, { groups, bundles });
}

function randomNode(i: number, next: () => number, pick: <T>(list: readonly T[]) => T): ViewNode {
  const column = pick(COLUMN_ORDER);
  const state = pick(STATES);
  const level = state === 'down' ? 0 : state === 'degraded' ? next() * 0.98 + 0.01 : 1;
  return node(`n${i}`, column, {
    name: `Name ${'of a thing '.repeat(Math.floor(next() * 4))}${i}`,
    state,
    level,
    ...(next() < 0.2 ? { zones: [`z${Math.floor(next() * 4)}`] } : {}),
    ...(column === 'region' && i > 0 && next() < 0.7
      ? { parent: `n${Math.floor(next() * i)}` }
      : {}),
    ...(state === 'degraded' ? { range: { low: level / 2, high: (1 + level) / 2 } } : {}),
    ...(next() < 0.05 ? { marked: 'down' as const, cause: 'failed' as const } : {}),
  });
}

function randomGroups(next: () => number): ViewGroup[] {
  const statuses = ['hit', 'last-option', 'not-affected', 'not-known'] as const;
  return COLUMN_ORDER.flatMap((column) =>
    statuses.flatMap((status) => {
      if (next() < 0.6) return [];
      const count = 1 + Math.floor(next() * 60);
      return [{ id: `${column}:${status}`, column, status, count, label: '', sample: [] }];
    }),
  );
}
