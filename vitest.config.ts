import { defineConfig } from 'vitest/config';

const source = {
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
};

const setupFiles = ['./scripts/seed-properties.js'];

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          setupFiles,
          name: 'contract',
          include: ['contract/src/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        ...source,
        test: {
          setupFiles,
          name: 'engine',
          include: ['engine/src/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          setupFiles,
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          setupFiles,
          name: 'web',
          include: ['web/src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout: 60_000,
        },
      },
      { test: { name: 'documents', include: ['scripts/**/*.test.js'] } },
    ],
  },
});
