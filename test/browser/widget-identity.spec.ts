import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { type ShopVisit, visitShop } from '../support/shop-visit.ts';
import { claimsFor, signIdentity } from '../support/sign-identity.ts';

/** docs/identity.md where people see it: who is signed in has one history, and nobody else sees any of it. */

let relay: RelayProcess;
let ana: AnsweringAgent;
let secret: string;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
  const made = await relay.command(['site', 'secret', 'add', 'demo', '--json']);
  secret = JSON.parse(made.out).secret;
});
test.afterEach(async () => {
  await ana.leave();
  await relay.remove();
});

let jti = 0;
const tokenOf = (sub: string) => signIdentity(secret, claimsFor('demo', sub, { name: sub, jti: String(++jti) }));
const tagOf = (more: string) => `<script async src="/deskbell.js" data-site="demo" ${more}></script>`;

function visit(context: BrowserContext, said = '', more = ''): Promise<ShopVisit> {
  return visitShop(context, relay, '/demo/own.html', (page) =>
    page.route('**/demo/own.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Own</title>${said}${tagOf(more)}`,
      }),
    ),
  );
}
const identify = (page: Page, token: string) => page.evaluate((one) => window.Deskbell?.identify(one), token);

/** What the browser holds of the chat, in every kind of storage. */
const held = (page: Page) =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    document.cookie,
  ]);

test('I3 I5 the same person in another browser has her history; another one in hers sees none of it', async ({
  context,
  browser,
}) => {
  const desk = await visit(context);
  await expect(desk.launcher).toBeVisible();
  await identify(desk.page, tokenOf('mia'));
  expect(await held(desk.page)).toEqual(['']);
  await desk.open();
  await desk.say('From my desk');
  const id = await ana.hears('From my desk');

  const elsewhere = await browser.newContext();
  const phone = await visit(elsewhere);
  await expect(phone.launcher).toBeVisible();
  await identify(phone.page, tokenOf('mia'));
  await phone.open();
  await phone.sees('From my desk');
  await ana.reply(id, 'To both of you');
  await phone.sees('To both of you');
  await desk.sees('To both of you');
  await expect.poll(() => ana.knows(id)).toMatchObject({ verified: { subject: 'mia', name: 'mia' } });

  // In the same page, without loading it anew: the draft and the history of the first are gone, the link is alive.
  await phone.box.fill('what only mia wrote');
  await identify(phone.page, tokenOf('ben'));
  await expect(phone.log.getByText('From my desk')).toHaveCount(0);
  await expect(phone.box).toHaveValue('');
  await phone.say('I am Ben');
  const second = await ana.hears('I am Ben');
  await ana.reply(second, 'Hello Ben');
  await phone.sees('Hello Ben');
  expect(await ana.messages(id)).toEqual(['From my desk', 'To both of you']);
  // The first goes on where she is.
  await desk.say('Still here');
  await expect.poll(() => ana.messages(id)).toContain('Still here');
  expect([desk.problems, phone.problems]).toEqual([[], []]);
  await elsewhere.close();
});

test('I3 begun before she signed in: it goes along, in all tabs', async ({ context }) => {
  const first = await visit(context);
  await first.open();
  await first.say('Not signed in yet');
  const id = await ana.hears('Not signed in yet');
  const second = await visit(context);
  await second.open();
  await second.sees('Not signed in yet');
  await identify(first.page, tokenOf('mia'));
  await expect.poll(() => ana.knows(id)).toMatchObject({ verified: { subject: 'mia' } });
  await ana.reply(id, 'Welcome back');
  await first.sees('Welcome back');
  await second.sees('Welcome back');
  await second.sees('Not signed in yet');
});

test('I6 logout: nothing is left on the device, and nothing opens any more', async ({ context }) => {
  const token = tokenOf('mia');
  const { page, open, say, box, log } = await visit(context);
  await open();
  await identify(page, token);
  await say('My secret');
  await ana.hears('My secret');
  await box.fill('half a sentence');
  expect((await held(page)).length).toBeGreaterThan(3);
  const kept = await page.evaluate(() => localStorage.getItem('deskbell:demo:token'));
  await page.evaluate(() => window.Deskbell?.logout());
  await expect.poll(() => held(page)).toEqual(['']);
  await identify(page, token);
  await open();
  await expect(box).toHaveValue('');
  await expect(log.getByText('My secret')).toHaveCount(0);
  const session = await fetch(`${relay.origin}/api/v1/visitor/session`, {
    method: 'POST',
    headers: { Origin: relay.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ version: 2, site: 'demo', token: kept }),
  });
  expect(await session.json()).toMatchObject({ ok: false, error: 'unauthorized' });
});

test('I5 a page names somebody else and sends at once; without a connection nothing of the first is seen or sent', async ({
  context,
}) => {
  const { page, open, say, sees, log, launcher } = await visit(context);
  await expect(launcher).toBeVisible();
  await identify(page, tokenOf('mia'));
  await open();
  await context.setOffline(true);
  await say('Never sent by Mia');
  await sees('Never sent by Mia');
  const others = [tokenOf('ben'), 'Sent by Ben'];
  await page.evaluate(([token = '', text = '']) => {
    window.Deskbell?.identify(token);
    window.Deskbell?.sendMessage(text);
  }, others);
  await sees('Sent by Ben');
  await expect(log.getByText('Never sent by Mia')).toHaveCount(0);
  await context.setOffline(false);
  const id = await ana.hears('Sent by Ben');
  await expect.poll(() => ana.knows(id)).toMatchObject({ verified: { subject: 'ben' } });
  expect(await ana.messages(id)).toEqual(['Sent by Ben']);
});

test('I5 two tabs name two people: both are whom the later one named, and the first is not sent as the second', async ({
  context,
}) => {
  const first = await visit(context);
  await expect(first.launcher).toBeVisible();
  await identify(first.page, tokenOf('mia'));
  await first.open();
  await first.say('Sent by Mia');
  const id = await ana.hears('Sent by Mia');
  await first.sees('Sent by Mia');
  await first.box.fill('what only Mia wrote');
  const second = await visit(context);
  await expect(second.launcher).toBeVisible();
  // The chat of the first goes with its bell: a press that began on that one ends on another.
  const tokenKept = () => second.page.evaluate(() => localStorage.getItem('deskbell:demo:token'));
  const before = await tokenKept();
  await identify(second.page, tokenOf('ben'));
  await expect.poll(tokenKept).not.toBe(before);
  await second.open();
  await second.say('Sent by Ben');
  const other = await ana.hears('Sent by Ben');
  await first.sees('Sent by Ben');
  await expect(first.log.getByText('Sent by Mia')).toHaveCount(0);
  await expect(first.box).toHaveValue('');
  await ana.reply(other, 'Hello Ben');
  await second.sees('Hello Ben');
  await expect.poll(() => ana.knows(other)).toMatchObject({ verified: { subject: 'ben' } });
  expect([await ana.messages(id), await ana.messages(other)]).toEqual([['Sent by Mia'], ['Sent by Ben', 'Hello Ben']]);
});

test('I5 W32 isolated: somebody else is named, and a new frame is theirs', async ({ context }) => {
  const { page, launcher } = await visit(context, '', 'data-isolate="true"');
  const frame = page.frameLocator('deskbell-chat iframe');
  const box = frame.getByRole('textbox', { name: 'Message' });
  await expect(launcher).toBeVisible();
  await identify(page, tokenOf('mia'));
  await page.evaluate(() => window.Deskbell?.open());
  await box.fill('Sent by Mia');
  await box.press('Enter');
  const id = await ana.hears('Sent by Mia');
  await expect(frame.getByRole('log').getByText('Sent by Mia')).toHaveCount(1);
  await identify(page, tokenOf('ben'));
  await expect(frame.getByRole('log').getByText('Sent by Mia')).toHaveCount(0);
  await box.fill('Sent by Ben');
  await box.press('Enter');
  const other = await ana.hears('Sent by Ben');
  await expect.poll(() => ana.knows(other)).toMatchObject({ verified: { subject: 'ben' } });
  expect([await ana.messages(id), await ana.messages(other)]).toEqual([['Sent by Mia'], ['Sent by Ben']]);
});

test('I5 what the last person had not sent is not sent by the next', async ({ context }) => {
  const said = `<script>window.Deskbell = function () { (Deskbell.q = Deskbell.q || []).push(arguments) }; window.errors = [];
    Deskbell('on', 'error', (error) => errors.push(error.code))</script>`;
  const { page, open, say, box, sees } = await visit(context, said);
  await open();
  await identify(page, tokenOf('mia'));
  await say('Sent by Mia');
  await ana.hears('Sent by Mia');
  await context.setOffline(true);
  await say('Never sent by Mia');
  await sees('Never sent by Mia');
  await context.setOffline(false);
  await identify(page, tokenOf('ben'));
  await expect(page.getByText('Never sent by Mia')).toHaveCount(0);
  await open();
  await expect(box).toBeVisible();
  await say('Sent by Ben');
  const id = await ana.hears('Sent by Ben');
  expect(await ana.messages(id)).toEqual(['Sent by Ben']);
});
