/**
 * The best set within a budget, by what each measure and each pair of measures removes:
 *
 *   maximise  Σ a_i x_i + Σ b_ij y_ij      a_i: removed alone, b_ij: removed together − a_i − a_j
 *   subject to  Σ cost_i x_i ≤ budget,  y_ij = x_i ∧ x_j,  x binary
 *
 * A quadratic knapsack, linearised and solved to proven optimality by HiGHS. What three and more
 * measures do to each other is not in it; the caller simulates the set as a whole.
 */
import highs, { type LegacyHighs } from 'highs';

/** Its types describe a CommonJS module; what Node imports is the function itself. */
const load = highs as unknown as () => Promise<LegacyHighs>;

export interface Knapsack {
  readonly costs: readonly number[];
  readonly budget: number;
  /** a_i. */
  readonly alone: readonly number[];
  /** b_ij with i < j, those that are not 0. */
  readonly pairs: readonly { readonly i: number; readonly j: number; readonly gain: number }[];
}

export interface Chosen {
  readonly set: number[];
  /** False: what HiGHS had when the time was up. */
  readonly proven: boolean;
}

/** Undefined: HiGHS found nothing in time, or failed. */
export async function choose(knapsack: Knapsack, seconds: number): Promise<Chosen | undefined> {
  if (knapsack.costs.length === 0) return { set: [], proven: true };
  try {
    const solver = await load();
    const solved = solver.solve(programOf(knapsack), {
      time_limit: seconds,
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      output_flag: false,
    });
    const columns = solved.Columns as Readonly<Record<string, { Primal?: number }>>;
    const set = knapsack.costs.flatMap((_, i) =>
      (columns[`x${i}`]?.Primal ?? 0) > 0.5 ? [i] : [],
    );
    if (!isAffordable(knapsack, set)) return undefined;
    if (solved.Status === 'Optimal') return { set, proven: true };
    // Without a solution yet all columns are at 0.
    if (solved.Status !== 'Time limit reached' || set.length === 0) return undefined;
    return { set, proven: false };
  } catch {
    // The WebAssembly module gives up on some inputs; the caller has a way without it.
    return undefined;
  }
}

export function isAffordable(
  { costs, budget }: Pick<Knapsack, 'costs' | 'budget'>,
  set: readonly number[],
): boolean {
  return set.reduce((sum, i) => sum + (costs[i] as number), 0) <= budget * (1 + 1e-9);
}

/** In CPLEX's LP format; gains are scaled to about 1,000. */
function programOf({ costs, budget, alone, pairs }: Knapsack): string {
  const most = Math.max(...alone.map(Math.abs), ...pairs.map(({ gain }) => Math.abs(gain)), 1e-9);
  const scaled = (gain: number) => number((gain / most) * 1000);
  const objective = [
    ...alone.map((gain, i) => `${scaled(gain)} x${i}`),
    ...pairs.map(({ i, j, gain }) => `${scaled(gain)} y${i}_${j}`),
  ];
  const dearest = Math.max(...costs, budget, 1e-9);
  const spent = costs.map((cost, i) => `${number((cost / dearest) * 1000)} x${i}`);
  const joined = pairs.flatMap(({ i, j, gain }) =>
    gain > 0
      ? [`y${i}_${j} - x${i} <= 0`, `y${i}_${j} - x${j} <= 0`]
      : [`x${i} + x${j} - y${i}_${j} <= 1`],
  );
  const names = costs.map((_, i) => `x${i}`);
  const bounds = [...names, ...pairs.map(({ i, j }) => `y${i}_${j}`)].map(
    (one) => `0 <= ${one} <= 1`,
  );
  return [
    'Maximize',
    ` obj: ${wrapped(objective)}`,
    'Subject To',
    ` budget: ${wrapped(spent)} <= ${number((budget / dearest) * 1000)}`,
    ...joined.map((line, i) => ` c${i}: ${line}`),
    'Bounds',
    ...bounds.map((line) => ` ${line}`),
    'Binary',
    ` ${names.join('\n ')}`,
    'End',
  ].join('\n');
}

/** Without an exponent and with its sign in front. */
function number(value: number): string {
  return `${value < 0 ? '-' : '+'} ${Math.abs(value).toFixed(9)}`;
}

/** Lines of the format are short. */
function wrapped(terms: readonly string[]): string {
  return terms.join('\n  ');
}
