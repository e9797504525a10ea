import { zoneDays } from '../../console/browser/days.ts';
import { App } from '../../console/model/app.ts';
import type { OwnedOutgoing } from '../../console/model/outbox-keep.ts';
import type { Attention, Http, HttpQuestion, Keyboard, KeyFocus, Memory } from '../../console/model/ports.ts';
import type { Stroke } from '../../console/model/strokes.ts';
import { type Answer, refusal, success } from '../../protocol/wire/errors.ts';
import type { AgentCommands, AgentFacts } from '../../protocol/wire/events.ts';
import { SYNC_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { AgentProfile, ConversationSummary, Entry, SyncPage } from '../../protocol/wire/model.ts';
import { type Watched, WHOLE_THREAD_ENTRIES_MAX } from '../../protocol/wire/thread.ts';
import { FakeConnection } from './fake-connection.ts';
import { FakeLocks, FakeStore } from './fake-outbox.ts';
import { ManualClock, settle } from './manual-clock.ts';
import { PlainPush } from './plain-push.ts';

export const ana: AgentProfile = {
  id: 'agent-1',
  name: 'Ana',
  email: 'ana@example.org',
  role: 'agent',
  availability: 'away',
  capacity: 4,
  awayReason: null,
};

const NO_MARKS = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };

export function summaryOf(id: string, given: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id,
    change: 1,
    siteId: 'site-1',
    siteName: 'Shop',
    visitor: { id: `visitor-${id}`, label: `Visitor ${id}`, email: null, pageUrl: null, pageTitle: null },
    status: 'active',
    agent: { id: ana.id, name: ana.name },
    episode: 1,
    openedAt: 1_000,
    queuedAt: 1_000,
    closedAt: null,
    head: 3,
    waitingSince: null,
    firstResponseMs: null,
    lastText: `last words of ${id}`,
    lastAuthor: 'visitor',
    lastAt: 1_000,
    unread: 0,
    score: null,
    marks: NO_MARKS,
    departmentId: null,
    language: null,
    priority: 0,
    offer: null,
    participants: [],
    ask: null,
    teamHead: 0,
    ...given,
  };
}

export const visitorSays = (seq: number, body: string): Entry => {
  return { kind: 'message', seq, at: seq * 1_000, author: 'visitor', clientId: `visitor-words-${seq}`, body };
};
export const queued = (seq: number): Entry => ({ kind: 'queued', seq, at: seq, episode: 1, reason: 'opened' });
export const assignedTo = (seq: number, agent: { id: string; name: string }): Entry => {
  return { kind: 'assigned', seq, at: seq, episode: 1, agent: { id: agent.id, name: agent.name } };
};

function pageOf(conversationId: string, entries: Entry[], given: Partial<SyncPage> = {}): SyncPage {
  return { conversationId, entries, head: entries.at(-1)?.seq ?? 0, more: false, marks: NO_MARKS, ...given };
}

/** Of a conversation that Ana serves. */
function longOf(entries: Entry[]): Watched {
  const agent = { id: ana.id, name: ana.name };
  const who = { agent, participants: [], email: null, score: null };
  return { standing: { head: entries.length, openedAt: entries[0]?.at ?? 0, status: 'active', episode: 1, ...who } };
}

class AgentRelay extends FakeConnection<AgentCommands, AgentFacts> {
  ready(given: Partial<AgentFacts['session:ready']> = {}): void {
    this.state = { status: 'online' };
    this.fact('session:ready', { version: 1, epoch: 'epoch-1', at: 0, me: ana, change: 1, ...given });
    this.enter({ status: 'online' });
  }

  holding(conversations: ConversationSummary[], change = 1): this {
    this.script('inbox:list', () => success({ conversations, change, more: false }));
    return this;
  }

  thread(id: string, entries: Entry[]): this {
    this.script('conversation:watch', () => success(entries.length > WHOLE_THREAD_ENTRIES_MAX ? longOf(entries) : {}));
    this.script('conversation:sync', ({ afterSeq }) =>
      success({ ...pageOf(id, entries), entries: entries.slice(afterSeq, afterSeq + SYNC_ENTRIES_MAX) }),
    );
    return this;
  }
}

/** With `beside`, another tab's view of the same storage: each hears what the others write, never its own. */
export class PlainMemory implements Memory {
  readonly kept: Map<string, string>;
  readonly #tabs: Set<PlainMemory>;
  readonly #heard = new Set<(key: string) => void>();

  constructor(beside?: PlainMemory) {
    this.kept = beside?.kept ?? new Map();
    this.#tabs = beside ? beside.#tabs : new Set();
    this.#tabs.add(this);
  }

  read = (key: string) => this.kept.get(key) ?? null;
  keys = (prefix: string) => [...this.kept.keys()].filter((key) => key.startsWith(prefix));
  listen = (prefix: string, changed: () => void) =>
    add(this.#heard, (key: string) => {
      if (key.startsWith(prefix)) changed();
    });

  write = (key: string, text: string) => {
    this.kept.set(key, text);
    this.#tell(key);
  };

  remove = (key: string) => {
    this.kept.delete(key);
    this.#tell(key);
  };

  #tell(key: string): void {
    for (const tab of this.#tabs) if (tab !== this) for (const hear of tab.#heard) hear(key);
  }
}

class PlainAttention implements Attention {
  seen = true;
  readonly #changed = new Set<() => void>();
  readonly #acted = new Set<() => void>();
  visible = () => this.seen;
  looking = () => this.seen;
  listen = (changed: () => void) => add(this.#changed, changed);
  listenInput = (acted: () => void) => add(this.#acted, acted);
  listenWake = () => () => {};

  turn(seen: boolean): void {
    this.seen = seen;
    for (const changed of this.#changed) changed();
  }

  act(): void {
    for (const acted of this.#acted) acted();
  }
}

function add<T>(set: Set<T>, one: T): () => void {
  set.add(one);
  return () => set.delete(one);
}

class PlainKeyboard implements Keyboard {
  apple = false;
  #heard: (stroke: Stroke, focus: KeyFocus) => boolean = () => false;
  listen = (heard: (stroke: Stroke, focus: KeyFocus) => boolean) => {
    this.#heard = heard;
    return () => {};
  };

  /** Answers whether it was taken. */
  press(given: Partial<Stroke>, focus: KeyFocus = 'free'): boolean {
    return this.#heard({ key: '', code: '', ctrl: false, meta: false, alt: false, shift: false, ...given }, focus);
  }
}

class PlainHttp implements Http {
  readonly asked: HttpQuestion[] = [];
  readonly answers = new Map<string, Answer<unknown> | undefined>();

  readonly #refused: { method: string; part: string; answer: Answer<unknown> }[] = [];

  /** Once, for a path that has this part. */
  refuse(method: HttpQuestion['method'], part: string, answer: Answer<unknown>): void {
    this.#refused.push({ method, part, answer });
  }

  async ask(question: HttpQuestion): Promise<unknown> {
    this.asked.push(question);
    const at = this.#refused.findIndex(
      ({ method, part }) => method === question.method && question.path.includes(part),
    );
    if (at >= 0) return this.#refused.splice(at, 1)[0]?.answer;
    const key = [...this.answers.keys()].find((part) => question.path.startsWith(`/api/v1/agent/${part}`));
    return key === undefined ? refusal('not_found') : this.answers.get(key);
  }
}

/** A whole console without a page: everything outside is a fake that the test turns. */
export class ConsoleDesk {
  readonly clock = new ManualClock();
  readonly relay = new AgentRelay();
  readonly memory: PlainMemory;
  readonly outbox: FakeStore<OwnedOutgoing>;
  readonly http = new PlainHttp();
  readonly attention = new PlainAttention();
  readonly keyboard = new PlainKeyboard();
  readonly push = new PlainPush();
  readonly rings: string[] = [];
  readonly claimed: string[] = [];
  /** Whether the browser lets this tab make sounds. */
  audible = true;
  /** Of a console that is alone in its browser. */
  claim = async (name: string) => this.claimed.push(name) > 0;
  readonly badges: number[] = [];
  readonly copied: string[] = [];
  reloads = 0;
  /** How many keep the screen lit. */
  lit = 0;
  /** Asked before the page is left. */
  readonly held: (() => boolean)[] = [];
  /** Told when the page goes. */
  readonly left = new Set<() => void>();
  readonly app: App;
  path = '/console/inbox';
  #moved: () => void = () => {};
  #ids = 0;

  constructor(memory = new PlainMemory(), outbox = new FakeStore<OwnedOutgoing>()) {
    this.memory = memory;
    this.outbox = outbox;
    this.http.answers.set('me', success(ana)).set('sign-out', success({}));
    this.app = new App({
      files: {
        send: async () => ({ ok: false, error: 'unavailable' }),
        cancel() {},
        wait: async () => {},
        chosen: () => [],
      },
      shrinkPicture: async () => 'AAAA',
      http: this.http,
      address: {
        origin: 'https://help.example',
        read: () => this.path,
        push: (path) => this.go(path),
        replace: (path) => this.go(path),
        reload: () => {
          this.reloads += 1;
        },
        listen: (moved) => {
          this.#moved = moved;
          return () => {};
        },
        hold: () => () => {},
      },
      badge: { show: (unread) => void this.badges.push(unread) },
      keyboard: this.keyboard,
      push: this.push,
      clipboard: { copy: async (text) => this.copied.push(text) > 0 },
      leaving: { holdWhile: (isHeld) => this.held.push(isHeld), listen: (left) => add(this.left, left) },
      connect: () => this.relay,
      clock: this.clock,
      random: () => 0.5,
      memory: this.memory,
      outbox: this.outbox,
      lead: new FakeLocks().lead(),
      attention: this.attention,
      awake: { hold: () => this.#light() },
      bell: { ring: () => void this.rings.push('ring'), audible: () => this.audible },
      tabs: { claim: (name) => this.claim(name) },
      calendar: {
        dayOf: (at) => String(Math.floor(at / 86_400_000)),
      },
      days: { ...zoneDays, zone: 'UTC' },
      wall: {
        zone: 'UTC',
        instantOf: (wall) => new Date(`${wall}Z`).getTime() || null,
        weekTime: () => ({ weekday: 1, minute: 0 }),
      },
      newClientId: () => `client-id-number-${++this.#ids}`,
    });
  }

  #light(): () => void {
    this.lit += 1;
    return () => {
      this.lit -= 1;
    };
  }

  go(path: string): void {
    this.path = path;
    this.#moved();
  }

  /** Signed in, online, the list there. */
  async open(
    conversations: ConversationSummary[] = [],
    given: Partial<AgentFacts['session:ready']> = {},
  ): Promise<void> {
    this.relay.holding(conversations, given.change ?? 1);
    this.app.start(null);
    await settle();
    this.relay.ready(given);
    await settle();
  }

  get desk() {
    const desk = this.app.desk.value;
    if (!desk) throw new Error('Nobody is signed in.');
    return desk;
  }

  get thread() {
    const thread = this.desk.thread.value;
    if (!thread) throw new Error('No conversation is open.');
    return thread;
  }
}
