import { Desk } from '../../console/model/desk.ts';
import type { OwnedOutgoing } from '../../console/model/outbox-keep.ts';
import type { Memory } from '../../console/model/ports.ts';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import { assert } from '../../protocol/kit/assert.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { VisitorHello } from '../../protocol/wire/events.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { identifyAgent } from '../../server/usecases/identify-agent.ts';
import { keepPresence } from '../../server/usecases/keep-presence.ts';
import { setAvailability } from '../../server/usecases/set-availability.ts';
import { signIn } from '../../server/usecases/sign-in.ts';
import { createChat } from '../../widget/model/chat.ts';
import type { Chat } from '../../widget/model/chat-view.ts';
import type { Shelf } from '../../widget/model/ports.ts';
import { FakeLocks, FakeStore } from './fake-outbox.ts';
import type { Loopback } from './loopback.ts';
import type { LinkEnd } from './loopback-link.ts';

/** Visitors and agents as the programs have them: the real models of widget and console, on a page that a test plays. */

/** One browser's storage, shared by its tabs as localStorage is. */
export class Browser {
  readonly items = new Map<string, string>();
  readonly unsent = new FakeStore<Outgoing>();
  readonly deskUnsent = new FakeStore<OwnedOutgoing>();
  readonly locks = new FakeLocks();
  readonly #tabs = new Set<(name: string) => void>();
  #clientIds = 0;

  /** One after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  alone(run: () => Promise<void>): void {
    this.#turn = this.#turn.then(run);
  }

  /** A fresh id that says in which browser it was made. */
  newClientId = () => `client-${String(++this.#clientIds).padStart(12, '0')}-${this.name}`;

  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }

  /** A view of the storage that hears what other tabs write, never its own writes. */
  shelf(): Shelf {
    const own = new Set<(name: string) => void>();
    const tell = (name: string) => {
      for (const tab of this.#tabs) if (!own.has(tab)) tab(name);
    };
    return {
      read: (name) => this.items.get(name) ?? null,
      write: (name, text) => {
        if (text === null) this.items.delete(name);
        else this.items.set(name, text);
        tell(name);
      },
      names: () => [...this.items.keys()],
      listen: (changed) => {
        own.add(changed);
        this.#tabs.add(changed);
        return () => this.#tabs.delete(changed);
      },
    };
  }

  memory(): Memory {
    const shelf = this.shelf();
    return {
      read: (key) => shelf.read(key),
      write: (key, text) => shelf.write(key, text),
      remove: (key) => shelf.write(key, null),
      keys: (prefix) => shelf.names().filter((name) => name.startsWith(prefix)),
      listen: (prefix, changed) => shelf.listen((name) => name.startsWith(prefix) && changed()),
    };
  }
}

export interface VisitorTab {
  chat: Chat;
  connection: LinkEnd;
  /** Writes and sends. */
  say(text: string): void;
  /** Texts on the screen, in order, with their state. */
  shown(): { body: string; state: string }[];
  /** The browser puts the page to sleep, and wakes it. */
  sleep(asleep: boolean): void;
  /** The tab is gone without a word, as when it crashes. */
  crash(): void;
}

/** `clock`: of a machine that may sleep while the relay goes on. */
export function openVisitorTab(
  loopback: Loopback,
  browser: Browser,
  clock: Clock = loopback.context.clock,
): VisitorTab {
  let connection: ReturnType<Loopback['visitor']> | undefined;
  let turnPage: (what: 'away' | 'back') => void = () => {};
  const chat = createChat({
    clock,
    random: () => 0.5,
    outbox: browser.unsent,
    lead: browser.locks.lead(),
    alone: (run) => browser.alone(run),
    work: async () => 0,
    who: {},
    subjectOf: () => undefined,
    newClientId: browser.newClientId,
    shelf: browser.shelf(),
    tab: new Browser('tab').shelf(),
    page: {
      isVisible: () => true,
      where: () => ({ url: 'https://shop.example/lamp', title: 'Lamp' }),
      listen: (changed) => {
        turnPage = changed;
        return () => {};
      },
    },
    site: 'demo',
    connect: (hello: () => VisitorHello) => {
      connection = loopback.visitor(hello);
      return connection;
    },
    dayOf: (at) => String(Math.floor(at / 86_400_000)),
  });
  chat.setOpen(true);
  assert(connection, 'the chat connects when it is opened');
  return {
    chat,
    connection: connection,
    say(text) {
      chat.write(text);
      chat.send();
    },
    shown: () =>
      chat.thread.value.flatMap((item) =>
        item.kind === 'group' ? item.lines.map(({ body, state }) => ({ body, state })) : [],
      ),
    sleep: (asleep) => turnPage(asleep ? 'away' : 'back'),
    crash: () => chat.dispose(),
  };
}

export interface AgentTab {
  desk: Desk;
  agentId: string;
  connection: LinkEnd;
  say(text: string): void;
  shown(): { body: string; state: string | null }[];
  /** Ids of all conversations in the list. */
  listed(): string[];
  crash(): void;
}

export async function employ(loopback: Loopback, name: string, capacity = 4): Promise<string> {
  const { context } = loopback;
  const email = `${name.toLowerCase()}@example.org`;
  const { answer } = await addAgent(context, { email, name, password: 'quiet-lantern-42', role: 'agent', capacity });
  assert(answer.ok, 'the agent was added');
  return email;
}

export async function openAgentTab(loopback: Loopback, email: string, browser: Browser): Promise<AgentTab> {
  const { context } = loopback;
  const { answer } = await signIn(context, { email, password: 'quiet-lantern-42', addressKey: 'here' });
  assert(answer.ok, 'the agent signed in');
  const { secret, agent } = answer.value;
  const subject = await identifyAgent(context, secret);
  assert(subject, 'the session is known');
  await keepPresence(context, [agent.id]);
  const done = await setAvailability(context, subject, { availability: 'available' });
  loopback.tell(done.notices);
  loopback.routing.wake();
  let connection: ReturnType<Loopback['agent']> | undefined;
  const memory = browser.memory();
  // Stories over all layers are about what leaves, not about calling it back (D8).
  memory.write('deskbell:console:undo-off', 'yes');
  const desk = new Desk({
    connect: () => {
      connection = loopback.agent(secret);
      return connection;
    },
    clock: context.clock,
    random: () => 0.5,
    memory,
    outbox: browser.deskUnsent,
    lead: browser.locks.lead(),
    leaving: { holdWhile: () => {}, listen: () => () => {} },
    attention: {
      visible: () => true,
      looking: () => true,
      listen: () => () => {},
      listenInput: () => () => {},
      listenWake: () => () => {},
    },
    awake: { hold: () => () => {} },
    bell: { ring: () => {}, audible: () => true },
    tabs: { claim: async () => true },
    calendar: { dayOf: (at) => String(Math.floor(at / 86_400_000)) },
    newClientId: browser.newClientId,
    me: agent,
    onSessionEnded: () => {},
    onMeChanged: () => {},
    onErased: () => {},
    onNoticesChanged: () => {},
    departments: async () => ({ ok: true, value: [] }),
    today: async () => ({ ok: false, error: 'unavailable' }),
  });
  desk.start();
  assert(connection, 'the desk connects when it starts');
  return {
    desk,
    agentId: agent.id,
    connection: connection,
    say(text) {
      desk.thread.value?.write(text);
      assert(desk.thread.value?.send(), `"${text}" was taken`);
    },
    shown: () =>
      (desk.thread.value?.items.value ?? []).flatMap((item) =>
        item.kind === 'group' ? item.messages.map(({ body, state }) => ({ body, state })) : [],
      ),
    listed: () => [...desk.inbox.conversations.value.keys()],
    crash: () => desk.dispose(),
  };
}
