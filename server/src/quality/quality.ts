/** How good the data is: what is covered, what it rests on, how old it is. Counts, never a grade. */
import type { QualityAges, QualityAnswer } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import type { Register } from '../answers/concentration/register.ts';
import { openProposals, withNumber, wrongNumbers } from '../parties/answer.ts';
import { dayNumber, dayText, type Facts, NO_DAY, type Table } from '../parties/facts.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { unreadAnswer, withExitPlan } from './attributes.ts';

const [SUPPLIER, SERVICE] = [KINDS.indexOf('supplier'), KINDS.indexOf('service')];

/**
 * O(nodes + links), and a sort of the days.
 *
 * @param apart keys of proposals that somebody has decided on
 * @param today YYYY-MM-DD
 */
export function qualityAnswer(
  register: Register,
  facts: Facts,
  apart: ReadonlySet<string>,
  today: string,
): QualityAnswer {
  const { snapshot } = register;
  const open = openProposals(snapshot, facts, apart);
  return {
    revision: snapshot.revision,
    today,
    ...coverage(snapshot, facts),
    links: linkSources(snapshot),
    contracts: { ...contractsKnown(snapshot, facts), exit: withExitPlan(register) },
    ages: {
      nodes: agesOf(facts.nodes, today),
      links: agesOf(facts.links, today),
      contracts: agesOf(facts.contracts, today),
    },
    duplicates: {
      proposals: open.length,
      sameNumber: open.filter((one) => one.sureness === 'same-number').length,
      suppliers: count(snapshot.graph.kind, (kind) => kind === SUPPLIER),
      withNumber: withNumber(facts),
      wrongNumbers: wrongNumbers(snapshot, facts).length,
    },
    unread: unreadAnswer(register),
  };
}

function count<T>(list: ArrayLike<T>, test: (one: T, i: number) => boolean): number {
  let some = 0;
  for (let i = 0; i < list.length; i++) if (test(list[i] as T, i)) some++;
  return some;
}

function coverage(snapshot: Snapshot, facts: Facts) {
  const { graph, people, columns } = snapshot;
  const services = count(graph.kind, (kind) => kind === SERVICE);
  const supplied = suppliedNodes(snapshot);
  const recorded = (node: number) => !Number.isNaN(people[node] as number);
  return {
    services: {
      some: count(graph.kind, (kind, node) => kind === SERVICE && supplied[node] === 1),
      all: services,
    },
    known: {
      some: count(graph.kind, (kind) => kind !== SUPPLIER) - graph.unrecorded.length,
      all: count(graph.kind, (kind) => kind !== SUPPLIER),
    },
    people: {
      services: {
        some: count(graph.kind, (kind, node) => kind === SERVICE && recorded(node)),
        all: services,
      },
      regions: { some: count(graph.leafRegions, recorded), all: graph.leafRegions.length },
    },
    owners: {
      some: count(
        columns.nodes.kind,
        (kind, row) => kind === 'service' && facts.nodes.flag[row] === 1,
      ),
      all: services,
    },
  };
}

/** 1: a supplier is somewhere among what it relies on. One walk from all suppliers at once. */
function suppliedNodes({ graph }: Snapshot): Uint8Array {
  const reached = new Uint8Array(graph.nodeCount);
  const queue: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++)
    if (graph.kind[node] === SUPPLIER) queue.push(node);
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] as number;
    const end = graph.outStart[node + 1] as number;
    for (let link = graph.outStart[node] as number; link < end; link++) {
      const to = graph.outTo[link] as number;
      if (reached[to] === 1) continue;
      reached[to] = 1;
      if (graph.kind[to] !== SUPPLIER) queue.push(to);
    }
  }
  return reached;
}

function linkSources({ columns }: Snapshot): QualityAnswer['links'] {
  const { confidence } = columns.dependencies;
  const of = (wanted: string | null) => count(confidence, (one) => one === wanted);
  return {
    all: confidence.length,
    stated: of('stated'),
    reported: of('reported'),
    assumed: of('assumed'),
    none: of(null),
  };
}

function contractsKnown({ columns }: Snapshot, facts: Facts) {
  const { id, value, currency, dependencies } = columns.contracts;
  return {
    all: id.length,
    linked: count(dependencies, (one) => one !== null),
    valued: count(value, (one, row) => one !== null && currency[row] !== null),
    ending: count(facts.contracts.flag, (one) => one === 1),
  };
}

const [HALF, YEAR, TWO_YEARS] = [183, 365, 730];

function agesOf({ day }: Table, today: string): QualityAges {
  const now = dayNumber(today);
  const dated = day.filter((one) => one !== NO_DAY).sort();
  const older = (days: number) => count(dated, (one) => now - one > days);
  const [half, one, two] = [older(HALF), older(YEAR), older(TWO_YEARS)];
  const [oldest, median] = [dated[0], dated[dated.length >> 1]];
  return {
    half: dated.length - half,
    one: half - one,
    two: one - two,
    older: two,
    none: day.length - dated.length,
    ...(oldest === undefined ? {} : { oldest: dayText(oldest) }),
    ...(median === undefined ? {} : { median: dayText(median) }),
  };
}
