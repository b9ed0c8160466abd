import { MAX_HOURS, NODE_ID_PATTERN, type Scenario } from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlan } from './hours-testing.ts';
import { formatPlan, MOST_HOURS, normalPlan, parsePlan } from './scenario-codec.ts';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 300) };
const through = (plan: Scenario, prefix = '') => {
  const { search } = new URL(`http://localhost/?${formatPlan(plan, prefix).join('&')}`);
  return parsePlan(new URLSearchParams(search), prefix);
};

test('every plan comes back through a real address', () => {
  fc.assert(
    fc.property(anyPlan, fc.constantFrom('', 'b.'), (plan, prefix) => {
      expect(through(plan, prefix)).toEqual(normalPlan(plan));
    }),
    runs,
  );
});

test('garbage never throws, and what was read of it comes back', () => {
  const keys = fc.constantFrom('hours', 'out', 'off', 'cut', 'check', 'declared', 'start', 'name');
  const garbage = fc.array(fc.tuple(keys, fc.string({ unit: 'binary' })));
  fc.assert(
    fc.property(garbage, (pairs) => {
      const plan = parsePlan(new URLSearchParams([['hours', '5'], ...pairs]), '');
      expect(plan && through(plan)).toEqual(plan);
    }),
    runs,
  );
});

test('an address reads like a sentence', () => {
  const search =
    'hours=720&name=Thursday&ways=no' +
    '&out=advanced!at4!for24~48~96~pert!left0.2!compromised!back12*0.5' +
    '&off=hosting!wait0~1~4!free288**adastra*caresys&cut=adastra!gp-ni!at6&check=caresys!1!byAnn%2520%2521';
  const plan = parsePlan(new URLSearchParams(search), '')!;
  expect(plan).toEqual({
    format: 'msp-impact-scenario/1',
    name: 'Thursday',
    hours: 720,
    workarounds: false,
    outages: [
      {
        id: 'advanced',
        cause: 'compromised',
        startHour: 4,
        durationHours: { low: 24, likely: 48, high: 96, distribution: 'pert' },
        level: 0.2,
        recovery: [{ afterHours: 12, level: 0.5 }],
      },
    ],
    isolations: [
      {
        zone: 'hosting',
        delayHours: { low: 0, likely: 1, high: 4 },
        release: [{ afterHours: 288, nodes: ['adastra', 'caresys'] }],
      },
    ],
    cuts: [{ from: 'adastra', to: 'gp-ni', startHour: 6 }],
    observations: [{ id: 'caresys', level: 1, seenBy: 'Ann !' }],
  });
  expect(formatPlan(plan, '').join('&')).toBe(search);
});

test('no length, no plan; ends before starts, negative and endless hours are left out', () => {
  expect(parsePlan(new URLSearchParams('out=a'), '')).toBeUndefined();
  expect(parsePlan(new URLSearchParams('hours=-1&out=a'), '')).toBeUndefined();
  const plan = parsePlan(new URLSearchParams('hours=5&out=a!for-3,b!forInfinity,c!for9~3'), '');
  expect(plan?.outages).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
});

test('ids and hours are those of the contract', () => {
  expect(MOST_HOURS).toBe(MAX_HOURS);
  fc.assert(
    fc.property(fc.stringMatching(new RegExp(NODE_ID_PATTERN)), (id) => {
      const read = parsePlan(new URLSearchParams({ hours: '1', out: id }), '');
      expect(read?.outages).toEqual([{ id }]);
    }),
    { numRuns: 50 },
  );
});
