import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../test/support/chromium.ts';

/**
 * Every state of the widget as a picture, and one sheet for each size and look, for a person to look through:
 * `npx vite build && npx tsx demo/states/photograph.ts [state …]`, then open test-results/states.
 */

const top = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(top, 'test-results/states');
const SIZES = [
  [360, 640],
  [768, 1024],
  [1440, 900],
] as const;
const LOOKS = { light: 'lang=en', dark: 'lang=de&theme=dark', rtl: 'lang=ar' };
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
/** Of a picture on a sheet, px. */
const THUMB_WIDTH = 300;

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname));
  const file = join(top, 'dist/public', path);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
});
server.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const executablePath = await chromiumPath();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArguments });

mkdirSync(folder, { recursive: true });
const asked = process.argv.slice(2);
for (const [width, height] of SIZES)
  for (const [look, query] of Object.entries(LOOKS)) await photograph(browser, width, height, look, query);
await browser.close();
server.close();
console.log(`The sheets are in ${folder}.`);

async function photograph(from: Browser, width: number, height: number, look: string, query: string): Promise<void> {
  const context = await from.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const address = (only: string) => `${origin}/demo/states/widget.html?${query}&only=${only}`;
  await page.goto(address('none'));
  await page.waitForSelector('body[data-drawn]', { state: 'attached' });
  const names = await page.evaluate(() => document.body.dataset.states?.split(' ') ?? []);
  const pictures: [string, string][] = [];
  for (const name of asked.length > 0 ? asked : names) {
    await page.goto(address(name));
    await page.waitForSelector('body[data-drawn]', { state: 'attached' });
    const file = join(folder, `${width}-${look}-${name}.png`);
    pictures.push([name, (await page.screenshot({ path: file })).toString('base64')]);
  }
  await context.close();
  await sheet(from, `${width}x${height} ${look}`, join(folder, `sheet-${width}-${look}.png`), pictures);
}

async function sheet(from: Browser, title: string, path: string, pictures: [string, string][]): Promise<void> {
  const page = await from.newPage({ viewport: { width: 1880, height: 800 } });
  const figures = pictures.map(
    ([name, picture]) =>
      `<figure><img src="data:image/png;base64,${picture}" width="${THUMB_WIDTH}"><figcaption>${name}</figcaption></figure>`,
  );
  await page.setContent(
    `<style>body{font:14px system-ui;background:#ccd}figure{display:inline-block;margin:4px;vertical-align:top}</style><h1>${title}</h1>${figures.join('')}`,
  );
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
