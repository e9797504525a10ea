import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** No view of the console has a fault that axe can find, in light and in dark; the views are the story pages (demo/states). */

let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelay();
});
test.afterEach(() => relay.remove());
// Eight or nine pages, each looked at twice, on a machine that has other work as well.
test.setTimeout(180_000);

/** The state, and what stands on it once it is drawn. */
const VIEWS: Record<string, readonly (readonly [state: string, drawn: string])[]> = {
  work: [
    ['sign-in-refused', 'do not belong together'],
    ['inbox-busy', 'Kept until chat opens'],
    ['thread-note-mode', 'Add note'],
    ['thread-beaten', 'answered meanwhile'],
    ['thread-editing', 'Escape leaves it'],
    ['thread-long', 'First unread message'],
    ['ask-ring', 'asks you to take over'],
    ['thread-replies', 'Arrow keys choose'],
    ['thread-planned', 'Not sent: the visitor wrote meanwhile'],
    ['thread-undo', 'Undo'],
    ['thread-later', 'Tomorrow at nine'],
    ['thread-macro', 'Answer the visitor: not done'],
    ['person-said', 'What the page says'],
    ['board', 'Decisions'],
    ['board-wall', 'Leave the wall view'],
    ['find', 'Wants a table at the'],
  ],
  lists: [
    ['inbox-filtered', 'Clear all'],
    ['inbox-views', 'Save this list'],
    ['inbox-bulk-done', 'somebody else has them'],
  ],
  settings: [
    ['settings', 'Your account'],
    ['settings-person', 'None: conversations of no department only.'],
    ['settings-departments', 'Wholesale'],
    ['settings-routing', 'Who comes first among those who fit'],
    ['settings-team', 'Reasons for being away'],
    ['settings-hours-wrong', 'These hours overlap'],
    ['settings-macros', 'refund done'],
    ['settings-replies', 'What a visitor would read'],
    ['settings-queue', 'Words while waiting'],
    ['settings-closing', 'Time for notes (seconds)'],
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
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const look = async (view: string, axe: AxeBuilder) => {
      for (const { id, nodes } of (await axe.analyze()).violations) {
        for (const node of nodes) faults.push(`${view}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`);
      }
    };
    for (const [state, drawn] of views) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${relay.origin}/demo/states/console.html?state=${state}`);
      await expect(page.getByText(drawn).filter({ visible: true }).first()).toBeVisible();
      await look(state, new AxeBuilder({ page }));
      // What is named and how it nests is the same in the dark; the pairs of colours are others.
      await page.emulateMedia({ colorScheme: 'dark' });
      await look(`${state}, dark`, new AxeBuilder({ page }).withRules('color-contrast'));
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}
