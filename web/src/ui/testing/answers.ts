/** Answers shaped like the API's, for tests: small, and typed by the contract so they cannot drift. */
import type {
  Explanation,
  GraphView,
  ImpactAnswer,
  ImpactRow,
  RankAnswer,
  ViewLink,
  ViewNode,
} from '@msp-impact/contract';

export function viewNode(over: Partial<ViewNode> & { readonly id: string }): ViewNode {
  const kind = over.kind ?? 'service';
  const level = over.state === 'down' ? 0 : 1;
  return { kind, column: kind, name: over.id, revision: 1, level, state: 'up', ...over };
}

export function viewLink(from: string, to: string, over: Partial<ViewLink> = {}): ViewLink {
  return {
    id: `${from}->${to}`,
    from,
    to,
    strength: 1,
    assumed: false,
    hit: false,
    severed: false,
    ...over,
  };
}

export function graphView(over: Partial<GraphView> = {}): GraphView {
  const nodes = over.nodes ?? [];
  return {
    revision: 41,
    graph: 'NHS 111, August 2022',
    counts: {
      nodes: 122,
      byKind: { supplier: 25, product: 32, service: 28, region: 37 },
      byColumn: { 'fourth-party': 8, supplier: 17, product: 32, service: 28, region: 37 },
      links: 214,
      assumedLinks: 38,
      contracts: 3,
      unknown: 5,
      unknownServices: 3,
    },
    total: nodes.length,
    shown: nodes.length,
    grouped: 0,
    nodes,
    links: [],
    groups: [],
    bundles: [],
    ...over,
  };
}

export function impactRow(over: Partial<ImpactRow> & { readonly id: string }): ImpactRow {
  return {
    kind: 'service',
    name: over.id,
    level: 0,
    state: 'down',
    cause: 'failed',
    path: [over.id],
    ...over,
  };
}

export function impactAnswer(over: Partial<ImpactAnswer> = {}): ImpactAnswer {
  const impacted = over.impacted ?? [];
  return {
    revision: 41,
    graph: 'NHS 111, August 2022',
    question: { down: [{ id: 'advanced' }] },
    sentence: '12 services in all four nations stop or are reduced.',
    summary: {
      byKind: { service: 12 },
      byState: { down: 5, degraded: 7, 'at-risk': 1, unknown: 3, up: 106 },
      services: { stopped: 5, reduced: 7, lastOption: 1, notKnown: 3 },
      people: {
        touched: 66_800_000,
        lost: 31_000_000,
        lostRange: { low: 26_000_000, high: 38_000_000 },
        known: true,
        unknownRegions: 0,
      },
      maybe: 0,
      settled: true,
    },
    basis: { links: 20, stated: 8, reported: 3, assumed: 9, none: 0 },
    nations: [],
    total: impacted.length,
    impacted,
    atRisk: [],
    unknown: [],
    ...over,
  };
}

export function explanationOf(over: Partial<Explanation> = {}): Explanation {
  return {
    revision: 41,
    id: 'nhs-111-england',
    name: 'NHS 111, England',
    kind: 'service',
    level: 0.15,
    range: { low: 0.1, high: 0.25 },
    state: 'degraded',
    cause: 'failed',
    observed: false,
    sentence: 'About 85 % of NHS 111 in England runs on Adastra.',
    steps: [],
    groups: [],
    counterfactuals: [],
    changes: [],
    basis: { links: 2, stated: 1, reported: 0, assumed: 1, none: 0 },
    ...over,
  };
}

export function rankAnswer(over: Partial<RankAnswer> = {}): RankAnswer {
  return { revision: 41, byPeople: true, total: over.rows?.length ?? 0, rows: [], ...over };
}
