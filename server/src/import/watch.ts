/** Who watches an import: told how far it is, and able to stop it. */

export const PHASES = ['reading', 'comparing', 'checking', 'preparing', 'writing'] as const;
export type Phase = (typeof PHASES)[number];

export interface Watch {
  readonly signal: AbortSignal;
  /** Rows done of those that this phase has; called some fifty times a second at most. */
  report(phase: Phase, done: number, total: number): void;
}
