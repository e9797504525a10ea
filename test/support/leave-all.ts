import type { Browser } from '@playwright/test';

/** Closes every page of a story: one that stays open goes on asking for its relay while the next story runs. */
export async function leaveAll(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}
