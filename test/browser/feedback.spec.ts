import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { visitConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** From a bad rating to what became of it (K rules), on both sides. */

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

test('K1 K3 K4 K7 a visitor rates low: the supervisor is told, on every page, and says what became of it', async ({
  browser,
  context,
}) => {
  const olga = await visitConsole(browser, relay, 'Olga', 'owner');
  // She directs; what comes goes to Ana.
  await olga.page.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Away' });
  await expect(olga.page.getByText('You are away. New conversations go to others.')).toBeVisible();
  await olga.page.goto(`${relay.origin}/console/settings/feedback`);
  await olga.page.getByLabel('Ask how easy it was').check();
  await olga.page.getByLabel('Ask whether they would recommend you').check();
  await olga.page.getByLabel('Instead of “How did we do?”').fill('Did we help you well?');
  await olga.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(olga.page.getByText('Saved.')).toBeVisible();

  const visit = await visitShop(context, relay);
  const { dialog } = visit;
  await visit.open();
  await visit.say('My mug has a crack');
  const id = await ana.hears('My mug has a crack');
  await ana.reply(id, 'That is how mugs are.');
  await visit.sees('That is how mugs are.');
  await ana.close(id);
  await expect(dialog.getByText('Did we help you well?')).toBeVisible();
  await dialog.getByRole('radio', { name: '1 of 5' }).check();
  await dialog.getByRole('group', { name: 'How easy was it to get help?' }).getByRole('radio', { name: '2' }).check();
  await dialog.getByRole('radio', { name: '0: Not at all' }).check();
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('Nobody listened');
  await dialog.getByRole('button', { name: 'Send rating' }).click();
  await expect(dialog.getByText('Thank you for your rating')).toBeVisible();

  // Told where she is, which is another page.
  const bar = olga.page.getByRole('alert').filter({ hasText: 'Low rating' });
  await expect(bar).toBeVisible();
  await bar.getByRole('link', { name: 'Show' }).click();
  const row = olga.page.getByRole('list', { name: 'Open' }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row.getByText('Nobody listened')).toBeVisible();
  await expect(row.getByLabel('Owner')).toHaveValue(/./);
  await expect(row.getByText('Due in')).toBeVisible();
  await expect(bar).toBeHidden();
  await row.getByRole('button', { name: /^Done/ }).click();
  await olga.page.getByRole('menuitem', { name: 'Won back', exact: true }).click();
  await expect(olga.page.getByText('Nothing to follow up')).toBeVisible();
  await olga.page.getByRole('link', { name: 'What visitors said' }).click();
  await expect(olga.page.getByRole('row', { name: /Nobody listened/ }).getByText('Won back')).toBeVisible();
  await expect(olga.page.getByText('Recommends 0 of 10')).toBeVisible();
  expect([...olga.problems, ...visit.problems]).toEqual([]);
});
