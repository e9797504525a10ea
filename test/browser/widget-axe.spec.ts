import { expect, type Page, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { keepStill } from '../support/ask-browser.ts';
import { axeOn } from '../support/axe-on.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** No state of the chat has a fault that axe can find, in light and in dark (look.md, W1). */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async () => {
  await ana.leave();
  await relay.remove();
});

const faults: string[] = [];
async function look(page: Page, state: string): Promise<void> {
  // Colours half-way through an animation are nobody's contrast.
  await page.evaluate(() => {
    const root = document.querySelector('deskbell-chat')?.shadowRoot;
    return Promise.all((root?.getAnimations() ?? []).map((animation) => animation.finished.catch(() => {})));
  });
  const { violations } = await axeOn(page).include('deskbell-chat').analyze();
  for (const { id, nodes } of violations) {
    for (const node of nodes) faults.push(`${state}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`);
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`W1 axe finds nothing from the closed launcher to the end, ${colorScheme}`, async ({ browser }) => {
    faults.length = 0;
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    await ana.setAvailability('away');
    const visit = await visitShop(context, relay);
    const { page } = visit;
    await keepStill(page);
    await expect(visit.launcher).toBeVisible();
    await look(page, 'closed');

    await visit.open();
    await expect(page.getByRole('button', { name: 'Leave message' })).toBeVisible();
    await look(page, 'nobody');
    await visit.box.fill('Do you ship to Norway?');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('me at home');
    await page.getByRole('button', { name: 'Leave message' }).click();
    await expect(page.getByText('does not look like an e-mail')).toBeVisible();
    await look(page, 'nobody, wrong e-mail');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('');
    await page.getByRole('button', { name: 'Leave message' }).click();
    await visit.sees('Do you ship to Norway?');
    await look(page, 'queue');

    await ana.setAvailability('available');
    const id = await ana.hears('Do you ship to Norway?');
    await ana.reply(id, 'We do, by sea.');
    await visit.sees('We do, by sea.');
    await visit.box.fill('Lovely');
    await ana.type(id);
    await expect(page.getByText('Ana is typing')).toBeAttached();
    await look(page, 'active');

    await ana.close(id);
    await page.getByRole('radio', { name: '3 of 5' }).check();
    await look(page, 'rating');
    await page.getByRole('button', { name: 'Send rating' }).click();
    await expect(page.getByText('Thank you for your rating')).toBeVisible();
    await look(page, 'ended');
    expect(faults).toEqual([]);
    expect(visit.problems).toEqual([]);
    await context.close();
  });
}
