import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type { RelayProcess } from './relay-process.ts';
import { sendAtOnce } from './send-at-once.ts';

const PASSWORD = 'quiet-lantern-42';

export interface ConsoleVisit {
  page: Page;
  /** Errors of the page and refusals of its policy, as they fell. */
  problems: string[];
}

/** Somebody of the team signs in, in a browser of her own. */
export async function visitConsole(
  browser: Browser,
  relay: RelayProcess,
  name: string,
  role: string,
  options: BrowserContextOptions = {},
): Promise<ConsoleVisit> {
  return enterConsole(await sendAtOnce(await (await browser.newContext(options)).newPage()), relay, name, role);
}

/** The same on a page that is there, with the seconds in which an answer can be called back (D8). */
export async function enterConsole(page: Page, relay: RelayProcess, name: string, role: string): Promise<ConsoleVisit> {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await relay.command(
    ['agent', 'add', '--email', email, '--name', name, '--role', role],
    `${PASSWORD}\n`,
  );
  expect(added, added.err).toMatchObject({ code: 0 });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
  page.on('console', (line) => {
    if (/content security policy|trusted type/i.test(line.text())) problems.push(`${name}: ${line.text()}`);
  });
  await page.goto(`${relay.origin}/console/`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  return { page, problems };
}

/** From now on conversations come to her. */
export async function becomeAvailable({ page }: Pick<ConsoleVisit, 'page'>): Promise<void> {
  await page.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });
}
