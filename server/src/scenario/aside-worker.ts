/** The worker thread of aside.ts: builds the graph, runs the plan, posts the runs. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildGraph, type GraphInput } from '@msp-impact/engine';
import type { Plan } from './plan.ts';
import { runsOf } from './simulated.ts';

const { input, plan } = workerData as { input: GraphInput; plan: Plan };
parentPort?.postMessage(runsOf(buildGraph(input), plan));
