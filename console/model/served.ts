import { signal } from '@preact/signals';
import type { ServedSite } from '../../protocol/wire/outside.ts';
import type { AgentEvent } from './agent-link.ts';
import type { Inbox } from './inbox.ts';

/** Which sites have a service of the owner's behind them: elsewhere nobody is asked about a conversation (CS10). */
export class Served {
  readonly #versions = signal<ReadonlyMap<string, number>>(new Map());
  readonly #inbox: Pick<Inbox, 'find'>;

  constructor(inbox: Pick<Inbox, 'find'>) {
    this.#inbox = inbox;
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    if (event.name === 'session:ready') this.#all(event.payload.served ?? []);
    if (event.name === 'services:changed') this.#changed(event.payload);
  }

  /** What is named where this conversation came from, to be compared; null: nothing. The site of an old one may be unknown here. */
  versionOf(conversationId: string): string | null {
    const versions = this.#versions.value;
    if (versions.size === 0) return null;
    const siteId = this.#inbox.find(conversationId)?.siteId;
    const all = [...versions].map(([id, version]) => `${id} ${version}`);
    if (siteId === undefined) return all.sort().join(', ');
    return versions.has(siteId) ? `${siteId} ${versions.get(siteId)}` : null;
  }

  #all(sites: readonly ServedSite[]): void {
    this.#versions.value = new Map(sites.map(({ siteId, version }) => [siteId, version]));
  }

  #changed({ siteId, version }: { siteId: string; version: number | null }): void {
    const versions = new Map(this.#versions.peek());
    if (version === null) versions.delete(siteId);
    else versions.set(siteId, version);
    this.#versions.value = versions;
  }
}
