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
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: fileURLToPath(new URL('./firefox-bridge.ts', import.meta.url)),
      firefoxUserPrefs: {
        // Bars that scroll take no room, as on a phone and in Chromium without a window.
        'ui.useOverlayScrollbars': 1,
        // It has a mouse, as Chromium without a window has.
        'ui.primaryPointerCapabilities': 6,
        'ui.allPointerCapabilities': 6,
        // The tab asks for no picture of its own, as in Chromium without a window: strict pages would refuse it.
        'browser.chrome.site_icons': false,
        // A free one, which the bridge reads in the profile.
        'marionette.port': 0,
        // Offline is offline to the relay of this machine too.
        'network.disable-localhost-when-offline': true,
        // No page is kept for "back", as in Chromium under Playwright: of one that is, the release does not tell.
        'browser.sessionhistory.max_total_viewers': 0,
        // What the bridge says to each process is no file of the browser's own (firefox-left.ts).
        'security.allow_parent_unrestricted_js_loads': true,
        // Each tab has a process of its own, as in Chromium: one that is killed or hangs takes no other along.
        'dom.ipc.processCount.webIsolated': 16,
      },
    },
  },
});
