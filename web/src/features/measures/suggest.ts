/** First ideas of what could be done, from what falls. Their numbers are assumptions to be looked at. */
import type { GraphView, Scenario, SimulationAnswer } from '@msp-impact/contract';
import type { MeasureDraft } from '../../url/measures-codec.ts';

const SERVICES = 4;
const APART = 3;
const USUAL = { capacity: 0.5, afterHours: 4, cost: 1 } as const;

/**
 * Another way of working for the services that lose most, and what loses most of each set that the plan
 * switches off kept apart from it. Each costs 1 until someone knows better.
 */
export function suggested(
  plan: Scenario,
  answer: SimulationAnswer,
  graph: GraphView | undefined,
): MeasureDraft[] {
  const services = answer.nodes
    .filter((node) => node.kind === 'service' && node.lostHours > 0)
    .slice(0, SERVICES)
    .map(({ id }): MeasureDraft => ({ do: 'workaround', node: id, ...USUAL }));
  const lost = new Map(answer.nodes.map((node) => [node.id, node.lostHours]));
  const zones = [...new Set((plan.isolations ?? []).map((one) => one.zone))];
  const apart = zones.flatMap((zone) =>
    (graph?.nodes ?? [])
      .filter((node) => node.zones?.includes(zone))
      .sort((a, b) => (lost.get(b.id) ?? 0) - (lost.get(a.id) ?? 0))
      .slice(0, APART)
      .map(({ id }): MeasureDraft => ({ do: 'split', zone, nodes: [id], cost: 1 })),
  );
  return [...services, ...apart];
}
