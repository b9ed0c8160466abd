import { defineConfig } from '@playwright/test';

/** Each test starts its own server on its own folder (e2e/server.ts), so tests do not meet. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A shared machine can be slow for a moment: a second try counts, and `npm test` says that it was needed.
  retries: 1,
  forbidOnly: true,
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
