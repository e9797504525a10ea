import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { keepStill } from '../support/ask-browser.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/**
 * 1.4.10, 2.1.1, 2.1.2, 2.4.7, 2.4.11, 2.5.8: every control of every story page (demo/states) takes the focus, with a ring and in sight, and lets Tab go on; at 320 px nothing
 * scrolls sideways and what is pressed is large enough. One page shows many stories, and several pages share them.
 */

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => leaveAll(browser));
test.afterAll(() => relay.remove());
// A picture of the page after each of some hundred steps costs more than the steps.
test.use({ trace: 'off' });

/** Of several windows of Firefox one has the focus, and only there it is drawn. */
const PAGES = { chromium: 4, firefox: 1, webkit: 1 };

test('KB8 every control of every view takes the focus in sight and lets it go; Escape gives it back; 320 px are enough; in the settings no two are called the same', async ({
  browser,
  browserName,
}) => {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 720 }, reducedMotion: 'reduce' });
  // Another document, which the service worker answers with; it has one link.
  const names = (await namesOf(context)).filter((name) => name !== 'offline-page');
  expect(names.length).toBeGreaterThan(130);
  const faults: string[] = [];
  const waiting = [...names];
  await Promise.all(
    Array.from({ length: PAGES[browserName] }, async () => {
      const page = await context.newPage();
      await keepStill(page);
      for (const part of [defineShow, defineControls, defineAlike, defineJudge, defineSizes])
        await page.addInitScript(part);
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${relay.origin}/demo/states/console.html`);
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        for (const fault of await walk(page, name)) faults.push(`${name}: ${fault}`);
      }
    }),
  );
  expect(faults.sort()).toEqual([]);
});

async function namesOf(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(`${relay.origin}/demo/states/console.html`);
  await page.getByRole('link', { name: 'inbox-busy', exact: true }).waitFor();
  const names = await page.evaluate(() => [...document.querySelectorAll('main a')].map((one) => one.textContent ?? ''));
  await page.close();
  return names;
}

async function walk(page: Page, name: string): Promise<string[]> {
  const faults = await page.evaluate((story) => window.walk.through(story), name);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const fault of await page.evaluate(() => window.walk.narrow())) faults.push(`at 320 px, ${fault}`);
  await page.setViewportSize({ width: 1_280, height: 720 });
  if (await page.evaluate(() => document.querySelector('dialog[open]') !== null)) {
    await page.keyboard.press('Escape');
    faults.push(...(await page.evaluate(() => window.walk.closed())));
  }
  return faults;
}

declare global {
  interface Window {
    walk: {
      frames(count: number): Promise<void>;
      show(story: string): Promise<boolean>;
      name(one: Element): string;
      /** What is drawn of it: a hidden radio or box is drawn by its label. */
      drawn(one: Element): Element;
      controls(): HTMLElement[];
      through(story: string): Promise<string[]>;
      narrow(): Promise<string[]>;
      closed(): Promise<string[]>;
      alike(): string[];
    };
  }
}

/** Runs in the page, before anything else of it: a story, once it stands still. */
function defineShow(): void {
  const frames = async (count: number) => {
    for (let left = count; left > 0; left -= 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  /** Some frames in a row that change nothing: parts are fetched, what comes late is drawn. */
  const still = async () => {
    let calm = 0;
    const observer = new MutationObserver(() => {
      calm = 0;
    });
    observer.observe(document.body, { childList: true, subtree: true });
    for (; calm < 6; calm += 1) await frames(1);
    observer.disconnect();
  };
  const show = async (story: string) => {
    location.hash = story;
    const until = performance.now() + 20_000;
    while (document.body.dataset.drawn !== story && performance.now() < until) await frames(1);
    await still();
    return document.body.dataset.drawn === story;
  };
  const closed = async () => {
    // A part that is fetched first may stand between the dialog and what it was opened from.
    const isBack = () => !document.querySelector('dialog[open]') && document.activeElement !== document.body;
    for (let left = 60; left > 0 && !isBack(); left -= 1) await frames(1);
    if (document.querySelector('dialog[open]')) return ['Escape leaves the dialog open'];
    return document.activeElement === document.body ? ['the focus is lost after Escape'] : [];
  };
  window.walk = { frames, show, closed } as Window['walk'];
}

/** Runs in the page: what Tab stops at. */
function defineControls(): void {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const { walk } = window;
  walk.name = (one) => {
    const words =
      one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent;
    return `${one.tagName.toLowerCase()} ${one.className} “${(words ?? '').trim().slice(0, 40)}”`;
  };
  walk.drawn = (one) => (one.matches('.visually-hidden') ? (one.closest('label') ?? one) : one);
  walk.controls = () => {
    const within = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    return [...within.querySelectorAll<HTMLElement>(CONTROLS)].filter((one) => {
      if (one.tabIndex < 0 || one.matches(':disabled, [type=hidden]') || one.closest('[inert]')) return false;
      return one.checkVisibility({ visibilityProperty: true });
    });
  };
}

/** Runs in the page: two controls that are called the same and do not do the same. What a named group or a row of a table says before them tells them apart. */
function defineAlike(): void {
  const { walk } = window;
  const GROUPS = 'fieldset, form[aria-label], [role=group], [role=radiogroup], tr, nav';
  const textOf = (ids: string) =>
    ids
      .split(' ')
      .map((id) => document.getElementById(id)?.getAttribute('aria-label') ?? document.getElementById(id)?.textContent);
  const called = (one: HTMLElement): string => {
    const labelled = one.getAttribute('aria-labelledby');
    if (labelled) return textOf(labelled).join(' ');
    const own = (one as HTMLInputElement).labels?.[0]?.textContent || one.textContent || one.title;
    return (one.getAttribute('aria-label') ?? own ?? '').trim();
  };
  const groupOf = (one: HTMLElement): string => {
    const group = one.parentElement?.closest<HTMLElement>(GROUPS);
    if (!group) return '';
    const [head] = group.querySelectorAll('legend, th');
    const labelled = group.getAttribute('aria-labelledby');
    const own = group.getAttribute('aria-label') ?? (labelled ? textOf(labelled).join(' ') : head?.textContent);
    return `${groupOf(group)} ${own ?? ''}`;
  };
  walk.alike = () => {
    const known = new Map<string, HTMLElement>();
    const here = walk.controls().filter((one) => one.closest('main, dialog'));
    return here.flatMap((one) => {
      const key = [one.role ?? one.tagName, one.getAttribute('type'), called(one), groupOf(one)].join('|');
      const before = known.get(key);
      known.set(key, one);
      const isSame = !before || (one.matches('a') && one.getAttribute('href') === before.getAttribute('href'));
      return isSame ? [] : [`${walk.name(one)} is called as another one`];
    });
  };
}

/** Runs in the page: what is wrong with a control that has the focus. */
function defineJudge(): void {
  const { walk } = window;
  const hasRing = (one: Element | null | undefined) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  };
  const isCovered = (one: Element) => {
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    if (width < 2 || height < 2) return true;
    const isThere = (x: number, y: number) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (one.contains(there) || there.contains(one));
    };
    const xs = [left + width / 2, left + 3, right - 3];
    return !xs.some((x) => [top + height / 2, top + 3, bottom - 3].some((y) => isThere(x, y)));
  };
  /** Tab that is not taken goes on by itself; who takes it must have moved the focus. */
  const keeps = (one: HTMLElement) => {
    const event = new KeyboardEvent('keydown', { key: 'Tab', code: 'Tab', bubbles: true, cancelable: true });
    one.dispatchEvent(event);
    return event.defaultPrevented && document.activeElement === one;
  };
  const judge = async (one: HTMLElement): Promise<string[]> => {
    one.focus();
    if (document.activeElement !== one) return one.isConnected ? ['takes no focus'] : [];
    const shown = walk.drawn(one);
    // What lies over the page closes when the focus leaves it; a long thread that is still being measured moves.
    for (let tries = 0; tries < 5 && isCovered(shown); tries += 1) {
      await walk.frames(2);
      one.blur();
      one.focus();
    }
    return [
      ...(one.tabIndex > 0 ? ['is out of order'] : []),
      ...(isCovered(shown) ? ['has the focus out of sight'] : []),
      ...([one, shown, one.parentElement, one.nextElementSibling].some(hasRing) ? [] : ['has no ring']),
      ...(keeps(one) ? ['keeps the focus'] : []),
    ];
  };
  walk.through = async (story) => {
    if (!(await walk.show(story))) return ['is never drawn'];
    const faults = new Set<string>();
    for (const one of walk.controls()) {
      if (!one.isConnected || !one.checkVisibility()) continue;
      for (const fault of await judge(one)) faults.add(`${walk.name(one)} ${fault}`);
    }
    // Last: by now what comes late is drawn as well.
    if (story.startsWith('settings')) for (const fault of walk.alike()) faults.add(fault);
    return [...faults];
  };
}

/** Runs in the page, when it is narrow: what scrolls sideways, and what is too small to be pressed beside others. */
function defineSizes(): void {
  const { walk } = window;
  const LARGE = 24;
  const boxOf = (one: HTMLElement) => {
    const label = one.matches('[type=checkbox], [type=radio]') ? one.closest('label') : null;
    return (label ?? walk.drawn(one)).getBoundingClientRect();
  };
  /** A link in a sentence, and what stands alone within a circle, is large enough. */
  const isSmall = (one: HTMLElement, box: DOMRect, others: readonly DOMRect[]) => {
    if (box.width === 0 || (box.width > LARGE - 0.5 && box.height > LARGE - 0.5)) return false;
    if (one.matches('a, .link-button') && getComputedStyle(one).display === 'inline') return false;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return others.some((other) => {
      if (other.left === box.left && other.top === box.top) return false;
      const away = [Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)];
      return Math.hypot(...away) < LARGE / 2;
    });
  };
  walk.narrow = async () => {
    await walk.frames(2);
    const wide = [...document.querySelectorAll('html, body, main, dialog[open], .bars, .thread-head, .sheet, form')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => `${one.tagName} ${one.className} is ${one.scrollWidth} px wide`);
    const all = walk.controls().map((one) => [one, boxOf(one)] as const);
    const boxes = all.map(([, box]) => box);
    const small = all.filter(([one, box]) => isSmall(one, box, boxes));
    const spelled = small.map(([one, { width, height }]) => {
      return `${walk.name(one)} measures ${Math.round(width)} × ${Math.round(height)}`;
    });
    return [...new Set([...wide, ...spelled])];
  };
}
