import { expect, test } from '@playwright/test';
import { keepStill } from '../support/ask-browser.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** The console in another language, as somebody meets it: the browser's, chosen at the door, and kept. */

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  await relay.remove();
});

test('the console speaks the browser’s language, and another one when it is chosen', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'de-AT' })).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${relay.origin}/console/`);
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption({ label: 'العربية' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await page.getByRole('combobox').selectOption({ label: 'English' });
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('no view of the console says in English what the language says', async ({ browser }) => {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await keepStill(page);
  await page.goto(`${relay.origin}/demo/states/console.html`);
  await expect(page.getByRole('link').first()).toBeVisible();
  const stories = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => new URLSearchParams((link as HTMLAnchorElement).search).get('state')));
  expect(stories.length).toBeGreaterThan(40);
  const faults: string[] = [];
  /** Words of ours that a German sentence has not; what visitors and agents say in the stories is theirs. */
  const ours =
    /\b(?:Loading|Save changes|Settings|Try again|Follow-ups|Departments|Waiting in the queue|First response|Opening hours|Saved replies|Cancel|Remove|Show more|No conversations?|could not be loaded)\b/;
  // One in ten: the words are chosen before any view is there, and a unit test holds the languages whole.
  for (const state of stories.filter((_, index) => index % 10 === 3)) {
    // The page for when there is no console: its words are handed to the worker, the story has its own.
    if (!state || state === 'offline-page') continue;
    await page.goto(`${relay.origin}/demo/states/console.html?state=${state}&lang=de`);
    await expect(page.locator('#console > *').first()).toBeVisible();
    const text = await page.locator('body').innerText();
    const found = ours.exec(text);
    if (found) faults.push(`${state}: ${found[0]}`);
    // U9: a mark beside it leaves a made-up name whole, in the longer words, too.
    const cut = await page
      .locator('.row-who')
      .evaluateAll((all) => all.filter((who) => who.scrollWidth > who.clientWidth).map((who) => who.textContent ?? ''));
    faults.push(...cut.filter((who) => who.startsWith('Besucher')).map((who) => `${state}: ${who} is cut`));
  }
  expect(faults).toEqual([]);
});
