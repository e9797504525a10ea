import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import type { OutboxKeep } from '../../protocol/client/outbox-keep.ts';
import type { Stored } from '../../protocol/client/sender.ts';
import { isBehind } from '../../protocol/client/timeline.ts';
import { watchHeads } from '../../protocol/client/watch-heads.ts';
import type { Cancel } from '../../protocol/kit/clock.ts';
import { remedyOf } from '../../protocol/wire/errors.ts';
import type { AgentFacts, AgentReady } from '../../protocol/wire/events.ts';
import type { AgentProfile, ConversationSummary, TargetTimes } from '../../protocol/wire/model.ts';
import { may, type Permission } from '../../protocol/wire/permissions.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import { Asks } from './asks.ts';
import { Availability } from './availability.ts';
import { Board } from './board.ts';
import { Composing } from './composing.ts';
import { ConnectionStatus } from './connection-status.ts';
import { createThread } from './create-thread.ts';
import type { DeskParts } from './desk-parts.ts';
import { FollowUps } from './follow-ups.ts';
import { Idle } from './idle.ts';
import { Inbox } from './inbox.ts';
import { isAnother } from './is-another.ts';
import { Lists } from './lists.ts';
import { createDeskKeep } from './outbox-keep.ts';
import { Panes } from './panes.ts';
import { Receipts } from './receipts.ts';
import { Ring } from './ring.ts';
import { Risks } from './risks.ts';
import { Senders } from './senders.ts';
import { Team } from './team.ts';
import type { Thread } from './thread.ts';
import { Ticker } from './ticker.ts';
import { Touch } from './touch.ts';
import { type Wait, waitOf, waitSince } from './waiting.ts';
import { WrapUp } from './wrap-up.ts';

/** Everything of a signed-in agent, over one connection. */
export class Desk {
  readonly me: AgentProfile;
  readonly inbox: Inbox;
  readonly lists: Lists;
  readonly status: ConnectionStatus;
  readonly availability: Availability;
  readonly ring: Ring;
  readonly wrapUp: WrapUp;
  readonly ticker: Ticker;
  readonly asks: Asks;
  readonly board: Board;
  readonly idle: Idle;
  readonly team: Team;
  /** U14: what is open, and how much of it is on the screen. */
  readonly panes: Panes;
  readonly followUps: FollowUps;
  readonly composing: Composing;
  /** At most two. */
  readonly threads: ReadonlySignal<readonly Thread[]>;
  /** The one that has the focus. */
  readonly thread: ReadonlySignal<Thread | null>;
  /** What the page of its visitor says of her. */
  readonly shown = { profile: computed(() => this.thread.value?.shown.profile.value ?? null) };
  readonly outbox;
  /** What was refused and waits for the person, elsewhere than on the screen. */
  readonly undecided = computed(() => {
    const items = this.outbox.value.filter(
      (item) => item.state === 'failed' && !this.panes.isShown(item.conversationId ?? ''),
    );
    return { count: items.length, conversationId: items[0]?.conversationId ?? null };
  });
  readonly #parts: DeskParts;
  readonly #connection: AgentConnection;
  readonly #keep: OutboxKeep;
  readonly #senders: Senders;
  readonly #receipts: Receipts;
  readonly #touch: Touch;
  readonly #risks: Risks;
  readonly #ends: (() => void)[] = [];
  readonly #heads: ReturnType<typeof watchHeads>;
  #epoch: string | undefined;
  #restart: Cancel | null = null;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.me = parts.me;
    const { clock, memory, random, me, bell, tabs, attention } = parts;
    this.#connection = parts.connect(() => this.#epoch);
    this.#receipts = new Receipts(this.#connection);
    this.#touch = new Touch(clock, () => void this.#connection.send('session:touch', {}));
    this.status = new ConnectionStatus(clock);
    this.ticker = new Ticker(clock);
    this.availability = new Availability(this.#connection, me);
    this.wrapUp = new WrapUp(this.#connection);
    const isRead = (id: string) => attention.looking() && this.panes.isShown(id);
    const takes = (departmentId: string | null) => this.#takes(departmentId);
    this.ring = new Ring({ bell, tabs, memory, clock, attention, meId: me.id, isRead, takes });
    const onRisk = this.ring.risk.bind(this.ring);
    const leads = this.may('conversation:direct');
    this.#risks = new Risks({ clock, meId: me.id, leads, now: () => this.ticker.read(), onRisk });
    this.inbox = new Inbox({
      connection: this.#connection,
      clock,
      random,
      meId: me.id,
      leads,
      now: this.ticker.now,
      onMoved: (before, after) => this.#moved(before, after),
    });
    this.#keep = createDeskKeep({ memory, outbox: parts.outbox, clock, agentId: me.id });
    this.#heads = watchHeads(clock, () => this.#again());
    const connection = this.#connection;
    this.lists = new Lists({
      ...{ connection, inbox: this.inbox, clock, newClientId: parts.newClientId },
      mayShare: this.may('view:share'),
    });
    const ring: Ring['now'] = (name, told) => this.ring.now(name, told);
    const [now, read] = [this.ticker.now, () => this.ticker.read()];
    this.asks = new Asks({ connection, inbox: this.inbox, clock, meId: me.id, now, read, ring });
    const { newClientId } = parts;
    this.followUps = new FollowUps({ connection, memory, newClientId, me, now, ring });
    this.board = new Board({
      ...{ connection, clock, awake: parts.awake, today: () => parts.today() },
      mayStay: !this.may('conversation:serve'),
    });
    this.idle = new Idle(this.ticker.now);
    this.team = new Team({ connection, departments: () => parts.departments(), meId: me.id });
    this.#senders = new Senders({
      ...{ clock, random, lead: parts.lead, keep: this.#keep, memory, connection, meId: me.id },
      onMessage: (item, stored) => {
        this.panes.find(item.conversationId)?.stored(item, stored);
        this.composing.stored(item);
      },
      membersOf: () => this.team.known(),
      onNote: (item, stored) => this.#noted(item, stored),
    });
    this.panes = new Panes({
      connection,
      create: (id) => this.#createThread(id),
      onMoved: (opened) => this.composing.opened(opened),
    });
    this.threads = this.panes.open;
    this.thread = this.panes.thread;
    this.composing = new Composing({
      ...{ connection, clock, memory, newClientId, me, ring, panes: this.panes, leaving: parts.leaving },
      ...{ sender: this.#senders.messages, outbox: this.#senders.outbox, undoMs: this.team.undoMs },
      own: this.team.own,
      looking: () => attention.looking(),
    });
    this.outbox = this.composing.outbox;
  }

  start(): void {
    const { attention } = this.#parts;
    this.#ends.push(
      this.#connection.listen((event) => this.#hear(event)),
      this.followUps.listen(),
      this.inbox.listen(this.followUps.snoozed, this.composing.mentions.ids, this.composing.questions.ids),
      attention.listen(() => this.#looked()),
      attention.listenInput(() => this.here()),
      attention.listenWake(() => this.#connection.wake()),
      effect(() => {
        const { value: conversations } = this.inbox.conversations;
        untracked(() => this.#follow(conversations));
      }),
      effect(() => {
        const isLate = this.threads.value.some(({ timeline }) => isBehind(timeline.value));
        this.status.lag(this.inbox.behind.value || isLate);
      }),
    );
    this.ticker.run(attention.visible());
    this.status.hear({ status: 'connecting' });
    this.#keep.open();
    this.#senders.open();
    this.composing.open();
    this.#connection.start();
  }

  /** By my role; what a conversation's state allows is `Thread.hand`'s. */
  may(permission: Permission): boolean {
    return may(this.me, permission);
  }

  /** The person did something. */
  here(): void {
    this.#touch.acted(this.idle.warned);
    this.idle.clear();
  }

  /** Moves with the relay's time: whoever reads it while drawing is drawn again each second. */
  waitOf(summary: ConversationSummary): Wait | null {
    return summary.waitingSince === null ? null : waitOf(summary, this.ticker.now.value);
  }

  /** The same for an instant of the relay's. */
  waitSince(at: number, times?: TargetTimes): Wait {
    return waitSince(at, this.ticker.now.value, times);
  }

  /** Shows another conversation, or none; `all` that are open then, in their order, at most two. */
  open(conversationId: string | null, all: readonly string[] = conversationId ? [conversationId] : []): void {
    this.panes.show(conversationId, all);
  }

  dispose(): void {
    for (const end of this.#ends) end();
    this.panes.dispose();
    this.ticker.run(false);
    this.status.dispose();
    this.inbox.dispose();
    this.#heads(false);
    this.#restart?.();
    this.composing.dispose();
    this.#senders.dispose();
    this.#touch.dispose();
    this.#risks.dispose();
    this.asks.dispose();
    this.ring.dispose();
    this.board.watch(false);
    this.board.hang(false);
    this.#connection.stop();
  }

  #hear(event: AgentEvent): void {
    if (event.kind === 'state') {
      this.status.hear(event.state);
      if (event.state.status === 'online') this.#senders.resume();
      else this.#pause();
      if (event.state.status === 'refused' && remedyOf(event.state.error) === 'sign_in') this.#parts.onSessionEnded();
      return;
    }
    if (event.name === 'session:ready') this.#ready(event.payload);
    else if (event.name === 'visitor:described')
      for (const { shown } of this.threads.peek()) shown.heard(event.payload.conversationId);
    else if (event.name === 'inbox:moved') this.inbox.heard(event.payload.change);
    else if (event.name === 'availability:changed') this.#availabilityHeard(event.payload);
    else if (event.name === 'idle:warned') this.idle.heard(event.payload.awayAt);
    else if (event.name === 'board:changed') this.board.heard(event.payload);
    else if (event.name === 'notices:changed') this.#parts.onNoticesChanged();
    else if (event.name === 'heads:told') this.#beat(event.payload.change ?? 0, event.payload.epoch);
    this.wrapUp.hear(event);
    this.followUps.hear(event);
    this.lists.hear(event);
    this.composing.hear(event);
    // Heads of another epoch say nothing about what is held.
    if (!this.#restart) for (const thread of this.threads.peek()) thread.hear(event);
  }

  /** Every few seconds: what is behind is caught up, what was not taken is said again. */
  #beat(change: number, epoch: string): void {
    this.#heads(true);
    // Restored from a backup under our feet: greet anew, with nothing held (P13).
    if (epoch !== this.#epoch) this.#again();
    else this.inbox.heard(change, epoch);
    this.availability.resume();
  }

  /** Never inside the carrier's own report: it may still be tidying up after what it tells. */
  #again(): void {
    this.#restart ??= this.#parts.clock.after(0, () => {
      this.#restart = null;
      this.#connection.stop();
      this.#connection.start();
    });
  }

  #pause(): void {
    this.#senders.pause();
    this.#heads(false);
  }

  #ready(ready: AgentReady): void {
    this.#heads(true);
    const held = this.#epoch;
    this.#epoch = ready.epoch;
    this.ticker.adjust(ready.at);
    this.availability.heard(ready.me);
    this.availability.resume();
    this.#receipts.forget();
    this.inbox.heard(ready.change, ready.epoch);
    this.board.resume();
    void this.team.load();
    if (isAnother(ready.me, this.me)) this.#parts.onMeChanged(ready.me);
    // Another database: positions mean nothing there.
    else this.panes.resume(held !== undefined && held !== ready.epoch);
  }

  #moved(before: ConversationSummary | undefined, after: ConversationSummary): void {
    this.ring.hear(before, after);
    if (after.erasedAt !== undefined) void this.#erased(after.id);
  }

  /** J12, J13: the words at once; what else stands here of it as soon as the part for that is there, which most people never need. */
  async #erased(id: string): Promise<void> {
    for (const thread of this.threads.peek()) thread.erased(id);
    this.#parts.onErased(id);
    const part = await import('./forget-erased.ts').catch(() => null);
    part?.forgetErased(id, { composing: this.composing, followUps: this.followUps, senders: this.#senders });
  }

  #looked(): void {
    this.ticker.run(this.#parts.attention.visible());
    for (const thread of this.panes.shown.peek()) thread.seen();
    this.composing.looked();
  }

  /** What the list says is worth a receipt, and may be news to what is open. */
  #follow(conversations: Pick<Inbox['conversations']['value'], 'get'>): void {
    for (const summary of this.inbox.mine.value) this.#receipts.delivered(summary);
    this.#risks.follow([...this.inbox.mine.value, ...this.inbox.longestWaits()]);
    for (const open of this.threads.peek()) {
      const summary = conversations.get(open.id);
      if (summary) open.heardHead(summary.head, summary.teamHead);
    }
    this.asks.follow();
  }

  #availabilityHeard(told: AgentFacts['availability:changed']): void {
    this.availability.heard(told);
    if (told.availability === 'away') this.idle.clear();
  }

  /** I am there, and it waits for a department of mine or for anybody. */
  #takes(departmentId: string | null): boolean {
    const own = this.team.own.peek();
    if (!this.may('conversation:serve') || this.availability.value.peek() !== 'available') return false;
    return departmentId === null || own.length === 0 || own.includes(departmentId);
  }

  #noted(item: Outgoing, stored: Stored): void {
    const open = this.panes.find(item.conversationId);
    open?.notes.stored(item, stored, open.timeline.value.last);
  }

  #createThread(conversationId: string): Thread {
    const { inbox, composing, me, panes } = this;
    const own = { connection: this.#connection, senders: this.#senders, receipts: this.#receipts };
    const now = () => this.ticker.now.peek();
    return createThread(conversationId, { ...this.#parts, ...own, inbox, composing, panes, me, now });
  }
}
