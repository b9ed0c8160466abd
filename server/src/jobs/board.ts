/**
 * Long computations, each in a worker thread of its own (imports apart: hosted.ts): started, watched,
 * cancelled. Jobs live as long as the server; a thread that dies leaves a failed job with its reason,
 * and nothing else.
 */
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Job, JobKind } from '@msp-impact/contract';
import { workerUrl } from '../worker-url.ts';
import { type HostedTask, hostedWatch } from './hosted.ts';
import type { JobMessage, JobTask } from './protocol.ts';

/** Jobs that run at once; the others wait their turn. */
const AT_ONCE = 2;
const MOST_WAITING = 20;
/** Finished jobs whose results are kept. */
const KEPT = 30;
/** A job that needs more is ended, not the server. */
const MEMORY_MB = 3072;

export type Listener = (job: Job) => void;

interface Entry {
  job: Job;
  readonly task: JobTask | HostedTask;
  readonly listeners: Set<Listener>;
  worker?: Worker;
  /** Of hosted work. */
  stop?: AbortController;
  started?: number;
}

export class JobBoard {
  readonly #entries = new Map<string, Entry>();
  readonly #worker: URL;

  /** @param worker the thread's file, for tests of threads that go wrong */
  constructor(worker: URL = workerUrl(import.meta.url, './worker')) {
    this.#worker = worker;
  }

  /** Undefined when too many wait already. */
  start(task: JobTask | HostedTask, total: number): Job | undefined {
    if (this.#inState('queued').length >= MOST_WAITING) return undefined;
    const job: Job = {
      id: randomUUID(),
      kind: task.kind satisfies JobKind,
      state: 'queued',
      progress: 0,
      done: 0,
      total,
      created: new Date().toISOString(),
    };
    this.#entries.set(job.id, { job, task, listeners: new Set() });
    this.#next();
    return this.get(job.id);
  }

  get(id: string): Job | undefined {
    return this.#entries.get(id)?.job;
  }

  /** Newest first, without their results. */
  list(): Job[] {
    return [...this.#entries.values()].reverse().map(({ job: { result: _, ...job } }) => job);
  }

  /** A job that is over stays as it is. */
  cancel(id: string): Job | undefined {
    const entry = this.#entries.get(id);
    if (entry?.stop) entry.stop.abort(new Cancelled());
    else if (entry && !isOver(entry.job)) this.#end(entry, { state: 'cancelled' });
    return entry?.job;
  }

  /** Calls with each change until the job is over. Returns how to stop; undefined: no such job. */
  watch(id: string, listener: Listener): (() => void) | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    entry.listeners.add(listener);
    return () => entry.listeners.delete(listener);
  }

  async close(): Promise<void> {
    const running = [...this.#entries.values()].flatMap(({ worker }) => worker ?? []);
    for (const { stop } of this.#entries.values()) stop?.abort(new Cancelled());
    this.#entries.clear();
    await Promise.all(running.map((worker) => worker.terminate()));
  }

  #inState(state: Job['state']): Entry[] {
    return [...this.#entries.values()].filter(({ job }) => job.state === state);
  }

  #next(): void {
    const [waiting] = this.#inState('queued');
    if (!waiting || this.#inState('running').length >= AT_ONCE) return;
    this.#run(waiting);
  }

  #run(entry: Entry): void {
    entry.started = performance.now();
    this.#change(entry, { state: 'running' });
    const { task } = entry;
    if ('run' in task) {
      this.#host(entry, task);
      return;
    }
    const worker = new Worker(this.#worker, {
      workerData: task,
      execArgv: [],
      name: task.kind,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    entry.worker = worker;
    worker.on('message', (message: JobMessage) => this.#hear(entry, message));
    worker.on('error', (error) => this.#fail(entry, reasonOf(error)));
    worker.on('exit', (code) => this.#fail(entry, `its thread ended with code ${code}`));
  }

  #host(entry: Entry, task: HostedTask): void {
    const stop = new AbortController();
    entry.stop = stop;
    const watch = hostedWatch(stop.signal, ({ done, total, ...rest }) => {
      this.#progress(entry, done, total, rest);
    });
    const finish = (change: Partial<Job>) => {
      delete entry.stop;
      if (!isOver(entry.job)) this.#end(entry, change);
    };
    task.run(watch).then(
      (result) => finish({ state: 'done', progress: 1, done: entry.job.total, result }),
      (error: Error) => {
        if (error instanceof Cancelled) finish({ state: 'cancelled' });
        else finish({ state: 'failed', error: error.message });
      },
    );
  }

  #hear(entry: Entry, message: JobMessage): void {
    if (isOver(entry.job)) return;
    if ('finished' in message) {
      const { total } = entry.job;
      this.#end(entry, { state: 'done', progress: 1, done: total, result: message.finished });
      return;
    }
    const { done, total, result } = message;
    this.#progress(entry, done, total, result === undefined ? {} : { result });
  }

  #progress(entry: Entry, done: number, total: number, more: Partial<Job>): void {
    if (isOver(entry.job)) return;
    const seconds = (performance.now() - (entry.started ?? 0)) / 1000;
    this.#change(entry, {
      done,
      total,
      progress: total > 0 ? Math.min(1, done / total) : 0,
      ...(done > 0 ? { secondsLeft: Math.max(0, (seconds / done) * (total - done)) } : {}),
      ...more,
    });
  }

  #fail(entry: Entry, reason: string): void {
    if (isOver(entry.job)) return;
    this.#end(entry, { state: 'failed', error: `The computation broke off: ${reason}.` });
  }

  #end(entry: Entry, change: Partial<Job>): void {
    const { secondsLeft: _, perSecond: __, phase: ___, ...job } = entry.job;
    entry.job = job;
    this.#change(entry, change);
    entry.listeners.clear();
    entry.worker?.terminate();
    delete entry.worker;
    this.#forget();
    this.#next();
  }

  #change(entry: Entry, change: Partial<Job>): void {
    entry.job = { ...entry.job, ...change };
    for (const listener of entry.listeners) listener(entry.job);
  }

  #forget(): void {
    const over = [...this.#entries.values()].filter(({ job }) => isOver(job));
    for (const { job } of over.slice(0, Math.max(0, over.length - KEPT))) {
      this.#entries.delete(job.id);
    }
  }
}

/** Somebody cancelled it, and nothing of it was done. */
class Cancelled extends Error {}

export function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

function reasonOf(error: Error & { code?: string }): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'it needs more memory than it may have';
  return error.message.replace(/\s*\n\s*/g, ' ').replace(/\.$/, '');
}
