import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../test/support/chromium.ts';
import { bundleParts } from './kit/bundle.ts';
import { makeFolder, removeFolder } from './kit/folder.ts';
import { type Part, startPart } from './kit/pinned-process.ts';
import { printResult, printTable } from './kit/print.ts';
import type { Stage } from './kit/stage.ts';
import { spread } from './kit/stats.ts';

/**
 * What the tag costs the page that carries it: an empty page and the same with the tag, in turn, in the same
 * browser, with the processor slowed down four times.
 */

export interface PageSize {
  rounds: number;
  slowDown: number;
}

export const FULL_PAGE: PageSize = { rounds: 7, slowDown: 4 };
export const SMOKE_PAGE: PageSize = { rounds: 1, slowDown: 1 };

const LONG_TASK_MS = 50;
const QUIET_MS = 1_000;
const INTENT_MS_MAX = 20_000;
const VIEWPORT = { width: 1_280, height: 800 };
const PAGES = { without: '/demo/empty.html', with: '/demo/empty-with-tag.html' };
type Which = keyof typeof PAGES;
const WHICH = Object.keys(PAGES) as Which[];

interface Visit {
  longTasksMs: number[];
  layoutShift: number;
  mainThreadMs: number;
  requests: string[];
  bytes: number;
}

interface Intent {
  tookMs: number;
  /** With their headers, as the browser counts them. */
  scriptBytes: number;
  scripts: number;
}

/** Watches from before the first script of the page. `__name` is what the loader of this bench leaves in functions. */
const WATCH = `
  globalThis.__name = (made) => made;
  globalThis.watched = { longTasksMs: [], layoutShift: 0 };
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) watched.longTasksMs.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) watched.layoutShift += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

async function openPage(browser: Browser, slowDown: number): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.addInitScript({ content: WATCH });
  return { page, session };
}

async function visit(browser: Browser, origin: string, which: Which, slowDown: number): Promise<Visit> {
  const { page, session } = await openPage(browser, slowDown);
  const requests: string[] = [];
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => requests.push(new URL(request.url).pathname));
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(origin + PAGES[which], { waitUntil: 'load' });
  if (which === 'with') await page.getByRole('button', { name: 'Open chat' }).waitFor();
  // Long enough for anything that a script put off until the page is idle.
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), QUIET_MS);
  const watched = (await page.evaluate('watched')) as Pick<Visit, 'longTasksMs' | 'layoutShift'>;
  const { metrics } = await session.send('Performance.getMetrics');
  const mainThreadMs = (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1_000;
  await page.context().close();
  return { ...watched, mainThreadMs, requests, bytes };
}

/** From the press, without a hover before it, until the box has the focus: nothing was fetched ahead. */
async function measureIntent(browser: Browser, origin: string, slowDown: number): Promise<Intent> {
  const { page, session } = await openPage(browser, slowDown);
  const files = new Map<string, { path: string; bytes: number }>();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    files.set(requestId, { path: new URL(request.url).pathname, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await page.goto(origin + PAGES.with, { waitUntil: 'load' });
  const launcher = page.getByRole('button', { name: 'Open chat' });
  await launcher.waitFor();
  const tookMs = await launcher.evaluate(
    (button, limitMs) =>
      new Promise<number>((resolve, reject) => {
        const startedAt = performance.now();
        const root = button.getRootNode() as ShadowRoot;
        const look = () => {
          const tookMs = performance.now() - startedAt;
          if (root.activeElement?.tagName === 'TEXTAREA') resolve(tookMs);
          else if (tookMs > limitMs) reject(new Error('The message box never had the focus.'));
          else requestAnimationFrame(look);
        };
        (button as HTMLButtonElement).click();
        look();
      }),
    INTENT_MS_MAX,
  );
  const scripts = [...files.values()].filter((file) => file.path.endsWith('.js'));
  await page.context().close();
  return { tookMs, scriptBytes: scripts.reduce((sum, file) => sum + file.bytes, 0), scripts: scripts.length };
}

export async function benchPage(size: PageSize): Promise<void> {
  const fileOf = await bundleParts(['deskbell-relay']);
  const folder = makeFolder();
  const relay: Part = startPart(fileOf('deskbell-relay'), 0);
  const executablePath = await chromiumPath();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArguments });
  try {
    const { port } = await relay.ask<Stage>('start', { folder, stored: 0, visitors: 0, agents: 0 });
    const origin = `http://127.0.0.1:${port}`;
    const visits: Record<Which, Visit[]> = { without: [], with: [] };
    const intents: Intent[] = [];
    for (const which of WHICH) await visit(browser, origin, which, size.slowDown);
    for (let round = 0; round < size.rounds; round++) {
      for (const which of WHICH) visits[which].push(await visit(browser, origin, which, size.slowDown));
      intents.push(await measureIntent(browser, origin, size.slowDown));
    }
    tell(size, visits, intents);
  } finally {
    await browser.close();
    await relay.end();
    removeFolder(folder);
  }
}

function tell(size: PageSize, visits: Record<Which, Visit[]>, intents: Intent[]): void {
  const rows = WHICH.map((which) => {
    const all = visits[which];
    const long = all.map((one) => one.longTasksMs.filter((ms) => ms > LONG_TASK_MS).length);
    return [
      `${which} the tag`,
      spread(long, 0),
      spread(
        all.map((one) => Math.max(0, ...one.longTasksMs)),
        0,
      ),
      spread(
        all.map((one) => one.mainThreadMs),
        0,
      ),
      spread(
        all.map((one) => one.layoutShift),
        4,
      ),
      spread(
        all.map((one) => one.requests.length),
        0,
      ),
      spread(
        all.map((one) => one.bytes / 1_000),
        1,
      ),
    ];
  });
  const head = ['', 'tasks > 50 ms', 'longest ms', 'main thread ms', 'layout shift', 'requests', 'KB'];
  printTable(`The page, processor slowed ${size.slowDown}×`, head, rows);
  const intentRow = [
    'press to focused message box, nothing fetched ahead',
    spread(
      intents.map((one) => one.tookMs),
      0,
    ),
    spread(
      intents.map((one) => one.scripts),
      0,
    ),
    spread(
      intents.map((one) => one.scriptBytes / 1_000),
      1,
    ),
  ];
  printTable('Intent', ['', 'ms', 'scripts', 'KB of scripts, with headers'], [intentRow]);
  const [known, own] = [new Set(visits.without[0]?.requests), visits.with[0]?.requests ?? []];
  const added = own.filter((path) => !known.has(path) && path !== PAGES.with);
  printResult('page', { slowDown: size.slowDown, visits, intents, added });
}
