import type { Page } from '@playwright/test';
import { mark } from './watch-presses.ts';

const TYPED = 'thanks';
/** As quick as hands are: nothing is pressed while the one before is not painted. */
const KEY_MS = 60;

/** One turn of an agent's work: another view, a conversation, a few words, a menu, and off they go. */
export async function workOnce(page: Page, turn: number): Promise<void> {
  const views = page.locator('.quick-views a');
  await mark(page, 'view', 1);
  await views.nth(turn % 2 === 0 ? 0 : 2).click();
  await painted(page);
  const rows = page.locator('.list a.row');
  await mark(page, 'open', 1);
  // Mine stand first in both views: only in one's own something can be written.
  await rows.nth(turn % 8).click();
  const box = page.getByRole('textbox', { name: 'Reply' });
  await box.waitFor();
  await box.click();
  await painted(page);
  await mark(page, 'type', TYPED.length);
  await box.pressSequentially(TYPED, { delay: KEY_MS });
  await painted(page);
  await mark(page, 'menu', 2);
  await page.locator('.list-head .menu-place button').first().click();
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await painted(page);
  await mark(page, 'send', 1);
  await box.press('Enter');
  await painted(page);
}

/** Two frames later all of it is on the screen. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
