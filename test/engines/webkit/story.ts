import { type AnsweringAgent, employAgent } from '../../support/answering-agent.ts';
import type { BrowserTab } from '../../support/browser-tab.ts';
import { type OwnSite, openOwnSite } from '../../support/own-site.ts';
import { type RelayProcess, startRelay } from '../../support/relay-process.ts';
import type { WebKitTab } from '../../support/webkit.ts';
import { type Person, personAt } from './person.ts';

/** What a story has, in WebKit and wherever Playwright is not the driver: a window of its own, a relay of its own, an agent, a visitor, and a page of somebody else. */
export interface Scene<Tab extends BrowserTab = WebKitTab> {
  tab: Tab;
  relay: RelayProcess;
  ana: AnsweringAgent;
  visitor: Person;
  site: OwnSite;
}

export interface Story<Tab extends BrowserTab = WebKitTab> {
  title: string;
  tell(scene: Scene<Tab>): Promise<void>;
}

/** Plays it to its end; throws where something is not as it should be. Leaves nothing that runs. */
export async function play<Tab extends BrowserTab>({ tell }: Story<Tab>, open: () => Promise<Tab>): Promise<void> {
  const relay = await startRelay();
  const leave: (() => unknown)[] = [relay.remove];
  try {
    const ana = await employAgent(relay, 'Ana');
    leave.unshift(ana.leave);
    const site = await openOwnSite(relay);
    leave.unshift(site.close);
    const tab = await open();
    leave.unshift(tab.close);
    await tell({ tab, relay, ana, visitor: personAt(tab), site });
  } finally {
    for (const end of leave) await end();
  }
}
