import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../test/support/chromium.ts';
import { removeFolder } from '../test/support/remove-folder.ts';
import { bundleParts } from './kit/bundle.ts';
import { makeFolder } from './kit/folder.ts';
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

export const FULL_PAGE: PageSize = { rounds: 11, slowDown: 4 };
export const SMOKE_PAGE: PageSize = { rounds: 1, slowDown: 1 };

const LONG_TASK_MS = 50;
const QUIET_MS = 1_000;
const INTENT_MS_MAX = 20_000;
/** From coming upon the bell to pressing it; people take longer than that. */
const POINTING_MS = 200;
const VIEWPORT = { width: 1_280, height: 800 };
const PAGES = { without: '/demo/empty.html', with: '/demo/empty-with-tag.html' };
type Which = keyof typeof PAGES;
const WHICH = Object.keys(PAGES) as Which[];
/** `cold`: a press out of nothing, as a script of the page makes it. `pointer`: a person's, who points before. */
const WAYS = ['cold', 'pointer'] as const;
type Way = (typeof WAYS)[number];

interface Visit {
  longTasksMs: number[];
  layoutShift: number;
  mainThreadMs: number;
  requests: string[];
  bytes: number;
}

interface Intent {
  tookMs: number;
  /** Of the whole visit: opening the panel moves nothing of the page either. */
  layoutShift: number;
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
  await page.evaluate(settle, QUIET_MS);
  const watched = (await page.evaluate('watched')) as Pick<Visit, 'longTasksMs' | 'layoutShift'>;
  const { metrics } = await session.send('Performance.getMetrics');
  const mainThreadMs = (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1_000;
  await page.context().close();
  return { ...watched, mainThreadMs, requests, bytes };
}

/** From the press until the box has the focus. */
async function measureIntent(browser: Browser, origin: string, slowDown: number, way: Way): Promise<Intent> {
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
  await page.evaluate(settle, QUIET_MS);
  await launcher.evaluate(watchFocus, INTENT_MS_MAX);
  if (way === 'cold') {
    await launcher.evaluate((button) => (button as HTMLButtonElement).click());
  } else {
    await launcher.hover();
    await page.evaluate(settle, POINTING_MS);
    await page.mouse.down();
    await page.mouse.up();
  }
  const tookMs = (await page.evaluate('watched.focus')) as number;
  const watched = (await page.evaluate('watched')) as Pick<Visit, 'longTasksMs' | 'layoutShift'>;
  const scripts = [...files.values()].filter((file) => file.path.endsWith('.js'));
  await page.context().close();
  return {
    tookMs,
    layoutShift: watched.layoutShift,
    scriptBytes: scripts.reduce((sum, file) => sum + file.bytes, 0),
    scripts: scripts.length,
  };
}

function settle(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** In the page: the time from the press to the text box having the focus. */
function watchFocus(button: Element, limitMs: number): void {
  const root = button.getRootNode() as ShadowRoot;
  const focused = new Promise<number>((resolve, reject) => {
    const begin = () => {
      button.removeEventListener('pointerdown', begin);
      button.removeEventListener('click', begin, true);
      const startedAt = performance.now();
      const give = () => {
        if (root.activeElement?.tagName === 'TEXTAREA') resolve(performance.now() - startedAt);
      };
      // On its way down: the panel keeps its focus to itself (W5).
      root.addEventListener('focusin', give, true);
      setTimeout(() => reject(new Error('The message box never had the focus.')), limitMs);
    };
    button.addEventListener('pointerdown', begin);
    button.addEventListener('click', begin, true);
  });
  Object.assign((globalThis as unknown as { watched: object }).watched, { focus: focused });
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
    const intents: Record<Way, Intent[]> = { cold: [], pointer: [] };
    // What the browser and the relay do for the first time is not the tag's.
    for (const which of WHICH) await visit(browser, origin, which, size.slowDown);
    for (const way of WAYS) await measureIntent(browser, origin, size.slowDown, way);
    for (let round = 0; round < size.rounds; round++) {
      // Whoever comes second may find the machine warm: they take turns.
      for (const which of round % 2 === 0 ? WHICH : WHICH.toReversed()) {
        visits[which].push(await visit(browser, origin, which, size.slowDown));
      }
      for (const way of WAYS) intents[way].push(await measureIntent(browser, origin, size.slowDown, way));
    }
    tellPage(size, visits);
    tellIntent(intents);
    const [known, own] = [new Set(visits.without[0]?.requests), visits.with[0]?.requests ?? []];
    const added = own.filter((path) => !known.has(path) && path !== PAGES.with);
    printResult('page', { slowDown: size.slowDown, visits, intents, added });
  } finally {
    await browser.close();
    await relay.end();
    removeFolder(folder);
  }
}

/** What a visit showed, as columns: a name, how to read it, and how many digits say something. */
const COLUMNS: [name: string, read: (visit: Visit) => number, digits: number][] = [
  ['tasks > 50 ms', (one) => one.longTasksMs.filter((ms) => ms > LONG_TASK_MS).length, 0],
  ['longest ms', (one) => Math.max(0, ...one.longTasksMs), 0],
  ['main thread ms', (one) => one.mainThreadMs, 0],
  ['layout shift', (one) => one.layoutShift, 4],
  ['requests', (one) => one.requests.length, 0],
  ['KB', (one) => one.bytes / 1_000, 1],
];

function tellPage(size: PageSize, visits: Record<Which, Visit[]>): void {
  const rows = WHICH.map((which) => [
    `${which} the tag`,
    ...COLUMNS.map(([, read, digits]) => spread(visits[which].map(read), digits)),
  ]);
  // Round by round, and then the median: what disturbs a round disturbs both of its visits.
  const added = COLUMNS.map(([, read, digits]) => {
    const differences = visits.with.map((one, round) => read(one) - read(visits.without[round] ?? one));
    return spread(differences, digits);
  });
  rows.push(['added by the tag', ...added]);
  printTable(`The page, processor slowed ${size.slowDown}×`, ['', ...COLUMNS.map(([name]) => name)], rows);
}

function tellIntent(intents: Record<Way, Intent[]>): void {
  const names: Record<Way, string> = {
    cold: 'a press out of nothing, nothing fetched ahead',
    pointer: `a pointer that rests on the bell for ${POINTING_MS} ms, then a press`,
  };
  const rows = WAYS.map((way) => {
    const column = (read: (one: Intent) => number, digits: number) => spread(intents[way].map(read), digits);
    return [
      names[way],
      column((one) => one.tookMs, 0),
      column((one) => one.layoutShift, 4),
      column((one) => one.scripts, 0),
      column((one) => one.scriptBytes / 1_000, 1),
    ];
  });
  const head = ['from the press to the focused box', 'ms', 'layout shift', 'scripts', 'KB of scripts, with headers'];
  printTable('Intent', head, rows);
}
