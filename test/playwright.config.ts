import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './support/chromium.ts';

const executablePath = await chromiumPath();

/** Each story starts its own relay on a free port (test/support), so there is no shared server here. */
export default defineConfig({
  testDir: 'browser',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // These end what hangs. No promise is judged by them, so that a slow machine has time.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    // A trace of each story costs two fifths of the processor (74 of 165 s in 22 stories): `--trace on` where one is wanted.
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments },
  },
});
