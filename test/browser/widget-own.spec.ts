import { expect, test } from '@playwright/test';
import type { OwnCopy } from '../../widget/model/own-copy.ts';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { saveBy } from '../support/ask-browser.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** What is kept of a visitor: read, taken along and erased by herself, on a page with a strict policy (J14, J15, W35). */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await ana.leave();
  await relay.remove();
});

test('J14 J15 W35 she downloads all of it, erases it by keyboard, and begins as somebody new in every tab', async ({
  context,
}) => {
  const visit = await visitShop(context, relay, '/demo/strict-csp.html');
  const { page } = visit;
  await visit.open();
  await visit.say('My secret glaze');
  const id = await ana.hears('My secret glaze');
  await ana.reply(id, 'It stays with us');
  await visit.sees('It stays with us');
  await visit.box.fill('Half a sentence');
  const other = await visitShop(context, relay);
  await other.open();
  await other.sees('My secret glaze');

  await page.bringToFront();
  const turn = async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Your data' }).click();
  };
  await turn();
  await expect(page.getByRole('button', { name: 'Back to the chat' })).toBeFocused();
  await expect(visit.dialog.getByRole('definition').nth(1)).toHaveText('1');
  const file = await saveBy(page, () => page.getByRole('button', { name: 'Download all of it' }).click());
  expect(file.name).toBe('my-data.json');
  const copy = JSON.parse(String(file.bytes)) as OwnCopy;
  expect(copy.conversations[0]?.entries.flatMap((one) => (one.kind === 'message' ? one.body : []))).toEqual([
    'My secret glaze',
    'It stays with us',
  ]);
  await expect(page.getByText('The file is in your downloads.')).toBeVisible();

  const erase = page.getByRole('button', { name: 'Erase everything', exact: true });
  await erase.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(erase).toBeFocused();
  await erase.press('Enter');
  await page.getByRole('button', { name: 'Yes, erase everything' }).press('Enter');
  const done = page.getByText('Everything is erased.');
  await expect(done).toBeFocused();
  // The other tab is somebody new by then, and keeps that token.
  await expect(other.log.getByText('My secret glaze')).toHaveCount(0);
  const kept = await page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('deskbell:')),
  );
  expect(kept.filter((key) => !key.endsWith(':token'))).toEqual([]);

  await page.getByRole('button', { name: 'Back to the chat' }).click();
  await expect(visit.box).toHaveValue('');
  await expect(visit.log.getByText('My secret glaze')).toHaveCount(0);
  await visit.say('I am new here');
  await ana.hears('I am new here');
  await turn();
  await expect(visit.dialog.getByRole('definition').nth(1)).toHaveText('1');
  expect([...visit.problems, ...other.problems]).toEqual([]);
});
