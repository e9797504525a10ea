import { expect, type Page, test } from '@playwright/test';
import { keepStill } from '../support/ask-browser.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11: by Tab alone, over pages of the console that were once wrong and what lies over one (demo/states). */

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => leaveAll(browser));
test.afterAll(() => relay.remove());

/** A list that ends the page, a bar over a long form, a table, a dialog; all others are walked without the key itself (console-walk.spec.ts). */
const STATES = ['inbox-filtered', 'settings-front-wrong', 'board', 'keys-sheet'];
/** More than any of them has. */
const STOPS_MAX = 90;

test('KB7 Tab reaches every control, each with a name and a ring, in sight, and is neither lost nor trapped', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 720 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await keepStill(page);
  const faults: string[] = [];
  for (const state of STATES) {
    await page.goto(`${relay.origin}/demo/states/console.html?state=${state}`);
    await expect(page.locator('main h1, main h2, dialog h2').first()).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    for (const fault of await walk(page)) faults.push(`${state}: ${fault}`);
  }
  expect(faults).toEqual([]);
});

/** Two rounds of Tab at most: every control has had the focus by then. */
async function walk(page: Page): Promise<string[]> {
  await page.evaluate(() => Object.assign(window, { walked: {} }));
  await page.evaluate(judgeFocus);
  await page.evaluate(watchFocus);
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await page.keyboard.press('Tab');
    if (stops % 5 === 4 && (await page.evaluate(() => window.walked.isRound()))) break;
  }
  return page.evaluate(() => window.walked.faults());
}

declare global {
  interface Window {
    walked: {
      spell(one: Element): string;
      judge(one: Element): string[];
      isRound(): boolean;
      faults(): string[];
    };
  }
}

/** Runs in the page: what is wrong with a control that has the focus. */
function judgeFocus(): void {
  const nameOf = (one: Element) => {
    const by = (one.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    const labels = [...((one as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
    const own = one instanceof HTMLInputElement ? '' : one.textContent;
    const names = [one.getAttribute('aria-label'), ...by, ...labels, own, one.getAttribute('title')];
    return names.filter(Boolean).join(' ').trim().replace(/\s+/g, ' ');
  };
  const hasRing = (one: Element | null | undefined) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  };
  const isCovered = (one: Element) => {
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    if (width < 2 || height < 2) return true;
    const xs = [left + 3, left + width / 2, right - 3];
    const ys = [top + 3, top + height / 2, bottom - 3];
    const isThere = (there: Element | null) => there !== null && (one.contains(there) || there.contains(one));
    return !xs.some((x) => ys.some((y) => isThere(document.elementFromPoint(x, y))));
  };
  window.walked.spell = (one) => `${one.tagName.toLowerCase()} ${one.className} “${nameOf(one).slice(0, 40)}”`;
  window.walked.judge = (one) => {
    // A hidden radio or box is drawn by its label.
    const drawn = one.matches('.visually-hidden') ? (one.closest('label') ?? one) : one;
    return [
      ...(nameOf(one) === '' ? ['has no name'] : []),
      ...(one.closest('[aria-hidden="true"], [inert]') ? ['is hidden from who reads'] : []),
      ...(isCovered(drawn) ? ['has the focus out of sight'] : []),
      ...([one, drawn, one.parentElement, one.nextElementSibling].some(hasRing) ? [] : ['has no ring']),
    ];
  };
}

/** Runs in the page: what has the focus is looked at when the next Tab leaves it, because it is settled then. */
function watchFocus(): void {
  const seen = new Set<Element>();
  const found = new Set<string>();
  let [before, again, lost]: [Element | null, number, number] = [null, 0, 0];
  const CONTROLS = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
  // Fields of several parts: Tab goes from part to part, and the focus stays.
  const PARTS = /^(?:date|time|datetime-local|month|week)$/;
  const { walked } = window;
  const look = () => {
    const one = document.activeElement;
    if (!one || one === document.body) {
      lost += 1;
      before = null;
      return;
    }
    const isPart = one instanceof HTMLInputElement && PARTS.test(one.type);
    if (one === before && !isPart && one.tagName !== 'IFRAME') found.add(`${walked.spell(one)} keeps the focus`);
    before = one;
    if (seen.has(one) && !isPart) again += 1;
    if (seen.has(one)) return;
    seen.add(one);
    for (const fault of walked.judge(one)) found.add(`${walked.spell(one)} ${fault}`);
  };
  document.addEventListener('keydown', (event) => event.key === 'Tab' && look(), true);
  const expected = () => {
    const within = document.querySelector('dialog[open]') ?? document;
    return [...within.querySelectorAll<HTMLElement>(CONTROLS)].filter((one) => {
      if (one.tabIndex < 0 || one.matches(':disabled') || one.closest('[inert]')) return false;
      // Of a group of radios one is a stop.
      if (one instanceof HTMLInputElement && one.type === 'radio') return false;
      return one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden';
    });
  };
  walked.isRound = () => again > 1;
  walked.faults = () => [
    ...found,
    ...(lost > 3 ? [`the focus was nowhere ${lost} times`] : []),
    ...expected().flatMap((one) => (seen.has(one) ? [] : [`${walked.spell(one)} was not reached`])),
  ];
}
