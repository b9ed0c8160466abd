/**
 * The numbers that a run draws: ranges of the scenario, and those ranges of the graph that can make
 * a difference in it (of nodes that the pessimistic run hits, and of the links between them).
 */
import type { NumberOrRange } from '@msp-impact/contract';
import type { Ends } from '@msp-impact/engine';
import type { Draw } from '../scenario/quantity.ts';
import { isHit } from '../scenario/series.ts';
import type { Simulated } from '../scenario/simulated.ts';
import { linkRow, linksInto, nodeModel, nodeName } from '../snapshot/read.ts';

export const TARGETS = ['strength', 'buffer', 'lag', 'capacity', 'after', 'lasts'] as const;
export type Target = (typeof TARGETS)[number];

/** Plain data: it crosses to worker threads. */
export interface Input extends Draw {
  /** Which of the engine's parameters it replaces, and where; of the scenario: its slot. */
  readonly target: Target | 'scenario';
  readonly index: number;
  /** What no draw may pass. */
  readonly most: number;
}

export function inputsOf(simulated: Simulated): Input[] {
  const { plan } = simulated;
  const scenario = plan.draws.map(
    (draw, slot): Input => ({
      ...draw,
      target: 'scenario',
      index: slot,
      most: /(^|\.)level$/.test(draw.input) ? 1 : Number.MAX_VALUE,
    }),
  );
  return [...scenario, ...graphInputs(simulated)];
}

function graphInputs(simulated: Simulated): Input[] {
  const { snapshot, low, plan } = simulated;
  const { graph } = snapshot;
  const severed = new Set(plan.cuts.flatMap(({ links }) => links));
  const inputs: Input[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (!isHit(low, node)) continue;
    lagInput(simulated, node, inputs);
    const { start, end } = linksInto(snapshot, node);
    for (let link = start; link < end; link++) {
      const matters = severed.has(link) || isHit(low, graph.from[link] as number);
      if (matters && linkRow(snapshot, link) >= 0) linkInputs(simulated, link, inputs);
    }
  }
  if (plan.workarounds) aidInputs(simulated, inputs);
  return inputs;
}

function add(
  inputs: Input[],
  ends: Ends,
  place: Pick<Input, 'target' | 'index' | 'label' | 'input' | 'most'>,
  recorded: NumberOrRange | undefined,
): void {
  const { index } = place;
  const [low, likely, high] = [ends.low[index], ends.likely[index], ends.high[index]];
  if (low === high || !Number.isFinite(high)) return;
  const told = typeof recorded === 'object' && recorded.likely !== undefined;
  inputs.push({
    ...place,
    low: low as number,
    likely: likely as number,
    high: high as number,
    distribution: told ? 'pert' : 'uniform',
  });
}

interface LinkRanges {
  readonly strength?: NumberOrRange;
  readonly bufferHours?: NumberOrRange;
}

function linkInputs({ snapshot }: Simulated, link: number, inputs: Input[]): void {
  const { graph, columns } = snapshot;
  const row = linkRow(snapshot, link);
  const text = columns.dependencies.ranges[row];
  if (!text) return;
  const ranges = JSON.parse(text) as LinkRanges;
  const [from, to] = [graph.from[link] as number, graph.to[link] as number];
  const name = `${nodeName(snapshot, from)} → ${nodeName(snapshot, to)}`;
  const id = columns.dependencies.id[row];
  const strength = { label: `${name}: share that is lost`, input: `${id}.strength`, most: 1 };
  add(inputs, graph.strength, { target: 'strength', index: link, ...strength }, ranges.strength);
  const buffer = { label: `${name}: hours it can bridge`, input: `${id}.bufferHours` };
  const place = { target: 'buffer', index: link, most: Number.MAX_VALUE, ...buffer } as const;
  add(inputs, graph.buffer, place, ranges.bufferHours);
}

function lagInput({ snapshot }: Simulated, node: number, inputs: Input[]): void {
  const name = nodeName(snapshot, node);
  const place = {
    target: 'lag',
    index: node,
    most: Number.MAX_VALUE,
    label: `${name}: hours to restart`,
    input: `${name}.restartLagHours`,
  } as const;
  add(inputs, snapshot.graph.restartLag, place, nodeModel(snapshot, node)?.restartLagHours);
}

function aidInputs({ snapshot, low }: Simulated, inputs: Input[]): void {
  const { aids } = snapshot.graph;
  for (let index = 0; index < aids.count; index++) {
    const node = aids.node[index] as number;
    const recorded = snapshot.workarounds.recorded[index];
    if (!recorded || !isHit(low, node)) continue;
    const name = `${nodeName(snapshot, node)}, ${recorded.name}`;
    const label = (what: string) => ({
      label: `${name}: ${what}`,
      input: `${name}: ${what}`,
      index,
    });
    const hours = { most: Number.MAX_VALUE };
    const { capacity, afterHours, lastsHours } = recorded;
    add(
      inputs,
      aids.capacity,
      { target: 'capacity', most: 1, ...label('what it carries') },
      capacity,
    );
    add(
      inputs,
      aids.after,
      { target: 'after', ...hours, ...label('hours until ready') },
      afterHours,
    );
    add(inputs, aids.lasts, { target: 'lasts', ...hours, ...label('hours it lasts') }, lastsHours);
  }
}
