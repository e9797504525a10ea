import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import shared from '../playwright.config.ts';
import { onlyChromium } from './only-chromium.ts';

/** The same stories in the system's Firefox (`npm run test:engines`, decision 0201). */
export default defineConfig({
  ...shared,
  testDir: '../browser',
  grepInvert: onlyChromium,
  outputDir: '../../test-results',
  // Firefox starts anew for each worker and draws without a graphics card.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: fileURLToPath(new URL('./firefox-bridge.ts', import.meta.url)),
      // Bars that scroll take no room, as on a phone and in Chromium without a window.
      firefoxUserPrefs: { 'ui.useOverlayScrollbars': 1 },
    },
  },
});
