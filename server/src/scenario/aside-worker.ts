/** The worker thread of aside.ts: builds the graph, runs the plan, posts the runs. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildGraph, type GraphInput } from '@msp-impact/engine';
import { buffersOf } from '../snapshot/buffers.ts';
import type { Plan } from './plan.ts';
import { runsOf } from './simulated.ts';

const { input, plan } = workerData as { input: GraphInput; plan: Plan };
const runs = runsOf(buildGraph(input), plan);
parentPort?.postMessage(runs, buffersOf(runs));
