import type { BrowserContext } from '@playwright/test';
import { employAgent } from '../../support/answering-agent.ts';
import { killTab } from '../../support/ask-browser.ts';
import { createNetwork } from '../../support/refusing-network.ts';
import type { RelayProcess } from '../../support/relay-process.ts';
import { visitShop } from '../../support/shop-visit.ts';

export interface TabKillsResult {
  kills: number;
  /** What was written, in order of Enter, and what is stored. */
  written: string[];
  stored: string[];
  /** What the last page shows of it. */
  shown: string[];
}

const PATHS = ['/demo/', '/demo/help.html'];
const UNSENT_EACH = 2;

/** P7: the tab dies with unsent messages, again and again; the next page sends them. */
export async function runTabKills(
  context: BrowserContext,
  relay: RelayProcess,
  kills: number,
): Promise<TabKillsResult> {
  const ana = await employAgent(relay, 'Ana');
  const written: string[] = ['before everything'];
  const first = await visitShop(context, relay);
  await first.open();
  await first.say('before everything');
  const id = await ana.hears('before everything');
  await first.page.close();
  for (let kill = 0; kill < kills; kill += 1) {
    const network = createNetwork();
    const dying = await visitShop(context, relay, PATHS[kill % 2], network.route);
    await dying.open();
    await dying.sees(written.at(-1) ?? '');
    await dying.page.route('**/api/**', (route) => route.abort());
    await network.block();
    for (let number = 0; number < UNSENT_EACH; number += 1) {
      const text = `kill ${kill}, message ${number}`;
      written.push(text);
      await dying.say(text);
      await dying.sees(text);
    }
    await killTab(dying.page);
    await dying.page.close();
    const next = await visitShop(context, relay, PATHS[(kill + 1) % 2]);
    await ana.hears(written.at(-1) ?? '');
    await next.page.close();
  }
  const last = await visitShop(context, relay);
  await last.open();
  await last.sees(written.at(-1) ?? '');
  const lines = await last.log.innerText();
  const shown = written.filter((text) => lines.split('\n').filter((line) => line.trim() === text).length === 1);
  const stored = await ana.messages(id);
  await ana.leave();
  return { kills, written, stored, shown };
}
