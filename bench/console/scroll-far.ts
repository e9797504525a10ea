import type { Browser } from '@playwright/test';
import { printResult, printTable } from '../kit/print.ts';
import { quantile } from '../kit/stats.ts';

const FRAMES = 120;
/** A quick turn of the wheel: three rows a frame. */
const STEP_PX = 192;
const FRAME_MS = 1_000 / 60;

interface Scrolled {
  frameMs: number[];
  drawnMax: number;
}

/** The story with 10,000 open conversations, turned through as fast as a wheel goes: what each frame costs the main thread. */
export async function scrollFar(
  browser: Browser,
  origin: string,
  { slowDown, scrollRows }: { slowDown: number; scrollRows: number },
): Promise<void> {
  const rows: string[][] = [];
  for (const rate of new Set([1, slowDown])) {
    const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.addInitScript({ content: 'globalThis.__name = (made) => made;' });
    await page.goto(`${origin}/demo/states/console.html?state=inbox-${scrollRows}`);
    await page.locator('.list a.row').first().waitFor();
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const before = await taskMs();
    const { frameMs, drawnMax } = await page.evaluate(turnThrough, { frames: FRAMES, step: STEP_PX });
    const workMs = ((await taskMs()) - before) / FRAMES;
    const late = frameMs.filter((ms) => ms > FRAME_MS * 1.5).length / frameMs.length;
    printResult('console-scroll', {
      rate,
      rows: scrollRows,
      workMs,
      p95FrameMs: quantile(frameMs, 0.95),
      late,
      drawnMax,
    });
    rows.push([
      ...[`${rate}×`, workMs.toFixed(1), quantile(frameMs, 0.5).toFixed(1), quantile(frameMs, 0.95).toFixed(1)],
      ...[`${(late * 100).toFixed(0)} %`, String(drawnMax)],
    ]);
    await context.close();

    async function taskMs(): Promise<number> {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
    }
  }
  printTable(
    `${scrollRows} conversations, three rows a frame (a frame at 60 a second has 16.7 ms)`,
    ['slowed', 'main thread, ms a frame', 'frame p50, ms', 'p95, ms', 'late', 'rows drawn at most'],
    rows,
  );
}

/** In the page. */
function turnThrough({ frames, step }: { frames: number; step: number }): Promise<Scrolled> {
  const list = document.querySelector('.list-scroll') as HTMLElement;
  const frameMs: number[] = [];
  let drawnMax = 0;
  return new Promise((resolve) => {
    let before = performance.now();
    const turn = (now: number) => {
      frameMs.push(now - before);
      before = now;
      drawnMax = Math.max(drawnMax, list.querySelectorAll('.list-item').length);
      list.scrollTop += step;
      if (frameMs.length < frames) requestAnimationFrame(turn);
      else resolve({ frameMs: frameMs.slice(1), drawnMax });
    };
    requestAnimationFrame(turn);
  });
}
