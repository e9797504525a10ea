import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** The chat speaks the page's language, fetched alone, and another when it is told to (W22). */

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

const TAG = '<script async src="/deskbell.js" data-site="demo" data-text-greeting="Moin"></script>';
const page = (lang: string) => `<!doctype html><html lang="${lang}"><title>Own</title><body>${TAG}`;

test('W22 a German page: German alone is fetched; then Arabic without losing text, focus or place', async ({
  page: tab,
}) => {
  const files: string[] = [];
  tab.on('request', (request) => files.push(/\/w\/([a-z-]+)-[^/]+\.js/.exec(request.url())?.[1] ?? ''));
  await tab.route('**/demo/own.html', (route) => route.fulfill({ contentType: 'text/html', body: page('de-CH') }));
  await tab.goto(`${relay.origin}/demo/own.html`);
  // W33: until the panel is there the bell has the browser’s words, and is marked with their language, whatever the page says.
  await expect(tab.getByRole('button', { name: 'Open chat' })).toBeVisible();
  await expect(tab.locator('deskbell-chat')).toHaveAttribute('lang', 'en');
  await tab.locator('.launcher').click();
  const panel = tab.getByRole('dialog', { name: 'Chat' });
  await expect(panel).toHaveAttribute('lang', 'de');
  await expect(tab.getByRole('button', { name: 'Chat schließen' })).toHaveAttribute('lang', 'de');
  await expect(panel.getByText('Moin')).toBeVisible();
  const box = tab.getByRole('textbox', { name: 'Nachricht' });
  await expect(box).toBeFocused();
  await box.fill('Guten Tag');
  await tab.keyboard.press('Enter');
  const id = await ana.hears('Guten Tag');
  await ana.reply(id, 'Hallo aus der Werkstatt');
  await expect(tab.getByText('Ana ist jetzt dabei')).toBeVisible();
  expect(files.filter((name) => /^[a-z]{2}$/.test(name))).toEqual(['de']);
  await tab.getByRole('button', { name: 'Emoji' }).click();
  const search = tab.getByRole('searchbox', { name: 'Emoji suchen' });
  await search.fill('lieferung');
  // The files' styles have come: they take the width of the text box, not of this one.
  await expect(tab.getByRole('button', { name: 'Datei anhängen' })).toBeVisible();
  expect((await search.boundingBox())?.width).toBeGreaterThan(300);
  await expect(tab.getByRole('button', { name: 'Paket', exact: true })).toHaveText('📦');
  expect(files.filter((name) => name.startsWith('emoji-'))).toEqual(['emoji-de']);
  await tab.keyboard.press('Escape');
  await expect(box).toBeFocused();

  await box.fill('unfertig');
  const before = await panel.boundingBox();
  await tab.evaluate(() => window.Deskbell?.setLocale('ar'));
  const arabic = tab.getByRole('dialog', { name: 'الدردشة' });
  await expect(arabic).toHaveAttribute('dir', 'rtl');
  const arabicBox = tab.getByRole('textbox', { name: 'الرسالة' });
  await expect(arabicBox).toBeFocused();
  await expect(arabicBox).toHaveValue('unfertig');
  await expect.poll(() => arabic.boundingBox()).toEqual(before);
  const close = await tab.getByRole('button', { name: 'إغلاق', exact: true }).boundingBox();
  expect(close?.x).toBeLessThan((before?.x ?? 0) + 60);
  // Her name is written in the other direction than the panel, and stands beside her face all the same.
  const name = await arabic.getByRole('heading', { name: 'Ana' }).boundingBox();
  expect(name?.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0) - 150);
  await tab.evaluate(() => window.Deskbell?.setLocale('en'));
  await expect(tab.getByRole('dialog', { name: 'Chat' })).toHaveAttribute('lang', 'en');
  await expect(tab.getByText('Ana joined')).toBeVisible();
});

test('W33 the bell speaks the browser’s language before anything is fetched, and says so when the panel does not come', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'uk-UA' });
  const tab = await context.newPage();
  const asked: string[] = [];
  tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await tab.route('**/demo/own.html', (route) => route.fulfill({ contentType: 'text/html', body: page('') }));
  await tab.route('**/w/**', (route) => route.abort());
  await tab.goto(`${relay.origin}/demo/own.html`);
  const bell = tab.getByRole('button', { name: 'Відкрити чат' });
  await expect(bell).toBeVisible();
  expect(await bell.boundingBox()).toMatchObject({ width: 56, height: 56 });
  expect(asked.filter((path) => !/favicon/.test(path))).toEqual(['/demo/own.html', '/deskbell.js']);
  await bell.click();
  await expect(tab.getByRole('alert')).toHaveText('Відкрити чат не вдалося. Спробуйте знову.');
  await expect(tab.locator('deskbell-chat')).toHaveAttribute('lang', 'uk');
  await context.close();
  // Where the page’s language and the browser’s differ, the address of the script can say which it is.
  const said = page('de').replace('/deskbell.js', '/deskbell.js?locale=de');
  const other = await browser.newPage({ locale: 'uk-UA' });
  await other.route('**/demo/own.html', (route) => route.fulfill({ contentType: 'text/html', body: said }));
  await other.goto(`${relay.origin}/demo/own.html`);
  await expect(other.getByRole('button', { name: 'Chat öffnen' })).toBeVisible();
  await expect(other.locator('deskbell-chat')).toHaveAttribute('lang', 'de');
  await other.close();
  // The promise of weight holds in every language, as it is served.
  for (const code of ['', ...'ar de es fr he hi it ja nl pl pt ru tr uk zh'.split(' ')]) {
    const headers = { 'Accept-Language': code || 'en', 'Accept-Encoding': 'br' };
    const response = await fetch(`${relay.origin}/deskbell.js`, { headers });
    expect([code, Number(response.headers.get('content-length'))]).toEqual([code, expect.any(Number)]);
    expect(Number(response.headers.get('content-length')), code).toBeLessThanOrEqual(2_500);
    expect(await response.text()).toContain(code ? `lang=\`${code}\`` : 'Open chat');
  }
});

test('W22 a language that cannot be had: English, and it is asked for again with a connection', async ({
  page: tab,
}) => {
  let refused = 0;
  await tab.route(/\/w\/fr-/, (route) => {
    refused += 1;
    return refused === 1 ? route.abort() : route.continue();
  });
  await tab.route('**/demo/own.html', (route) => route.fulfill({ contentType: 'text/html', body: page('fr') }));
  await tab.goto(`${relay.origin}/demo/own.html`);
  await tab.locator('.launcher').click();
  await expect(tab.getByRole('textbox', { name: 'Message' })).toBeFocused();
  await expect(tab.getByRole('button', { name: 'Envoyer' })).toBeVisible();
  expect(refused).toBe(2);
});
