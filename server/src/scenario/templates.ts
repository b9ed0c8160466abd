/**
 * The library of scenarios to start from. Every number in them is an assumption that its user is to
 * look at, so each template says in words what it assumed.
 */
import {
  type Kind,
  SCENARIO_FORMAT,
  type Scenario,
  type ScenarioTemplate,
  type TemplateAnswer,
} from '@msp-impact/contract';
import { linksOutOf, nodeId, nodeKind, nodeModel, nodeName } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

interface Template {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly kinds: Kind[];
  readonly make: (snapshot: Snapshot, node: number) => Made;
}

interface Made {
  readonly hours: number;
  readonly parts: Pick<Scenario, 'outages' | 'isolations' | 'cuts' | 'declaredHour'>;
  readonly assumptions: string[];
}

const DAY = 24;
const DECLARED =
  'The incident is declared two hours after it began; other ways of working run from then.';

const TEMPLATES: readonly Template[] = [
  {
    id: 'ransomware-at-provider',
    title: 'Ransomware at a managed service provider',
    summary:
      'It is broken into and switches off every zone that its products lie in; release in two stages.',
    kinds: ['supplier', 'product'],
    make: ransomware,
  },
  {
    id: 'cloud-region-lost',
    title: 'Cloud region lost',
    summary: 'A hosting provider or data centre fails at once and comes back within days.',
    kinds: ['supplier', 'product'],
    make: (snapshot, node) => ({
      hours: 14 * DAY,
      parts: {
        declaredHour: 2,
        outages: [
          {
            id: nodeId(snapshot, node),
            cause: 'failed',
            durationHours: { low: 8, likely: 24, high: 96 },
            recovery: [{ afterHours: { low: 4, likely: 12, high: 48 }, level: 0.5 }],
          },
        ],
      },
      assumptions: ['Half of it is back after 4 to 48 hours, all of it after 8 to 96.', DECLARED],
    }),
  },
  {
    id: 'faulty-security-update',
    title: 'Faulty update of security software',
    summary: 'An update stops most machines at once; each has to be mended by hand.',
    kinds: ['supplier', 'product'],
    make: (snapshot, node) => ({
      hours: 14 * DAY,
      parts: {
        declaredHour: 2,
        outages: [
          {
            id: nodeId(snapshot, node),
            cause: 'failed',
            level: { low: 0, likely: 0.1, high: 0.3 },
            durationHours: { low: 72, likely: 168, high: 240 },
            recovery: [
              { afterHours: { low: 8, likely: 24, high: 48 }, level: 0.5 },
              { afterHours: { low: 48, likely: 72, high: 144 }, level: 0.9 },
            ],
          },
        ],
      },
      assumptions: [
        'A tenth of the machines is spared; half work after one day, nine tenths after three, all after a week.',
        DECLARED,
      ],
    }),
  },
  {
    id: 'supplier-insolvency',
    title: 'Supplier insolvency (gradual)',
    summary: 'Support thins out month by month, then ends; a successor is found much later.',
    kinds: ['supplier'],
    make: (snapshot, node) => ({
      hours: 365 * DAY,
      parts: {
        declaredHour: 0,
        outages: [
          { id: nodeId(snapshot, node), startHour: 0, durationHours: 30 * DAY, level: 0.95 },
          { id: nodeId(snapshot, node), startHour: 30 * DAY, durationHours: 30 * DAY, level: 0.8 },
          { id: nodeId(snapshot, node), startHour: 60 * DAY, durationHours: 30 * DAY, level: 0.5 },
          {
            id: nodeId(snapshot, node),
            startHour: 90 * DAY,
            durationHours: { low: 60 * DAY, likely: 150 * DAY, high: 270 * DAY },
            level: 0,
          },
        ],
      },
      assumptions: [
        'Level 95 % in the first month, 80 % in the second, 50 % in the third, then nothing.',
        'A successor delivers 60 to 270 days after the end.',
        'Other ways of working run from the first day.',
      ],
    }),
  },
  {
    id: 'loss-of-connectivity',
    title: 'Loss of connectivity',
    summary: 'Nobody can reach it. What others have in store still helps them for a while.',
    kinds: ['product', 'service', 'supplier'],
    make: (snapshot, node) => ({
      hours: 7 * DAY,
      parts: {
        declaredHour: 1,
        outages: [
          {
            id: nodeId(snapshot, node),
            cause: 'failed',
            durationHours: { low: 2, likely: 12, high: 72 },
          },
        ],
      },
      assumptions: [
        'It is out of reach for everybody for 2 to 72 hours; buffers hold meanwhile.',
        'The incident is declared after one hour.',
      ],
    }),
  },
];

function ransomware(snapshot: Snapshot, node: number): Made {
  const id = nodeId(snapshot, node);
  const zones = zonesAround(snapshot, node);
  const common = { hours: 90 * DAY };
  const first = { low: 7 * DAY, likely: 14 * DAY, high: 28 * DAY };
  const last = { low: 21 * DAY, likely: 42 * DAY, high: 84 * DAY };
  if (zones.length === 0) {
    return {
      ...common,
      parts: {
        declaredHour: 2,
        outages: [
          {
            id,
            cause: 'compromised',
            durationHours: last,
            recovery: [{ afterHours: first, level: 0.5 }],
          },
        ],
      },
      assumptions: [
        'No zone is on record around it, so it is stopped itself: half is back after one to four weeks, all after three to twelve.',
        DECLARED,
      ],
    };
  }
  return {
    ...common,
    parts: {
      declaredHour: 2,
      isolations: zones.map((zone) => ({
        zone,
        delayHours: { low: 0, likely: 1, high: 6 },
        release: [
          { afterHours: first, level: 0.5 },
          { afterHours: last, level: 1 },
        ],
      })),
    },
    assumptions: [
      `Everything in ${zones.join(', ')} is switched off within six hours, whether it was broken into or not.`,
      'Half is back after one to four weeks, all after three to twelve; set a step for each product that returns earlier.',
      DECLARED,
    ],
  };
}

/** Zones of the node itself, or of what it supplies directly. */
function zonesAround(snapshot: Snapshot, node: number): string[] {
  const { graph } = snapshot;
  const supplied = [...linksOutOf(snapshot, node)].map((link) => graph.to[link] as number);
  const zones = [node, ...supplied].flatMap((one) => nodeModel(snapshot, one)?.zones ?? []);
  return [...new Set(zones)].sort();
}

export function listTemplates(snapshot: Snapshot): ScenarioTemplate[] {
  return TEMPLATES.map(({ id, title, summary, kinds }) => {
    const suggestion = mostReliedOn(snapshot, kinds);
    return {
      id,
      title,
      summary,
      kinds,
      ...(suggestion === undefined ? {} : { suggestion: nodeId(snapshot, suggestion) }),
    };
  });
}

/** Of the first of the kinds that is on record: the node that most rely on directly, ties by id. */
function mostReliedOn(snapshot: Snapshot, kinds: readonly Kind[]): number | undefined {
  const { graph } = snapshot;
  for (const kind of kinds) {
    let [best, most] = [-1, 0];
    for (const row of snapshot.columns.nodes.id.keys()) {
      const node = graph.indexOf[row] as number;
      const count = (graph.outStart[node + 1] as number) - (graph.outStart[node] as number);
      if (nodeKind(snapshot, node) === kind && count > most) [best, most] = [node, count];
    }
    if (best >= 0) return best;
  }
  return undefined;
}

/** Undefined: there is no such template. */
export function fromTemplate(
  snapshot: Snapshot,
  id: string,
  node: number,
): TemplateAnswer | undefined {
  const template = TEMPLATES.find((one) => one.id === id);
  if (!template) return undefined;
  const { hours, parts, assumptions } = template.make(snapshot, node);
  const name = `${template.title}: ${nodeName(snapshot, node)}`;
  // Stays true, and in the report, when the plan is changed afterwards.
  const note = `As the template "${template.title}" has it, before any change: ${assumptions.join(' ')}`;
  return { scenario: { format: SCENARIO_FORMAT, name, note, hours, ...parts }, assumptions };
}
