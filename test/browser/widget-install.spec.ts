import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** What docs/widget.md tells owners to copy, and what the command line prints for them, on a page of another origin. */

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
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  server.close();
  await ana.leave();
  await relay.remove();
});

const show = (body: string, policy = '') => void Object.assign(shown, { body, policy });
const printed = async (what: string) => JSON.parse((await relay.command(['site', what, key, '--json'])).out);

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
