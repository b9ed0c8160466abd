/** The main thread's end of the worker: a call is a promise. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../worker-url.ts';
import { StoreFault } from '../port.ts';
import { type Answer, type CallName, type Calls, fromFailure, type Request } from './protocol.ts';

/** How long another program may hold the write lock before a writer here gives up. */
const BUSY_LIMIT_MS = 15_000;
const BUSY_PAUSE_MS = 25;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class WorkerClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #seq = 0;
  #ended: Error | undefined;

  constructor() {
    // No inherited flags: a test runner's resolve conditions would lead the build back to sources.
    const options = { name: 'store', execArgv: [] };
    this.#worker = new Worker(workerUrl(import.meta.url, './worker'), options);
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', (code) => this.#end(new Error(`exit ${code}`)));
    this.#worker.unref();
  }

  /** Sends one request; answers come in the order of the requests. */
  call<K extends CallName>(call: K, ...args: Parameters<Calls[K]>): Promise<ReturnType<Calls[K]>> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      const seq = ++this.#seq;
      // A program waits for answers, never for an idle store.
      if (this.#waiting.size === 0) this.#worker.ref();
      this.#waiting.set(seq, { resolve: resolve as (value: unknown) => void, reject });
      this.#worker.postMessage({ seq, call, args } satisfies Request<K>);
    });
  }

  /** As `call`, and again while another program writes. For calls that fail before they change anything. */
  async insist<K extends CallName>(
    call: K,
    ...args: Parameters<Calls[K]>
  ): Promise<ReturnType<Calls[K]>> {
    const deadline = performance.now() + BUSY_LIMIT_MS;
    for (;;) {
      try {
        return await this.call(call, ...args);
      } catch (error) {
        const busy = error instanceof StoreFault && error.code === 'busy';
        if (!busy || performance.now() > deadline) throw error;
      }
      await sleep(BUSY_PAUSE_MS);
    }
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.seq);
    this.#waiting.delete(answer.seq);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('failure' in answer) waiting?.reject(fromFailure(answer.failure));
    else waiting?.resolve(answer.value);
  }

  #end(cause: Error): void {
    const text = `The thread of the store ended (${cause.message}). Start the program again.`;
    this.#ended ??= new StoreFault('unreachable', text, { cause });
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
