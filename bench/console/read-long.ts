import type { Browser } from '@playwright/test';
import { printResult, printTable } from '../kit/print.ts';
import { quantile } from '../kit/stats.ts';
import { cellsOf, openStory, TURNED_HEAD, turnFrames } from './turn-frames.ts';
import { mark, readPresses, WATCH_PRESSES } from './watch-presses.ts';

const TYPED = 'a few words more';
const KEY_MS = 60;
/** A quick turn of the wheel. */
const STEP_PX = 400;

/** The story with a thread of 5,000 messages: from a key to its letter, and reading upwards from the end, page by page. */
export async function readLong(
  browser: Browser,
  origin: string,
  { slowDown, scrollFrames }: { slowDown: number; scrollFrames: number },
): Promise<void> {
  const rows: string[][] = [];
  for (const rate of new Set([1, slowDown])) {
    const address = `${origin}/demo/states/console.html?state=thread-long`;
    const story = await openStory(browser, address, { rate, ready: '.log .message', script: WATCH_PRESSES });
    const { page } = story;
    const box = page.getByRole('textbox', { name: 'Reply' });
    await box.click();
    await mark(page, 'type', TYPED.length);
    await box.pressSequentially(TYPED, { delay: KEY_MS });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const typed = (await readPresses(page)).filter(({ press }) => press === 'type').map(({ ms }) => ms);
    const turned = await turnFrames(story, { box: '.log', item: '.message', frames: scrollFrames, stepPx: -STEP_PX });
    const [p75, p98] = [quantile(typed, 0.75), quantile(typed, 0.98)];
    printResult('console-thread', { rate, typeP75: p75, typeP98: p98, frames: scrollFrames, ...turned });
    rows.push([`${rate}×`, p75.toFixed(0), p98.toFixed(0), ...cellsOf(turned)]);
    await page.context().close();
  }
  printTable(
    'A thread of 5,000 messages: typing (key to paint, ms), and reading upwards by 400 px a frame',
    ['slowed', 'key p75', 'p98', ...TURNED_HEAD],
    rows,
  );
}
