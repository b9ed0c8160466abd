/** The picture: what is drawn singly, what stands in counted groups, and the links between them. */
import type { GraphView, ViewNode } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import { nodeColumn, nodeModel, nodeParent, nodeRow } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Solved } from '../ask.ts';
import { countsOf } from '../counts.ts';
import { nameOf } from '../impact.ts';
import { causeOf, levelOf, rangeOf, stateOf } from '../numbers.ts';
import { matchingNodes } from './filter.ts';
import { groupsOf } from './groups.ts';
import { linksOf } from './links.ts';
import type { ViewOptions } from './options.ts';
import { singleNodes } from './singles.ts';

const REGION = KINDS.indexOf('region');

/**
 * @param suggested the question whose picture is shown while nothing is asked
 * @param sample id of the sample that is loaded
 */
export function viewAnswer(
  solved: Solved,
  options: ViewOptions,
  context: { suggested?: Solved; sample?: string } = {},
): GraphView {
  const { snapshot } = solved;
  const matching = matchingNodes(snapshot, options);
  const singles = singleNodes(solved, options, matching, context.suggested);
  for (const node of singles.byId()) matching.add(node);
  const { groups, groupOf } = groupsOf(solved, matching, singles);
  const { hidden, ...drawn } = linksOf(solved, singles, groupOf, options.hideAssumed ?? false);
  return {
    revision: snapshot.revision,
    graph: snapshot.name,
    ...(context.sample === undefined ? {} : { sample: context.sample }),
    counts: countsOf(snapshot),
    total: matching.size,
    shown: singles.size,
    grouped: matching.size - singles.size,
    ...(options.hideAssumed ? { hiddenLinks: hidden } : {}),
    nodes: Array.from(singles.byId(), (node) => viewNode(solved, node)),
    ...drawn,
    groups,
  };
}

function viewNode(solved: Solved, node: number): ViewNode {
  const { snapshot, impact } = solved;
  const parent = nodeParent(snapshot, node);
  const zones = nodeModel(snapshot, node)?.zones;
  const people = snapshot.people[node] as number;
  const living = snapshot.graph.kind[node] === REGION && !Number.isNaN(people);
  const cause = causeOf(impact, node);
  const marked = markOf(solved, node);
  return {
    ...nameOf(snapshot, node),
    column: nodeColumn(snapshot, node),
    ...(parent === undefined ? {} : { parent }),
    ...(zones ? { zones: [...zones] } : {}),
    ...(living ? { population: people } : {}),
    revision: revisionOf(snapshot, node),
    level: levelOf(impact, node),
    ...rangeOf(impact, node),
    state: stateOf(impact, node),
    ...(cause ? { cause } : {}),
    ...(marked ? { marked } : {}),
  };
}

function revisionOf(snapshot: Snapshot, node: number): number {
  return snapshot.columns.nodes.revision[nodeRow(snapshot, node)] as number;
}

/** What someone has seen outweighs what was supposed; a node that was named outweighs its zone. */
function markOf({ engineQuestion, question, snapshot }: Solved, node: number): ViewNode['marked'] {
  if (engineQuestion.observed.some((one) => one.node === node)) return 'observed';
  if (!engineQuestion.outages.some((one) => one.node === node)) return undefined;
  const { id } = nameOf(snapshot, node);
  return question.down?.some((outage) => outage.id === id) ? 'down' : 'isolated';
}
