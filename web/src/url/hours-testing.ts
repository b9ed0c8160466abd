/** Any plan and any Hour by hour view, for property tests. */
import type { Scenario, Uncertain } from '@msp-impact/contract';
import fc from 'fast-check';
import {
  EMPTY_HOURS,
  type HoursView,
  LOOKS,
  type PlanRef,
  SCALES,
  SIDES,
  SPEEDS,
} from './hours-view.ts';
import type { MeasureDraft } from './measures-codec.ts';
import { normalPlan } from './scenario-codec.ts';

const id = fc.stringMatching(/^[A-Za-z0-9._:@/+~-]{1,20}$/);
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const end = (most: number) => fc.double({ min: 0, max: most, noNaN: true }).map((n) => n + 0);
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

function uncertain(most: number): fc.Arbitrary<Uncertain> {
  const shape = fc.constantFrom('uniform', 'triangular', 'pert', 'lognormal');
  const range = fc
    .record(
      { ends: fc.tuple(end(most), end(most), end(most)), likely: fc.boolean(), shape },
      { requiredKeys: ['ends', 'likely'] },
    )
    .map(({ ends, likely, shape: distribution }) => {
      const [low, middle, high] = [...ends].sort((a, b) => a - b) as [number, number, number];
      return {
        low,
        ...(likely ? { likely: middle } : {}),
        high,
        ...(distribution ? { distribution } : {}),
      } as Uncertain;
    });
  return fc.oneof(end(most), range);
}

const hours = uncertain(80_000);
const level = uncertain(1);
const startHour = end(80_000);

const outage = fc.record(
  {
    id,
    cause: fc.constantFrom('failed', 'compromised', 'isolated', 'severed'),
    startHour,
    durationHours: hours,
    level,
    recovery: few(fc.record({ afterHours: hours, level })),
  },
  { requiredKeys: ['id'] },
);
const release = fc.record(
  { afterHours: hours, nodes: few(id), level },
  { requiredKeys: ['afterHours'] },
);
const isolation = fc.record(
  { zone: id, startHour, delayHours: hours, release: few(release) },
  { requiredKeys: ['zone'] },
);
const cut = fc.record(
  { from: id, to: id, startHour, durationHours: hours },
  { requiredKeys: ['from', 'to'] },
);
const observation = fc.record(
  { id, level: end(1), startHour, durationHours: end(80_000), seenBy: text },
  { requiredKeys: ['id', 'level'] },
);

export const anyPlan = fc.record(
  {
    format: fc.constant('msp-impact-scenario/1' as const),
    name: text,
    note: text,
    start: fc.constantFrom('2022-08-04T07:00:00+01:00', '2022-08-04T06:00Z'),
    hours: fc.double({ min: 0.5, max: 87_600, noNaN: true }),
    declaredHour: startHour,
    workarounds: fc.boolean(),
    outages: few(outage),
    isolations: few(isolation),
    cuts: few(cut),
    observations: few(observation),
    demands: few(fc.record({ id, perHour: end(1e9), catchUpPerHour: end(1e9) })),
  },
  { requiredKeys: ['format', 'name', 'hours'] },
) as fc.Arbitrary<Scenario>;

const cost = end(1e6);
const span = end(80_000);
const anyEdit: fc.Arbitrary<MeasureDraft> = fc.oneof(
  fc.record(
    {
      do: fc.constant('workaround' as const),
      node: id,
      capacity: end(1),
      afterHours: span,
      lastsHours: span,
      cost,
    },
    { requiredKeys: ['do', 'node', 'capacity', 'cost'] },
  ) as fc.Arbitrary<MeasureDraft>,
  fc.record({ do: fc.constant('restart' as const), node: id, hours: span, cost }),
  fc.record({
    do: fc.constant('split' as const),
    zone: id,
    nodes: fc.array(id, { minLength: 1, maxLength: 3 }),
    cost,
  }),
  fc.record(
    { do: fc.constant('supplier' as const), to: id, beside: id, from: id, cost },
    { requiredKeys: ['do', 'to', 'beside', 'cost'] },
  ) as fc.Arbitrary<MeasureDraft>,
  fc.record({ do: fc.constant('buffer' as const), from: id, to: id, hours: span, cost }),
  fc.record({ do: fc.constant('exit' as const), from: id, to: id, strength: end(1), cost }),
);

/** Some are of a saved list, which gave them a name. */
export const anyMeasure = fc
  .tuple(anyEdit, fc.record({ id, name: text }, { requiredKeys: [] }))
  .map(([edit, head]) => ({ ...edit, ...head }) as MeasureDraft);

const savedRef = fc.record(
  { id, version: fc.integer({ min: 1, max: 999 }) },
  { requiredKeys: ['id'] },
);
const weighted = fc.record(
  { id, version: fc.integer({ min: 1, max: 999 }), weight: end(1e6) },
  { requiredKeys: ['id', 'weight'] },
);
const planRef = fc.record(
  {
    saved: savedRef,
    draft: anyPlan.map(normalPlan),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PlanRef>;
const chosen = planRef.filter((plan) => plan.saved !== undefined || plan.draft !== undefined);

export const anyHours: fc.Arbitrary<HoursView> = fc
  .record(
    {
      a: planRef,
      b: chosen,
      at: fc.nat(87_600).map((n) => n / 2),
      look: fc.constantFrom(...LOOKS),
      side: fc.constantFrom(...SIDES),
      scale: fc.constantFrom(...SCALES),
      speed: fc.constantFrom(...SPEEDS),
      all: fc.boolean(),
      measures: fc.array(anyMeasure, { maxLength: 3 }),
      budget: cost,
      list: savedRef,
      weightA: end(1e6),
      weightB: end(1e6),
      over: few(weighted),
      seed: fc.nat(4_294_967_295),
      opened: few(fc.constantFrom('product:not-affected', 'service:hit')),
      select: id,
      nation: id,
      area: id,
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ ...EMPTY_HOURS, ...some }));
