import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { type ShopVisit, visitShop } from '../support/shop-visit.ts';

/** What stands around the chat, from the form before it to what is said of it afterwards (B rules, C17). On the strictest page: later parts too have nothing to refuse (W5, P25). */

const PASSWORD = 'quiet-lantern-42';
let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async () => {
  await ana.leave();
  await relay.remove();
});

async function setFront(front: object): Promise<void> {
  await relay.command(
    ['agent', 'add', '--email', 'olga@example.org', '--name', 'Olga', '--role', 'owner'],
    `${PASSWORD}\n`,
  );
  const ask = (path: string, method: string, body: object, Cookie = '') =>
    fetch(`${relay.origin}/api/v1/agent/${path}`, {
      method,
      headers: { Origin: relay.origin, 'Content-Type': 'application/json', 'X-Deskbell': '1', Cookie },
      body: JSON.stringify(body),
    });
  const signedIn = await ask('sign-in', 'POST', { email: 'olga@example.org', password: PASSWORD });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0];
  expect((await ask('sites/demo/settings', 'PUT', { front }, cookie)).status).toBe(200);
}

test('B1 B3 B4 C17 banner, topic and form before; reasons and "did this solve it?" after; the chat in the list', async ({
  context,
}) => {
  await setFront({
    banner: { text: 'Parcels are late this week.', tone: 'warn', link: 'https://status.example.org/' },
    greeting: 'Good day. What can we mend?',
    topics: [
      { key: 'parcel', label: 'My parcel' },
      { key: 'broken', label: 'Something broke' },
      { key: 'long', label: 'W'.repeat(40) },
    ],
    form: {
      fields: [{ key: 'mail', label: 'Your e-mail', kind: 'email', required: true }],
      consent: { text: 'You may keep my words for a year.', version: '1' },
      asksComplaint: true,
    },
    reasons: ['Quick', 'Friendly', 'Knew the answer'],
  });
  const visit = await visitShop(context, relay, '/demo/strict-csp.html');
  const { page, dialog } = visit;
  await visit.open();
  await expect(dialog.getByText('Good day. What can we mend?')).toBeVisible();
  await expect(dialog.getByText('Parcels are late this week.')).toBeVisible();
  // A word that is longer than its card is broken.
  expect(await dialog.locator('.topics').evaluate((all) => all.scrollWidth - all.clientWidth)).toBe(0);
  await dialog.getByRole('radio', { name: 'Something broke' }).check();
  await visit.say('My mug has a crack');
  // What is asked stands under the message, which waits for it.
  await dialog.getByRole('button', { name: 'Send now' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Your e-mail' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Your e-mail' }).fill('vi@example.org');
  await dialog.getByRole('checkbox', { name: 'You may keep my words for a year.' }).check();
  await dialog.getByRole('button', { name: 'Send now' }).click();
  const id = await ana.hears('My mug has a crack');
  expect(await ana.knows(id)).toMatchObject({ intake: { topic: { key: 'broken' }, consent: { version: '1' } } });
  await ana.reply(id, 'We send another one, see https://example.org/mugs');
  await expect(dialog.getByRole('link', { name: 'https://example.org/mugs' })).toHaveAttribute('rel', /noopener/);
  await ana.close(id);
  await dialog.getByRole('radio', { name: '4 of 5' }).check();
  await dialog.getByRole('radio', { name: 'Partly' }).check();
  await dialog.getByRole('checkbox', { name: 'Friendly' }).check();
  await dialog.getByRole('button', { name: 'Send rating' }).click();
  await expect(dialog.getByText('Thank you for your rating')).toBeVisible();
  await dialog.getByRole('button', { name: 'More' }).click();
  await dialog.getByRole('menuitem', { name: 'Your chats' }).click();
  await dialog.getByRole('button', { name: /We send another one/ }).click();
  await expect(dialog.getByText('My mug has a crack')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /We send another one/ })).toBeVisible();

  // W36: larger for as long as this page is there, where there is room for it.
  const larger = dialog.getByRole('menuitemcheckbox', { name: 'Larger window' });
  const width = async () => (await dialog.boundingBox())?.width;
  await dialog.getByRole('button', { name: 'More' }).click();
  await expect(larger).not.toBeChecked();
  await larger.click();
  await expect(larger).toBeChecked();
  await expect.poll(width).toBe(720);
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await visit.open();
  await expect.poll(width).toBe(720);
  await page.setViewportSize({ width: 600, height: 700 });
  await expect.poll(width).toBe(384);
  await dialog.getByRole('button', { name: 'More' }).click();
  await expect(dialog.getByRole('menuitem', { name: 'Your data' })).toBeVisible();
  await expect(larger).toHaveCount(0);
  expect(visit.problems).toEqual([]);
});

test('T20 W40 served and waiting, a visitor asks the other department, keeps her words, and is answered there', async ({
  browser,
}) => {
  const bo = await employAgent(relay, 'Bo');
  for (const [department, email] of [
    ['Parcels', 'ana@example.org'],
    ['Repairs', 'bo@example.org'],
  ] as const) {
    await relay.command(['department', 'add', '--name', department]);
    await relay.command(['agent', 'set', '--email', email, '--department', department]);
  }
  await setFront({
    topics: [
      { key: 'parcel', label: 'My parcel', department: 'Parcels' },
      { key: 'broken', label: 'Something broke', department: 'Repairs' },
    ],
  });
  const ask = async ({ dialog }: ShopVisit, topic: string, why: string) => {
    await dialog.getByRole('button', { name: 'More' }).click();
    await dialog.getByRole('menuitem', { name: 'Ask another department' }).click();
    await dialog.getByRole('radio', { name: topic }).check();
    await dialog.getByRole('textbox', { name: 'Why? (optional)' }).fill(why);
    await dialog.getByRole('button', { name: 'Ask there' }).click();
  };
  const write = async (words: string) => {
    const visit = await visitShop(await browser.newContext(), relay, '/demo/strict-csp.html');
    await visit.open();
    await visit.dialog.getByRole('radio', { name: 'My parcel' }).check();
    await visit.say(words);
    return visit;
  };
  const served = await write('My jug came with a crack');
  await ana.hears('My jug came with a crack');
  await expect(served.log.getByText('Ana joined')).toBeVisible();
  await ask(served, 'Something broke', 'It is not about the parcel');
  const first = await bo.hears('My jug came with a crack');
  await expect(served.log.getByText('Bo joined')).toBeVisible();
  await bo.reply(first, 'We send another one');
  await served.sees('We send another one');

  // Nobody of this department is there: she waits.
  await ana.setAvailability('away');
  const waiting = await write('The lid is missing');
  await expect(waiting.dialog.getByText(/in the queue/)).toBeVisible();
  await ask(waiting, 'Something broke', '');
  const second = await bo.hears('The lid is missing');
  await expect(waiting.log.getByText('Bo joined')).toBeVisible();
  await expect(waiting.log.getByText('You keep your place')).toHaveCount(1);
  await bo.reply(second, 'We look for it');
  await waiting.sees('We look for it');
  await waiting.sees('The lid is missing');
  // Not from one to the other and back again.
  await ask(waiting, 'My parcel', '');
  await expect(waiting.dialog.getByRole('alert').filter({ hasText: 'a short while ago' })).toBeVisible();
  expect([...served.problems, ...waiting.problems]).toEqual([]);
  await bo.leave();
});
