import type { Outgoing } from '../../../protocol/client/outbox.ts';
import type { Entry, Marks } from '../../../protocol/wire/model.ts';
import { createChat } from '../../../widget/model/chat.ts';
import type { Chat } from '../../../widget/model/chat-view.ts';
import type { ChatPorts, Shelf, Who } from '../../../widget/model/ports.ts';
import { FakeRelay } from '../../support/fake-connection.ts';
import { FakeLocks, FakeStore } from '../../support/fake-outbox.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** Storage in memory; `other` plays another tab that writes. */
export class FakeShelf implements Shelf {
  readonly items = new Map<string, string>();
  readonly #listeners = new Set<(name: string) => void>();
  read = (name: string) => this.items.get(name) ?? null;
  write = (name: string, text: string | null) => {
    if (text === null) this.items.delete(name);
    else this.items.set(name, text);
  };
  names = () => [...this.items.keys()];
  listen = (changed: (name: string) => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };
  other(name: string, text: string | null): void {
    this.write(name, text);
    for (const listener of [...this.#listeners]) listener(name);
  }
}

/** Tokens of these tests are `for.NAME.…`. */
export const subjectOf = (token: unknown) => /^for\.(\w+)/.exec(`${token}`)?.[1];

export interface Visit {
  chat: Chat;
  relay: FakeRelay;
  clock: ManualClock;
  shelf: FakeShelf;
  tab: FakeShelf;
  outbox: FakeStore<Outgoing>;
  page: { visible: boolean; tell(what: 'shown' | 'hidden' | 'back' | 'away'): void };
  say(text: string): void;
  /** Bodies and states on the screen. */
  lines(): string[];
}

/** One page of one visitor. Give the shelves of an earlier visit to play a reload. */
export interface VisitParts extends Pick<Visit, 'shelf' | 'tab' | 'clock' | 'outbox'> {
  alone(run: () => Promise<void>): void;
  who: Who;
  work: ChatPorts['work'];
}

export function visit(from: Partial<VisitParts> = {}): Visit {
  const relay = new FakeRelay();
  const { shelf = new FakeShelf(), tab = new FakeShelf(), clock = new ManualClock() } = from;
  const { outbox = new FakeStore<Outgoing>() } = from;
  const listeners = new Set<(what: 'shown' | 'hidden' | 'back' | 'away') => void>();
  const page = {
    visible: true,
    tell(what: 'shown' | 'hidden' | 'back' | 'away') {
      for (const listener of listeners) listener(what);
    },
  };
  let ids = clock.now();
  const chat = createChat({
    clock,
    random: () => 0,
    outbox,
    lead: new FakeLocks().lead(),
    work: from.work ?? (() => Promise.reject(new Error('Nobody asks for work.'))),
    who: from.who ?? {},
    subjectOf,
    alone: from.alone ?? ((run) => void run()),
    newClientId: () => `client-id-${++ids}`,
    shelf,
    tab,
    page: {
      isVisible: () => page.visible,
      where: () => ({ url: 'https://shop.example/', title: 'Shop' }),
      listen(changed) {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
    },
    site: 'site-key',
    connect(hello) {
      relay.hello = hello;
      return relay;
    },
    dayOf: (at) => String(Math.floor(at / 86_400_000)),
  });
  return {
    chat,
    relay,
    clock,
    shelf,
    tab,
    outbox,
    page,
    say(text) {
      chat.write(text);
      chat.send();
    },
    lines: () =>
      chat.thread.value.flatMap((item) =>
        item.kind === 'group' ? item.lines.map((line) => `${line.body}|${line.state}`) : [],
      ),
  };
}

export const ana = { id: 'a1', name: 'Ana' };
export const NO_MARKS: Marks = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };

export function opened(from?: Parameters<typeof visit>[0], available = true): Visit {
  const here = visit(from);
  here.chat.setOpen(true);
  here.relay.storing().greet({ available });
  return here;
}

export function told(here: Visit, entry: Entry): void {
  here.relay.fact('entry:added', { conversationId: 'c1', entry });
}

/** A conversation that Ana has taken: 1 the visitor's message, 2 queued, 3 assigned. */
export async function served(from?: Parameters<typeof visit>[0]): Promise<Visit> {
  const here = opened(from);
  here.say('Hello');
  await settle();
  told(here, { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  told(here, { kind: 'assigned', seq: 3, at: 3, episode: 1, agent: ana });
  return here;
}

export const fromAna = (seq: number, body: string): Entry => ({
  kind: 'message',
  seq,
  at: seq,
  author: 'agent',
  agent: ana,
  clientId: `ana-${seq}`,
  body,
});
