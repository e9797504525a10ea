import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { chooseFiles } from '../support/choose-files.ts';
import { leaveAll } from '../support/leave-all.ts';
import { jpeg, png } from '../support/pictures.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** What docs/widget.md tells owners to copy, and what the command line prints for them, on a page of another origin. */

const PASSWORD = 'quiet-lantern-42';
let relay: RelayProcess;
let ana: AnsweringAgent;
let key: string;
/** The owner's own server: whatever page it is told to show. */
const shown = { body: '', policy: '' };
const server = createServer((_request, response) => {
  if (shown.policy) response.setHeader('Content-Security-Policy', shown.policy);
  response.setHeader('Content-Type', 'text/html');
  response.end(`<!doctype html><html lang="en"><title>Own</title><body>${shown.body}`);
});
let shop: RelayProcess;

test.beforeAll(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  shop = { ...relay, origin };
  key = JSON.parse((await relay.command(['site', 'add', '--name', 'Shop', '--origin', origin, '--json'])).out).key;
  // The relay looks for new sites once a second.
  const why = () => fetch(`${relay.origin}/api/v1/visitor/why?site=${key}`, { headers: { origin: origin } });
  await expect.poll(async () => (await why()).json()).toMatchObject({ ok: true });
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  server.close();
  await ana.leave();
  await relay.remove();
});

const show = (body: string, policy = '') => void Object.assign(shown, { body, policy });
const printed = async (what: string, ...more: string[]) =>
  JSON.parse((await relay.command(['site', what, key, '--json', ...more])).out);

test('W5 W18 Y6 the printed policy and the pinned tag, with Trusted Types; the chat in a window of its own too', async ({
  context,
}) => {
  const { csp } = await printed('csp');
  const { pinned } = await printed('tag');
  expect(pinned).toMatch(/integrity="sha384-[\w+/]{64}"/);
  show(pinned, `default-src 'none'; ${csp}; require-trusted-types-for 'script'; trusted-types 'none'`);
  const visit = await visitShop(context, shop, '/');
  await visit.open();
  await visit.say('From a strict shop');
  const id = await ana.hears('From a strict shop');
  const popup = context.waitForEvent('page');
  await visit.page.evaluate(() => window.Deskbell?.popOut());
  const out = await popup;
  const refused: string[] = [];
  out.on('console', (line) => refused.push(line.text()));
  await ana.reply(id, 'In both places');
  await expect(out.getByText('In both places')).toBeVisible();
  await visit.sees('In both places');
  const chat = await out.getByRole('region', { name: 'Chat' }).boundingBox();
  expect([chat?.x, chat?.y, chat?.height]).toEqual([0, 0, out.viewportSize()?.height]);
  expect([visit.problems, refused.filter((line) => /policy|trusted/i.test(line))]).toEqual([[], []]);
});

test('W33 Y6 pinned in a language: the browser finds the printed hash right, and the bell is named in it before intent', async ({
  context,
}) => {
  const { pinned } = await printed('tag', '--language', 'de-AT');
  show(pinned);
  const page = await context.newPage();
  await page.goto(shop.origin);
  const bell = page.getByRole('button', { name: 'Chat öffnen' });
  await expect(bell).toBeVisible();
  expect(await bell.evaluate((button) => (button.getRootNode() as ShadowRoot).host.getAttribute('lang'))).toBe('de');
});

/** Asks as somebody of the team: signed in with the password that employAgent gives. */
async function signIn(email: string) {
  const ask = (method: string, path: string, body?: object, Cookie = '') =>
    fetch(`${relay.origin}/api/v1/agent/${path}`, {
      method,
      headers: { Origin: relay.origin, 'Content-Type': 'application/json', 'X-Deskbell': '1', Cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
  const signedIn = await ask('POST', 'sign-in', { email, password: PASSWORD });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0];
  return async (method: string, path: string, body?: object) => {
    const response = await ask(method, path, body, cookie);
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()).value;
  };
}

test('W5 W31 F1 X1 a file, a face and a message that comes by itself under the printed policy, with Trusted Types', async ({
  context,
}) => {
  await relay.command(
    ['agent', 'add', '--email', 'olga@example.org', '--name', 'Olga', '--role', 'owner'],
    `${PASSWORD}\n`,
  );
  const owner = await signIn('olga@example.org');
  const rule = { key: 'hello', name: 'Hello', text: 'Is anything unclear?', when: { afterMs: 0 } };
  await owner('PUT', `sites/${key}/settings`, { proactive: { on: true, rules: [rule] } });
  const asAna = await signIn('ana@example.org');
  const { id: anaId } = await asAna('GET', 'me');
  const picture = Buffer.from(jpeg()).toString('base64');
  await asAna('PUT', `faces/${anaId}`, { title: 'Support', picture });

  const { csp } = await printed('csp');
  const { pinned, proactive } = await owner('GET', `sites/${key}/snippets`);
  // The relay reads what owners change once a second or so.
  await expect.poll(async () => (await fetch(`${relay.origin}/proactive/${key}.js`)).text()).toContain('unclear');
  show(`${pinned}${proactive}`, `default-src 'none'; ${csp}; require-trusted-types-for 'script'; trusted-types 'none'`);
  const visit = await visitShop(context, shop, '/', (page) =>
    page.addInitScript(() => {
      const refused: string[] = [];
      Object.assign(window, { refused });
      addEventListener('securitypolicyviolation', (event) =>
        refused.push(`${event.violatedDirective} ${event.blockedURI}`),
      );
    }),
  );
  const { page, dialog } = visit;
  await page
    .getByRole('region', { name: 'Message' })
    .getByRole('button', { name: /unclear/ })
    .click();
  await expect(dialog.getByText('Is anything unclear?')).toBeVisible();
  await visit.say('Which size is it?');
  const id = await ana.hears('Which size is it?');
  await ana.reply(id, 'Show me, please');
  // Her face is drawn, in the header and beside what she said.
  await expect(dialog.locator('canvas.photo.drawn')).toHaveCount(2);
  await expect(dialog.getByRole('heading', { name: 'Ana · Support' })).toBeVisible();
  const buffer = Buffer.from(png({ width: 400, height: 300 }));
  const attach = dialog.getByRole('button', { name: 'Attach a file' });
  await chooseFiles(page, attach, { name: 'boots.png', mimeType: 'image/png', buffer });
  await expect(dialog.getByRole('button', { name: 'Picture, boots.png' }).locator('canvas')).toHaveJSProperty(
    'width',
    240,
  );
  expect([visit.problems, await page.evaluate(() => Reflect.get(window, 'refused'))]).toEqual([[], []]);
});

test('W5 a policy with a nonce: what the tag fetches inherits it', async ({ context }) => {
  const tag = `<script async nonce="abc" src="${relay.origin}/deskbell.js" data-site="${key}"></script>`;
  const policy = `default-src 'none'; script-src 'nonce-abc'; connect-src ${relay.origin} ${relay.origin.replace('http', 'ws')}`;
  show(tag, policy);
  const visit = await visitShop(context, shop, '/');
  await visit.open();
  await visit.say('With a nonce');
  await ana.hears('With a nonce');
  expect(visit.problems).toEqual([]);
});

test('W3 consent as docs/widget.md shows it: nothing before, and only what it lists afterwards', async ({
  context,
}) => {
  const text = readFileSync(new URL('../../docs/widget.md', import.meta.url), 'utf8');
  const part = text.slice(text.indexOf('## Consent'), text.indexOf('## Who your visitors are'));
  const [, snippet = ''] = /```html\n([\s\S]*?)```/.exec(part) ?? [];
  const asked: string[] = [];
  show(snippet.replace('https://HOST', relay.origin).replace('SITE_KEY', key));
  const visit = await visitShop(context, shop, '/', async (tab) => {
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
  });
  await visit.page.waitForLoadState('networkidle');
  expect([asked, await visit.page.locator('deskbell-chat').count()]).toEqual([['/', '/deskbell.js'], 0]);
  await visit.page.getByRole('button', { name: 'Yes, show me the chat' }).click();
  await visit.open();
  await visit.say('I agreed');
  await ana.hears('I agreed');
  await visit.box.fill('half');
  const kept = await visit.page.evaluate(() => [
    Object.keys(localStorage),
    Object.keys(sessionStorage),
    document.cookie,
  ]);
  const listed = [...part.matchAll(/`(\w+)(?::…)?`/g)].map(([, name]) => name);
  for (const one of kept.flat()) {
    const [, name] = one.startsWith(`deskbell:${key}:`) ? one.split(':').slice(1) : [];
    if (one !== '') expect(listed).toContain(name);
  }
  expect(kept[0]).toContain(`deskbell:${key}:token`);
  await visit.page.evaluate(() => window.Deskbell?.logout());
  await expect
    .poll(() => visit.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]))
    .toEqual([]);
});
