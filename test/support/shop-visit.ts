import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { RelayProcess } from './relay-process.ts';

/** A visitor on a page with the tag. Names are those of docs/widget.md (W1). */
export interface ShopVisit {
  page: Page;
  launcher: Locator;
  dialog: Locator;
  box: Locator;
  log: Locator;
  /** Errors of the page and refusals of its content policy. */
  problems: string[];
  /** Opens the panel, where it is not open. */
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /** In the log exactly once. */
  sees(text: string): Promise<void>;
}

/** `prepare` comes before the page is loaded: routes, init scripts. */
export async function visitShop(
  context: BrowserContext,
  relay: RelayProcess,
  path = '/demo/shop.html',
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<ShopVisit> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    if (/content security policy|trusted ?type/i.test(line.text())) problems.push(line.text());
  });
  await prepare(page);
  await page.goto(relay.origin + path);
  const visit: ShopVisit = {
    page,
    launcher: page.locator('deskbell-chat').getByRole('button', { name: /^(open|close) chat$/i }),
    dialog: page.getByRole('dialog', { name: 'Chat' }),
    box: page.getByRole('textbox', { name: 'Message' }),
    log: page.getByRole('log', { name: 'Messages' }),
    problems,
    async open() {
      if (await visit.dialog.isVisible()) return;
      await page.getByRole('button', { name: 'Open chat' }).click();
      await expect(visit.dialog).toBeVisible();
    },
    async say(text) {
      await visit.box.fill(text);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
    },
    sees: (text) => expect(visit.log.getByText(text, { exact: true })).toHaveCount(1),
  };
  return visit;
}
