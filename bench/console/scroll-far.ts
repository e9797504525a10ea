import type { Browser } from '@playwright/test';
import { printResult, printTable } from '../kit/print.ts';
import { cellsOf, openStory, TURNED_HEAD, turnFrames } from './turn-frames.ts';

/** A quick turn of the wheel: three rows a frame. */
const STEP_PX = 192;
const NAMES = 'globalThis.__name = (made) => made;';

/** The stories with 10,000 open conversations: of one nothing changes, of the other 20 lines a second move elsewhere. */
export async function scrollFar(
  browser: Browser,
  origin: string,
  { slowDown, scrollRows, scrollFrames }: { slowDown: number; scrollRows: number; scrollFrames: number },
): Promise<void> {
  const rows: string[][] = [];
  for (const rate of new Set([1, slowDown])) {
    for (const kind of ['idle', 'busy'] as const) {
      const state = `inbox-${scrollRows}${kind === 'busy' ? '-busy' : ''}`;
      const address = `${origin}/demo/states/console.html?state=${state}`;
      const story = await openStory(browser, address, { rate, ready: '.list a.row', script: NAMES });
      const turn = { box: '.list-scroll', item: '.list-item', frames: scrollFrames, stepPx: STEP_PX };
      const turned = await turnFrames(story, turn);
      printResult('console-scroll', { rate, kind, rows: scrollRows, frames: scrollFrames, ...turned });
      rows.push([`${rate}×`, kind === 'busy' ? '20 changes a second' : 'nothing changes', ...cellsOf(turned)]);
      await story.page.context().close();
    }
  }
  printTable(
    `${scrollRows} conversations, three rows a frame (a frame at 60 a second has 16.7 ms)`,
    ['slowed', 'meanwhile', ...TURNED_HEAD],
    rows,
  );
}
