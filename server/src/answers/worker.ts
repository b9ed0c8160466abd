/** The worker thread of heavy.ts: builds the graph, runs one task, posts the result. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildGraph, type GraphInput } from '@msp-impact/engine';
import { runTask, type Task } from './task.ts';

const { input, task } = workerData as { input: GraphInput; task: Task };
parentPort?.postMessage(runTask(buildGraph(input), task));
