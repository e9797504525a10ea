import type { Page } from '@playwright/test';

/** What people do all day. */
export const PRESSES = ['open', 'type', 'view', 'menu', 'send'] as const;
export type Press = (typeof PRESSES)[number];

export interface Seen {
  press: Press;
  ms: number;
}

/** The browser tells no press that was seen sooner than this; such a one counts as half of it. */
const SHORTEST_MS = 16;

/** From before the first script: each press with the time until what it changed was painted (Event Timing, as INP counts). */
export const WATCH_PRESSES = `
  globalThis.__name = (made) => made;
  globalThis.presses = { marks: [], entries: new Map() };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.interactionId) continue;
      const held = presses.entries.get(entry.interactionId);
      if (!held || held.ms < entry.duration) presses.entries.set(entry.interactionId, { at: entry.startTime, ms: entry.duration });
    }
  }).observe({ type: 'event', durationThreshold: ${SHORTEST_MS}, buffered: true });
`;

interface Watched {
  marks: { press: Press; at: number; count: number }[];
  entries: [number, { at: number; ms: number }][];
}

/** What comes now is of this kind; `count`: how many presses it will be. */
export async function mark(page: Page, press: Press, count: number): Promise<void> {
  await page.evaluate(`presses.marks.push({ press: '${press}', at: performance.now(), count: ${count} })`);
}

/** All presses since the page was opened: a press that was too quick to be told is one, too. */
export async function readPresses(page: Page): Promise<Seen[]> {
  const { marks, entries } = (await page.evaluate(
    '({ marks: presses.marks, entries: [...presses.entries] })',
  )) as Watched;
  return marks.flatMap(({ press, at, count }, index) => {
    const until = marks[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const told = entries.map(([, one]) => one).filter((one) => one.at >= at && one.at < until);
    const quick = Math.max(0, count - told.length);
    return [...told.map(({ ms }) => ms), ...new Array<number>(quick).fill(SHORTEST_MS / 2)].map((ms) => ({
      press,
      ms,
    }));
  });
}
