import type { Browser, CDPSession, Page } from '@playwright/test';
import { quantile } from '../kit/stats.ts';

const FRAME_MS = 1_000 / 60;

export interface Turned {
  /** Of the main thread, for each frame. */
  workMs: number;
  p50: number;
  p95: number;
  /** Shares of the frames that came after more than one and a half, and more than two and a half, of what a frame has. */
  late: number;
  skipped: number;
  drawnMax: number;
}

interface Turn {
  box: string;
  item: string;
  frames: number;
  /** Against zero: upwards. */
  stepPx: number;
}

/** One story page, with its processor slowed. */
export async function openStory(
  browser: Browser,
  address: string,
  { rate, ready, script }: { rate: number; ready: string; script: string },
): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.addInitScript({ content: script });
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return { page, session };
}

/** As fast as a wheel goes: what each frame costs, and which of them came late. */
export async function turnFrames({ page, session }: { page: Page; session: CDPSession }, turn: Turn): Promise<Turned> {
  const before = await taskMs(session);
  const { frameMs, drawnMax } = await page.evaluate(turnThrough, turn);
  const share = (times: number) => frameMs.filter((ms) => ms > FRAME_MS * times).length / frameMs.length;
  return {
    workMs: ((await taskMs(session)) - before) / turn.frames,
    ...{ p50: quantile(frameMs, 0.5), p95: quantile(frameMs, 0.95) },
    ...{ late: share(1.5), skipped: share(2.5), drawnMax },
  };
}

export function cellsOf({ workMs, p50, p95, late, skipped, drawnMax }: Turned): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  return [workMs.toFixed(1), p50.toFixed(1), p95.toFixed(1), percent(late), percent(skipped), String(drawnMax)];
}

export const TURNED_HEAD = [
  'main thread, ms a frame',
  'frame p50, ms',
  'p95, ms',
  'over 25 ms',
  'over 42 ms',
  'drawn at most',
];

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** In the page. */
function turnThrough({ box, item, frames, stepPx }: Turn): Promise<{ frameMs: number[]; drawnMax: number }> {
  const list = document.querySelector(box) as HTMLElement;
  const frameMs: number[] = [];
  let drawnMax = 0;
  return new Promise((resolve) => {
    let before = performance.now();
    const turn = (now: number) => {
      frameMs.push(now - before);
      before = now;
      drawnMax = Math.max(drawnMax, list.querySelectorAll(item).length);
      list.scrollTop += stepPx;
      if (frameMs.length < frames) requestAnimationFrame(turn);
      else resolve({ frameMs: frameMs.slice(1), drawnMax });
    };
    requestAnimationFrame(turn);
  });
}
