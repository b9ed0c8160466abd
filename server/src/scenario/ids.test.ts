import type { Scenario } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { sampleDocument } from '../samples.ts';
import { buildSnapshot } from '../snapshot/build.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { checkScenario } from './check.ts';
import { sampleScenario } from './replay.ts';

const scenario = sampleScenario('advanced-2022') as Scenario;
const document = sampleDocument('advanced-2022');
if (!document) throw new Error('the sample is missing');

const faultsOn = async (of: typeof document) =>
  checkScenario(buildSnapshot(await memoryReader(of).columns()), scenario).faults;

test('with nothing on record that is said, once, and not name by name', async () => {
  const faults = await faultsOn({ ...document, nodes: [], dependencies: [], contracts: [] });
  expect(faults).toHaveLength(1);
  expect(faults[0]?.reason).toContain('nothing is on record yet');
});

test('with a graph each name that it lacks is told by its place', async () => {
  expect(await faultsOn(document)).toEqual([]);
  const nodes = document.nodes.map(({ zones: _, ...node }) => node) as typeof document.nodes;
  const faults = await faultsOn({ ...document, nodes });
  expect(faults[0]).toMatchObject({ reason: 'no node is in a zone of this name' });
});
