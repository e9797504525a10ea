import { readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * What befalls a tab, and what no page can do to itself. Chromium does it by its protocol; in Firefox the bridge hears the word on its way
 * (test/engines/firefox-page.ts) and does it from within the browser.
 */

const nameOf = (page: Page) => page.context().browser()?.browserType().name();
const say = (page: Page, word: string): Promise<unknown> => page.evaluate(`'deskbell browser: ${word}'`);

/** The tab's process dies at once: no unload, no last words. */
export async function killTab(page: Page): Promise<void> {
  if (nameOf(page) === 'firefox') return void (await say(page, 'kill'));
  const control = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void control.send('Page.crash').catch(() => {});
  await crashed;
}

/** No script of the tab runs any more until it is let go on. */
export async function freezeTab(page: Page): Promise<() => Promise<unknown>> {
  if (nameOf(page) === 'firefox') {
    await say(page, 'stop');
    return () => say(page, 'goOn');
  }
  const control = await page.context().newCDPSession(page);
  await control.send('Page.setWebLifecycleState', { state: 'frozen' });
  return () => control.send('Page.setWebLifecycleState', { state: 'active' });
}

/** With `reducedMotion` of its context: Playwright does not tell it to Firefox, where colours and places would be measured on their way. */
export async function keepStill(page: Page): Promise<void> {
  if (isFirefox(page)) await say(page, 'still');
}

/** With `hasTouch` of its context: Playwright does not tell it to Firefox, which would take its phone for a small window. */
export async function holdInHand(page: Page): Promise<void> {
  if (isFirefox(page)) await say(page, 'held');
}

/** Drawn as for paper. */
export async function drawForPaper(page: Page): Promise<void> {
  if (nameOf(page) === 'firefox') await say(page, 'print');
  else await page.emulateMedia({ media: 'print' });
}

/** What a press lets the browser save, as it stands on the disk. */
export async function saveBy(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  if (isFirefox(page)) {
    const saving = say(page, 'saved');
    const pressing = press();
    // Its end is not told: to Playwright the press of a link that saves goes on loading a page.
    pressing.catch(() => {});
    const path = String(await Promise.race([saving, pressing.then(() => saving)]));
    const bytes = readFileSync(path);
    rmSync(path);
    return { name: basename(path), bytes };
  }
  const saving = page.waitForEvent('download');
  await press();
  const saved = await saving;
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
}

export const isFirefox = (page: Page): boolean => nameOf(page) === 'firefox';
