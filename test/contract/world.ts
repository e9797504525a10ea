import { createHash } from 'node:crypto';
import type { Party } from '../../protocol/wire/model.ts';
import type { Appended, Changed, NewMessage, Store } from '../../server/store/store.ts';
import { figuresOf } from '../support/figures-of.ts';

export const SITE = { id: 'site-1', key: 'shop', name: 'Shop', origins: ['https://shop.example'] };
export const FAR = 9_000_000_000_000;
/** How often a race is run: once proves nothing. */
export const ROUNDS = 20;

/** Short words for what most rules need. Time is a number that the test moves. */
export class World {
  readonly store: Store;
  at = 1_700_000_000_000;
  #made = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** One site; visitors and agents come as they are asked for. */
  static async start(store: Store): Promise<World> {
    const world = new World(store);
    await store.addSite({ ...SITE, at: world.at });
    return world;
  }

  next(prefix: string): string {
    this.#made += 1;
    return `${prefix}-${String(this.#made).padStart(6, '0')}`;
  }

  pass(ms: number): void {
    this.at += ms;
  }

  async visitor(): Promise<string> {
    const id = this.next('v');
    await this.store.addVisitor({ id, siteId: SITE.id, tokenHash: hashOf(id), at: this.at });
    return id;
  }

  /** Available but not present, as every new agent. */
  async agent(capacity = 4): Promise<string> {
    const id = this.next('a');
    const email = `${id}@shop.example`;
    const agent = { id, email, name: `Name of ${id}`, role: 'agent', passwordHash: 'hash', capacity } as const;
    await this.store.addAgent({ ...agent, at: this.at });
    return id;
  }

  /** Available, and present for as long as the test lasts. */
  async presentAgent(capacity = 4): Promise<string> {
    const agentId = await this.agent(capacity);
    await this.store.renewLeases({ agentIds: [agentId], until: FAR });
    return agentId;
  }

  message(author: Party, authorId: string, body = 'Hello', clientId = this.next('cid')): NewMessage {
    return { author, authorId, clientId, body, at: this.at };
  }

  opening(visitorId: string, more: { email?: string; message?: NewMessage } = {}) {
    return {
      conversationId: this.next('c'),
      siteId: SITE.id,
      visitorId,
      message: more.message ?? this.message('visitor', visitorId),
      email: more.email ?? null,
      pageUrl: 'https://shop.example/boots',
      pageTitle: 'Boots',
    };
  }

  /** A conversation that waits, and its visitor. */
  async queued(visitorId?: string): Promise<{ id: string; visitorId: string }> {
    const who = visitorId ?? (await this.visitor());
    const opened = appended(await this.store.openConversation(this.opening(who)));
    return { id: opened.conversationId, visitorId: who };
  }

  /** A conversation that an agent serves. */
  async active(agentId?: string): Promise<{ id: string; visitorId: string; agentId: string }> {
    const served = await this.queued();
    const by = agentId ?? (await this.presentAgent());
    await this.assign(served.id, by);
    return { ...served, agentId: by };
  }

  async assign(conversationId: string, agentId: string): Promise<Changed> {
    const expectVersion = await this.version(conversationId);
    const reason = 'The only one there.';
    return changed(
      await this.store.assignConversation({ conversationId, expectVersion, agentId, reason, at: this.at }),
    );
  }

  async say(conversationId: string, message: NewMessage): Promise<Appended> {
    const expectVersion = await this.version(conversationId);
    return appended(await this.store.appendMessage({ conversationId, expectVersion, message }));
  }

  async close(conversationId: string, by: Party | 'system' = 'visitor', byAgentId: string | null = null) {
    const expectVersion = await this.version(conversationId);
    const outcome = by === 'agent' ? 'resolved' : 'abandoned_in_queue';
    const end = { conversationId, expectVersion, by, byAgentId, outcome, at: this.at } as const;
    return changed(await this.store.closeConversation(end));
  }

  async reopen(conversationId: string, visitorId: string): Promise<Appended> {
    const expectVersion = await this.version(conversationId);
    const message = this.message('visitor', visitorId);
    return appended(await this.store.reopenConversation({ conversationId, expectVersion, message }));
  }

  async version(conversationId: string): Promise<number> {
    return (await this.read(conversationId)).version;
  }

  async read(conversationId: string) {
    const found = await this.store.findConversation(conversationId);
    if (!found) throw new Error(`There is no conversation ${conversationId}.`);
    return found;
  }

  async entries(conversationId: string) {
    const page = await this.store.readPage({ conversationId, afterSeq: 0, limit: 10_000 });
    return page?.entries ?? [];
  }

  async line(conversationId: string) {
    const { conversations } = await this.store.listInbox({ openLimit: 1_000, closedLimit: 1_000 });
    const found = conversations.find((one) => one.id === conversationId);
    if (!found) throw new Error(`${conversationId} is not in the list.`);
    return found;
  }

  report() {
    return figuresOf(this.store, this.at, { from: 0, to: FAR });
  }

  /** What the agent's room says, from the routing snapshot. */
  async load(agentId: string): Promise<number | undefined> {
    const { agents } = await this.store.readRoutingTeam({ now: this.at, knownVersion: null });
    return agents.find((one) => one.id === agentId)?.load;
  }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function appended(written: { result: string }): Appended {
  if (written.result !== 'appended') throw new Error(`Expected appended, got ${JSON.stringify(written)}.`);
  return written as Appended;
}

function changed(written: { result: string }): Changed {
  if (written.result !== 'changed') throw new Error(`Expected changed, got ${JSON.stringify(written)}.`);
  return written as Changed;
}
