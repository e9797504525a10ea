import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../test/support/chromium.ts';
import { removeFolder } from '../test/support/remove-folder.ts';
import { readLong } from './console/read-long.ts';
import { scrollFar } from './console/scroll-far.ts';
import { PRESSES, readPresses, type Seen, WATCH_PRESSES } from './console/watch-presses.ts';
import { workOnce } from './console/work-at-desk.ts';
import { bundleParts } from './kit/bundle.ts';
import { makeFolder } from './kit/folder.ts';
import { type Part, startPart } from './kit/pinned-process.ts';
import { printResult, printTable } from './kit/print.ts';
import type { LoadOrder, LoadResult, Stage } from './kit/stage.ts';
import { quantile } from './kit/stats.ts';

export interface ConsoleSize {
  slowDown: number;
  conversations: number;
  perSecond: number;
  /** Turns of an agent's work in each round, quiet and busy in turn. */
  turns: number;
  rounds: number;
  memory: { hours: number; messagesAnHour: number; perSecond: number };
  scrollRows: number;
  scrollFrames: number;
}

/** Eight hours of 20 messages a second, as fast as they can be told. */
export const FULL_CONSOLE: ConsoleSize = {
  ...{ slowDown: 4, conversations: 200, perSecond: 20, turns: 8, rounds: 5, scrollRows: 10_000, scrollFrames: 240 },
  memory: { hours: 8, messagesAnHour: 72_000, perSecond: 2_000 },
};
export const SMOKE_CONSOLE: ConsoleSize = {
  ...{ slowDown: 1, conversations: 12, perSecond: 20, turns: 1, rounds: 1, scrollRows: 10_000, scrollFrames: 30 },
  memory: { hours: 1, messagesAnHour: 20, perSecond: 20 },
};

const VIEWPORT = { width: 1_440, height: 900 };
const AGENTS = 5;
const SETTLED_MS = 1_000;
/** Of an hour's worth of messages. */
const PIECES = 12;

/**
 * The console of one of five agents who share the open conversations, over a real relay: how long a press takes to be
 * seen while messages come in and while none do; what a day of them leaves in memory; how a long list and a long thread scroll.
 */
export async function benchConsole(size: ConsoleSize): Promise<void> {
  const fileOf = await bundleParts(['deskbell-relay', 'load']);
  const folder = makeFolder();
  const [relay, load] = [startPart(fileOf('deskbell-relay'), 0), startPart(fileOf('load'), 0)];
  const executablePath = await chromiumPath();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArguments });
  try {
    const stage = await relay.ask<Stage>('start', { folder, stored: 0, visitors: size.conversations, agents: AGENTS });
    await load.ask('start', stage);
    const { page, session, context } = await openDesk(browser, stage, size.slowDown);
    await page.locator('.list a.row').first().waitFor();
    const seen = await measurePresses(page, load, size);
    tellPresses(size, seen);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await measureMemory(page, session, load, size);
    await context.close();
    await scrollFar(browser, `http://127.0.0.1:${stage.port}`, size);
    await readLong(browser, `http://127.0.0.1:${stage.port}`, size);
  } finally {
    await browser.close();
    await load.end();
    await relay.end();
    removeFolder(folder);
  }
}

async function openDesk(
  browser: Browser,
  stage: Stage,
  slowDown: number,
): Promise<{ page: Page; session: CDPSession; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  const origin = `http://127.0.0.1:${stage.port}`;
  const [name = '', value = ''] = (stage.agentHeaders[0]?.cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.addInitScript({ content: WATCH_PRESSES });
  await page.goto(`${origin}/console/inbox`);
  return { page, session, context };
}

async function measurePresses(page: Page, load: Part, size: ConsoleSize): Promise<Record<'quiet' | 'busy', Seen[]>> {
  const seen: Record<'quiet' | 'busy', Seen[]> = { quiet: [], busy: [] };
  let turn = 0;
  // The first turn fetches and compiles what no later one has to.
  await workOnce(page, turn++);
  let told = (await readPresses(page)).length;
  for (let round = 0; round < size.rounds; round += 1) {
    for (const kind of round % 2 === 0 ? (['quiet', 'busy'] as const) : (['busy', 'quiet'] as const)) {
      const traffic = kind === 'busy' ? keepTalking(load, size.perSecond) : null;
      for (let n = 0; n < size.turns; n += 1) await workOnce(page, turn++);
      await traffic?.stop();
      await page.waitForTimeout(SETTLED_MS);
      const all = await readPresses(page);
      seen[kind].push(...all.slice(told));
      told = all.length;
    }
  }
  return seen;
}

/** Messages at this pace until it is stopped. */
function keepTalking(load: Part, perSecond: number): { stop(): Promise<void> } {
  let wanted = true;
  const talking = (async () => {
    const order: LoadOrder = { kind: 'paced', perSecond, ms: 1_000 };
    while (wanted) await load.ask<LoadResult>('run', order);
  })();
  return {
    async stop() {
      wanted = false;
      await talking;
    },
  };
}

function tellPresses(size: ConsoleSize, seen: Record<'quiet' | 'busy', Seen[]>): void {
  const rows = (['quiet', 'busy'] as const).map((kind) => {
    const of = (press?: string) =>
      seen[kind].filter((one) => press === undefined || one.press === press).map(({ ms }) => ms);
    const all = of();
    const p75 = quantile(all, 0.75);
    printResult('console-presses', { kind, ...size, memory: undefined, n: all.length, p75, p98: quantile(all, 0.98) });
    const each = PRESSES.map((press) => quantile(of(press), 0.75).toFixed(0));
    return [
      kind === 'quiet' ? 'nobody writes' : `${size.perSecond} a second`,
      String(all.length),
      p75.toFixed(0),
      quantile(all, 0.98).toFixed(0),
      ...each,
    ];
  });
  const title = `Interaction to next paint, ms, processor slowed ${size.slowDown}×, ${size.conversations} open conversations`;
  printTable(title, ['messages', 'presses', 'p75', 'p98', ...PRESSES.map((press) => `${press}, p75`)], rows);
}

/** After each hour's worth: what is left when all that can be collected is collected. */
async function measureMemory(page: Page, session: CDPSession, load: Part, size: ConsoleSize): Promise<void> {
  const { hours, messagesAnHour, perSecond } = size.memory;
  const heapMb: number[] = [];
  for (let hour = 0; hour <= hours; hour += 1) {
    if (hour > 0) {
      await page.locator('nav a[href$="/console/inbox"]').first().click();
      // In pieces: on a busy machine an hour's worth takes longer than one answer may.
      const order: LoadOrder = {
        kind: 'paced',
        perSecond,
        ms: Math.ceil((messagesAnHour / perSecond / PIECES) * 1_000),
      };
      for (let piece = 0; piece < PIECES; piece += 1) await load.ask<LoadResult>('run', order);
      for (let turn = 0; turn < 3; turn += 1) await workOnce(page, turn);
    }
    // No conversation is open then: how long the one on the screen is, is no leak.
    await page.locator('nav a[href$="/followups"]').first().click();
    await page.getByRole('textbox', { name: 'Reply' }).waitFor({ state: 'detached' });
    await page.waitForTimeout(SETTLED_MS);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    heapMb.push(usedSize / 2 ** 20);
    printResult('console-memory-hour', { hour, heapMb: usedSize / 2 ** 20 });
  }
  printResult('console-memory', { ...size.memory, heapMb });
  const title = `Heap of the console after each of ${hours} hours' worth of ${messagesAnHour} messages, MB`;
  printTable(
    title,
    heapMb.map((_, hour) => String(hour)),
    [heapMb.map((mb) => mb.toFixed(1))],
  );
}
