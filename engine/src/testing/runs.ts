declare const process: { env: Record<string, string | undefined> };

/** Number of random cases: FC_RUNS, or 1000 in CI and 100 elsewhere. */
export const RUNS = Number(process.env.FC_RUNS ?? (process.env.CI ? 1000 : 100));
