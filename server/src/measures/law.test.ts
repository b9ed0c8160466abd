/** The law that the proof of the best set rests on: no measure makes anything worse, in any set. */
import type { GraphDocument, Mitigation, Scenario } from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleDocument } from '../samples.ts';
import { sampleScenario } from '../scenario/replay.ts';
import { buildSnapshot } from '../snapshot/build.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { Evaluator } from './evaluate.ts';
import { measuresTask } from './task.ts';

const document = sampleDocument('advanced-2022') as GraphDocument;
const scenario = sampleScenario('advanced-2022') as Scenario;
const links = document.dependencies ?? [];
const nodes = document.nodes ?? [];
const zoned = nodes.filter(({ zones = [] }) => zones.includes('advanced-health-and-care'));

const aNode = fc.constantFrom(...nodes.map(({ id }) => id));
const anHour = fc.integer({ min: 0, max: 800 });
const aShare = fc.constantFrom(0, 0.2, 0.5, 1);
const aChange = fc.oneof(
  fc.record({ link: fc.constantFrom(...links), from: fc.option(aNode) }).map(({ link, from }) => {
    const other = from !== null && from !== link.to && from !== link.from ? { from } : {};
    return { do: 'supplier', to: link.to, beside: link.from, ...other };
  }),
  fc
    .record({ node: aNode, capacity: aShare, afterHours: anHour, lastsHours: anHour })
    .map((way) => {
      return { do: 'workaround', ...way };
    }),
  fc.record({ link: fc.constantFrom(...links), hours: anHour }).map(({ link, hours }) => {
    return { do: 'buffer', from: link.from, to: link.to, hours };
  }),
  fc.record({ link: fc.constantFrom(...links), strength: aShare }).map(({ link, strength }) => {
    return { do: 'exit', from: link.from, to: link.to, strength };
  }),
  fc.record({ node: aNode, hours: anHour }).map((lag) => ({ do: 'restart', ...lag })),
  fc.constantFrom(...zoned).map(({ id }) => {
    return { do: 'split', zone: 'advanced-health-and-care', nodes: [id] };
  }),
);

test('a set of measures leaves no more harm than any part of it', async () => {
  const reader = memoryReader(document);
  const snapshot = buildSnapshot(await reader.columns());
  const some = fc.array(aChange, { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(some, fc.nat(), async (changes, mask) => {
      const measures = changes.map((one, i) => ({ id: `m${i}`, name: `M${i}`, cost: 1, ...one }));
      const task = await measuresTask(snapshot, reader, {
        measures: measures as Mitigation[],
        scenarios: [{ scenario }],
        budget: 1,
      });
      if (!task.ok) throw new Error(JSON.stringify(task.faults));
      const evaluator = new Evaluator(task.value);
      const all = evaluator.harm(task.value.measures);
      const part = evaluator.harm(task.value.measures.filter((_, i) => (mask >> i) & 1));
      expect(all).toBeLessThanOrEqual(part * (1 + 1e-9));
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 60) },
  );
});
