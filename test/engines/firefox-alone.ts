import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserTab, pageOf } from '../support/browser-tab.ts';
import { enginePath } from '../support/engines.ts';
import { speakTo } from './firefox-inside.ts';

/** As it comes, but for its welcome; a page that is left is kept for "back". */
const SETTINGS = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
};

/** One window of the system's Firefox without Playwright, which can drive none that keeps pages for "back" (decision 0355). */
export async function openFirefox(): Promise<BrowserTab> {
  const profile = mkdtempSync(join(tmpdir(), 'deskbell-firefox-'));
  const settings = Object.entries(SETTINGS).map((one) => `user_pref(${one.map((part) => JSON.stringify(part))});`);
  writeFileSync(join(profile, 'user.js'), settings.join('\n'));
  // The libraries and the font of the packaged Chromium are not for Firefox.
  const { FONTCONFIG_PATH: _font, LD_LIBRARY_PATH: _libraries, ...env } = process.env;
  const given = ['--headless', '--marionette', '--profile', profile];
  const browser = spawn(enginePath('FIREFOX') ?? '', given, { env, stdio: 'ignore' });
  const end = () => void browser.kill();
  process.on('exit', end);
  const ask = await speakTo(profile);
  await ask('WebDriver:NewSession');
  const page = pageOf(async (what, how) => {
    if (what === 'act') return ask('WebDriver:PerformActions', how);
    // In the page's own world.
    const { value } = await ask('WebDriver:ExecuteScript', { ...how, sandbox: null, newSandbox: false });
    return value;
  });
  return {
    ...page,
    go: async (url) => void (await ask('WebDriver:Navigate', { url })),
    back: async () => void (await ask('WebDriver:Back')),
    async close() {
      process.off('exit', end);
      const ended = once(browser, 'exit');
      end();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
