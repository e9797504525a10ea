import { expect, test } from '@playwright/test';
import { drawForPaper, keepStill } from '../support/ask-browser.ts';
import { axeOn } from '../support/axe-on.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** No view of the console has a fault that axe can find, in light and in dark, nor scrolls sideways on a phone (1.4.10); the views are the story pages (demo/states). */

let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelay();
});
test.afterEach(() => relay.remove());

/** The state, and what stands on it once it is drawn. */
const VIEWS: Record<string, readonly (readonly [state: string, drawn: string])[]> = {
  door: [
    ['sign-in-refused', 'do not belong together'],
    ['offline-page', 'You are offline'],
  ],
  work: [
    ['inbox-busy', 'Kept until chat opens'],
    ['ask-ring', 'asks you to take over'],
    ['board', 'Decisions'],
    ['board-wall', 'Leave the wall view'],
    ['find', 'Wants a table at the'],
    ['palette', 'Arrow keys choose, Enter opens'],
    ['keys-sheet', 'Letters alone are shortcuts'],
    ['missed', 'somebody@customers.example'],
    ['outdated', 'A newer version of the console'],
  ],
  thread: [
    ['thread-note-mode', 'Add note'],
    ['thread-beaten', 'answered meanwhile'],
    ['thread-editing', 'Escape leaves it'],
    ['thread-long', 'First unread message'],
    ['thread-far', '2500: a word'],
    ['thread-replies', 'Arrow keys choose'],
    ['thread-planned', 'Not sent: the visitor wrote meanwhile'],
    ['thread-undo', 'Undo'],
    ['thread-later', 'Tomorrow at nine'],
    ['thread-macro', 'Answer the visitor: not done'],
    ['thread-naming', 'Bo'],
    ['emoji', '🙂'],
  ],
  people: [
    ['person-said', 'What the page says'],
    ['person-known', 'Prefers mail to calls'],
    ['person-blocked', 'Insults, three times.'],
    ['person-block', 'Block this visitor'],
    ['person-merge', 'Join two profiles'],
    ['person-erase', 'Erase this person for good?'],
    ['visitors', 'Stoneware mug, blue'],
    ['visitors-invite', 'Invite'],
    ['settings-visitors', 'Insults, three times.'],
  ],
  lists: [
    ['inbox-filter', 'Clear all'],
    ['inbox-filtered', 'Clear all'],
    ['inbox-views', 'Save this list'],
    ['inbox-chosen', '2'],
    ['inbox-bulk-done', 'somebody else has them'],
    ['inbox-closed', 'Closed'],
    ['thread-questions', 'Does the blue glaze come back'],
    ['thread-question-ask', 'Only the team reads the question'],
  ],
  team: [
    ['settings-person', 'None: conversations of no department only.'],
    ['settings-departments', 'Wholesale'],
    ['settings-routing', 'Who comes first among those who fit'],
    ['settings-team', 'Reasons for being away'],
    ['settings-hours-wrong', 'These hours overlap'],
    ['settings-macros', 'refund done'],
    ['settings-tags', 'Written by hand'],
    ['settings-macro-edit', 'Name'],
    ['settings-replies', 'Nobody else finds them'],
    ['settings-queue', 'Words while waiting'],
    ['settings-closing', 'Time for notes (seconds)'],
  ],
  settings: [
    ['settings', 'Your account'],
    ['settings-notices', 'Safari on iPhone'],
    ['settings-front', 'Reasons, one a line'],
    ['settings-proactive-edit', 'No more messages like this'],
    ['settings-files', 'What a visitor sees beside the text box'],
    ['settings-mail', 'Greeting never received'],
    ['settings-start', 'Is it installed?'],
    ['settings-sites', 'stands there 2 times'],
    ['settings-look', 'The widget itself'],
    ['settings-targets', 'Segments of visitors'],
    ['settings-rights', 'Who may do what'],
    ['settings-privacy', 'What is collected'],
    ['settings-services', 'It answered, and an agent would see this:'],
  ],
  reports: [
    ['reports', 'Every response'],
    ['reports-times', 'By department'],
    ['reports-queue', 'Why visitors left without an answer'],
    ['reports-outcomes', 'Outcomes over time'],
    ['reports-satisfaction', 'What visitors wrote'],
    ['reports-own', 'Your own figures'],
    ['reports-topics', 'Far above the usual'],
    ['reports-compare', 'What it says'],
    ['reports-days', 'Orders and delivery'],
  ],
};

for (const [part, views] of Object.entries(VIEWS)) {
  test(`axe finds nothing in the views of the console: ${part}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await keepStill(page);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const look = async (view: string, axe: ReturnType<typeof axeOn>) => {
      for (const { id, nodes } of (await axe.analyze()).violations) {
        for (const node of nodes) faults.push(`${view}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`);
      }
    };
    const lookAtPhone = async (view: string) => {
      await page.setViewportSize({ width: 360, height: 640 });
      for (const wide of await page.evaluate(findWide)) faults.push(`${view}, at 360 px: ${wide}`);
      for (const deep of await page.evaluate(findDeep)) faults.push(`${view}, at 360 px: ${deep}`);
      await page.setViewportSize({ width: 1_280, height: 720 });
    };
    const lookFromRight = async (view: string) => {
      const turn = (dir: string) => page.evaluate((to) => document.documentElement.setAttribute('dir', to), dir);
      await turn('rtl');
      for (const stray of await page.evaluate(findStray)) faults.push(`${view}, from right to left: ${stray}`);
      await turn('ltr');
    };
    for (const [state, drawn] of views) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${relay.origin}/demo/states/console.html?state=${state}`);
      await page.getByText(drawn).filter({ visible: true }).first().waitFor();
      await look(state, axeOn(page));
      // What is named and how it nests is the same in the dark; the pairs of colours are others.
      await page.emulateMedia({ colorScheme: 'dark' });
      await look(`${state}, dark`, axeOn(page).withRules('color-contrast'));
      await lookAtPhone(state);
      await lookFromRight(state);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}

/** M11: twelve columns on a sheet of A4 keep to themselves, with the days and the zone above them and nothing to press. */
test('a printed report is whole', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 688, height: 980 } })).newPage();
  await page.goto(`${relay.origin}/demo/states/console.html?state=reports-splits`);
  await expect(page.getByRole('rowheader', { name: 'All together' })).toBeVisible();
  await drawForPaper(page);
  await expect(page.getByText(/Days from midnight to midnight, UTC/)).toBeVisible();
  for (const pressed of ['.rail', '.report-tools', '.report-views', '.report-file'])
    await expect(page.locator(pressed).filter({ visible: true })).toHaveCount(0);
  expect(await page.evaluate(findWide)).toEqual([]);
  expect(await page.evaluate(findSpilt)).toEqual([]);
  await page.context().close();
});

/** Runs in the page: cells of tables whose words lie on their neighbours. */
function findSpilt(): (string | null)[] {
  const cells = [...document.querySelectorAll('main td, main th')].filter((cell) => {
    const [box, inner] = [cell.getBoundingClientRect(), document.createRange()];
    inner.selectNodeContents(cell);
    const words = inner.getBoundingClientRect();
    return words.width > 0 && (words.left < box.left - 1 || words.right > box.right + 1);
  });
  return cells.map((cell) => cell.textContent);
}

/** Runs in the page: what scrolls sideways of what must not. Tables scroll in a box of their own. */
function findWide(): string[] {
  return [...document.querySelectorAll('html, main, dialog[open], .bars, .thread-head')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.tagName} ${one.className} is ${one.scrollWidth} px wide`);
}

/** Runs in the page: a window that scrolls beside its content, which has a scroll of its own. */
function findDeep(): string[] {
  const { scrollHeight, clientHeight } = document.documentElement;
  return document.querySelector('.page') && scrollHeight > clientHeight + 1
    ? [`the window is ${scrollHeight} px high`]
    : [];
}

/** Runs in the page: names and other lines in another direction that begin where the page's lines end. What somebody wrote in sentences stands by its own. */
function findStray(): string[] {
  const written =
    '.bubble, .note-body, .planned-body, .quote-text, .cell-comment, .picker-preview, .seen-tick, blockquote, input, textarea, [dir="ltr"] *';
  return [...document.querySelectorAll<HTMLElement>('main [dir="auto"]')]
    .filter((one) => !one.matches(written) && one.innerText.trim() !== '')
    .filter((one) => {
      const { direction, display, paddingLeft, paddingRight } = getComputedStyle(one);
      if (direction !== 'ltr' || display === 'inline') return false;
      const [box, inner] = [one.getBoundingClientRect(), document.createRange()];
      inner.selectNodeContents(one);
      const words = inner.getBoundingClientRect();
      const before = words.left - box.left - Number.parseFloat(paddingLeft);
      return box.right - words.right - Number.parseFloat(paddingRight) > before + 8;
    })
    .map((one) => `${one.tagName} ${one.className}: ${one.innerText.slice(0, 40)}`);
}
