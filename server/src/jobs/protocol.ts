/** What passes between the board and the worker thread of a job. */
import type { MeasuresTask } from '../measures/task.ts';
import type { MonteCarloTask } from './monte-carlo-task.ts';

export type JobTask =
  | {
      readonly kind: 'monte-carlo';
      readonly task: MonteCarloTask;
      /** Threads that share the runs. */
      readonly threads: number;
    }
  | { readonly kind: 'measures'; readonly task: MeasuresTask };

export type JobMessage =
  | { readonly done: number; readonly total: number; readonly result?: unknown }
  | { readonly finished: unknown };

/** Of a thread that does a share of the runs. */
export interface ShareData {
  readonly task: MonteCarloTask;
  readonly share: number;
  readonly shares: number;
}
export interface ShareMessage {
  readonly first: number;
  readonly rows: Float64Array;
}
