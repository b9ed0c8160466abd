/** Simulations of the API: in place on small graphs, in a worker thread on large ones. */
import { Worker } from 'node:worker_threads';
import type { Scenario } from '@msp-impact/contract';
import type { Answer } from '../answers/ask.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { workerUrl } from '../worker-url.ts';
import type { Plan } from './plan.ts';
import { prepareScenario, type Runs, runsOf, type Simulated } from './simulated.ts';

/** Nodes and links up to which the event loop is not held up noticeably. */
const IN_PLACE = 20_000;

export async function simulateAside(
  snapshot: Snapshot,
  scenario: Scenario,
  path = '$',
): Promise<Answer<Simulated>> {
  const prepared = prepareScenario(snapshot, scenario, path);
  if (!prepared.ok) return prepared;
  const { plan } = prepared.value;
  const { nodeCount, linkCount } = snapshot.graph;
  const small = nodeCount + linkCount <= IN_PLACE;
  const runs = small ? runsOf(snapshot.graph, plan) : await inWorker(snapshot, plan);
  return { ok: true, value: { ...prepared.value, ...runs } };
}

function inWorker({ input }: Snapshot, plan: Plan): Promise<Runs> {
  const worker = new Worker(workerUrl(import.meta.url, './aside-worker'), {
    workerData: { input, plan },
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once('message', (runs: Runs) => {
      worker.terminate();
      resolve(runs);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the simulation's thread ended with ${code}`)));
  });
}
