import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import type { Sender } from '../../protocol/client/sender.ts';
import { type Standing, standingOf, type Timeline } from '../../protocol/client/timeline.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { AgentCommands, Placed, Position } from '../../protocol/wire/events.ts';
import { MESSAGE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentCard, AgentProfile, Ask, ConversationSummary, Entry, SyncPage } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { LongStanding } from '../../protocol/wire/thread.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import { Answering } from './answering.ts';
import type { Drafts } from './drafts.ts';
import { Earlier } from './earlier.ts';
import { withEarlier } from './earlier-items.ts';
import { Hand } from './hand.ts';
import type { Notes } from './notes.ts';
import { participantsOf } from './participants.ts';
import type { NewClientId } from './ports.ts';
import type { Reading } from './reading.ts';
import type { Receipts } from './receipts.ts';
import { Revising } from './revising.ts';
import type { ShownProfile } from './shown-profile.ts';
import { itemsOf, type Quote, quoteOf, type ThreadItem } from './thread-items.ts';
import { Typing } from './typing.ts';
import { WholeThread } from './whole-thread.ts';

export interface ThreadParts {
  conversationId: string;
  connection: AgentConnection;
  sender: Pick<Sender, 'add' | 'retry' | 'discard'>;
  outbox: ReadonlySignal<readonly Outgoing[]>;
  drafts: Drafts;
  receipts: Receipts;
  notes: Notes;
  /** The line of the list, if it holds this conversation. */
  summary(): ConversationSummary | undefined;
  /** What its page says of the visitor. */
  shown: ShownProfile;
  /** The one that stands beside it: it goes on being watched. */
  beside(): { beside?: string };
  clock: Clock;
  newClientId: NewClientId;
  me: AgentCard & Pick<AgentProfile, 'role'>;
  dayOf(at: number): string;
  looking(): boolean;
  /** The relay's time. */
  now(): number;
}

/** Why the person may not write here; null: she may. */
export type Barrier = 'loading' | 'queued' | 'colleague' | 'closed' | null;
export type CloseOutcome = NonNullable<AgentCommands['conversation:close']['in']['outcome']>;

/** One open conversation: its entries in order and without holes, of a long one from its end; what I write, who is writing. */
export class Thread {
  readonly id: string;
  readonly textCharsMax = MESSAGE_CHARS_MAX;
  /** Its end: all of a short one. */
  readonly timeline: ReadonlySignal<Timeline>;
  readonly state = signal<'loading' | 'ready' | 'failed' | 'missing' | 'erased'>('loading');
  readonly draft;
  readonly closing = signal(false);
  readonly typing: Typing;
  readonly standing: ReadonlySignal<Standing>;
  readonly items: ReadonlySignal<ThreadItem[]>;
  readonly barrier: ReadonlySignal<Barrier>;
  /** Colleagues who write beside the serving agent. */
  readonly participants: ReadonlySignal<AgentCard[]>;
  /** A question to a colleague that is open. */
  readonly ask: ReadonlySignal<Ask | null>;
  readonly notes: Notes;
  readonly shown: ShownProfile;
  readonly hand: Hand;
  /** What the box at the foot writes; starts as a reply with every conversation. */
  readonly mode = signal<'reply' | 'note'>('reply');
  /** C7: who serves it may end it; one that waits also an admin or owner. */
  readonly mayClose: ReadonlySignal<boolean>;
  readonly answering: Answering;
  readonly revising: Revising;
  readonly earlier: Earlier;
  /** How much of it is held, and what is shown. */
  readonly reading: Signal<Reading>;
  /** The message that the one in the box answers. */
  readonly quoted: ReadonlySignal<Quote | null>;
  /** The visitor's messages after this `seq` are new to me; null: none is. */
  readonly unreadAfter = signal<number | null>(null);
  /** The first of them stands further up than what is shown. */
  readonly unreadAbove: ReadonlySignal<boolean>;
  /** How often I sent something from here. */
  readonly sends = signal(0);
  readonly #parts: ThreadParts;
  readonly #out: ReadonlySignal<readonly Outgoing[]>;
  readonly #endQuotes: () => void;
  readonly #unlisten: () => void;
  #begun = false;
  /** Nothing that is still on its way is taken. */
  #ended = false;

  constructor(parts: ThreadParts) {
    this.#parts = parts;
    this.id = parts.conversationId;
    const { conversationId, drafts } = parts;
    this.draft = signal(drafts.read(conversationId));
    this.#unlisten = drafts.listen(conversationId, this.draft);
    this.typing = new Typing({
      clock: parts.clock,
      tell: (typing) => void parts.connection.send('typing:set', { conversationId, typing }),
    });
    this.reading = signal<Reading>(new WholeThread(conversationId, (position) => this.#sync(position)));
    this.timeline = computed(() => this.reading.value.end.value);
    const stands = computed(() => this.reading.value.stands.value);
    this.standing = computed(() => standingOf({ ...this.timeline.value, entries: stands.value }));
    this.participants = computed(() => participantsOf(stands.value));
    this.ask = computed(() => parts.summary()?.ask ?? null);
    this.notes = parts.notes;
    this.shown = parts.shown;
    const { connection, me } = parts;
    const { standing, participants, ask } = this;
    this.hand = new Hand({ conversationId, connection, me, standing, participants, ask });
    this.answering = new Answering(parts.clock);
    this.earlier = new Earlier(conversationId, connection);
    this.revising = new Revising({
      ...{ conversationId, connection, newClientId: parts.newClientId, me, now: parts.now },
      mayWrite: () => this.barrier.value === null,
      onDone: (seq) => this.reading.peek().addHead(seq),
    });
    this.quoted = computed(() => {
      const { value: seq } = this.answering.quote;
      const { shown, far } = this.reading.value;
      return seq === null ? null : quoteOf(seq, { timeline: shown.value, far: far.value, me });
    });
    this.#out = computed(() => parts.outbox.value.filter((item) => item.conversationId === conversationId));
    this.items = computed(() => this.#items());
    this.unreadAbove = computed(() => {
      const { value: after } = this.unreadAfter;
      return after !== null && after + 1 < this.reading.value.first.value;
    });
    this.#endQuotes = effect(() => {
      const out = this.#out.value.flatMap(({ quote }) => (quote ? [quote] : []));
      this.reading.value.wantQuotes(out, this.answering.quote.value);
    });
    this.barrier = computed(() => this.#barrier());
    this.mayClose = computed(() => {
      const { status, agent: serving } = this.standing.value;
      if (status === 'active') return serving?.id === me.id;
      return this.barrier.value === 'queued' && may(me, 'conversation:end');
    });
  }

  /** The link is there (again): listen first, then ask for what is missing (P7). */
  async connect(): Promise<void> {
    if (this.#ended) return;
    void this.shown.ask();
    const watched = { conversationId: this.id, ...this.#parts.beside() };
    const watch = await this.#parts.connection.send('conversation:watch', watched);
    if (!watch.ok) return this.#fail(watch.error);
    if (watch.value.erased) return this.#erase();
    await this.#begin(watch.value.standing);
    await Promise.all([this.reading.peek().catchUp(), this.notes.log.catchUp()]);
    this.seen();
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact' || this.#ended) return;
    if (event.name === 'heads:told') {
      const head = event.payload.heads[this.id];
      if (head !== undefined && this.#begun) this.reading.peek().addHead(head);
    } else if (event.name === 'entry:added' && event.payload.conversationId === this.id) {
      this.#add(event.payload.entry);
    } else if (event.name === 'receipt:changed' && event.payload.conversationId === this.id) {
      this.reading.peek().addMarks(event.payload.marks);
    } else if (event.name === 'team:added' && event.payload.conversationId === this.id) {
      this.notes.log.add(event.payload.entry);
    } else if (event.name === 'typing:changed' && event.payload.conversationId === this.id) {
      const { by, typing, agent, text } = event.payload;
      if (by === 'visitor') this.typing.heard(typing, text);
      else if (agent && agent.id !== this.#parts.me.id) this.answering.heard(typing, agent);
    }
  }

  /** The list knows a later head: the fact itself was lost. */
  heardHead(head: number, teamHead: number): void {
    if (this.#begun && !this.#ended) this.reading.peek().addHead(head);
    this.notes.log.addHead(teamHead);
  }

  /** My message is stored: shown at its place before it leaves the outbox. */
  stored(item: Outgoing, placed: Placed): void {
    const { seq, at } = placed;
    this.#add({
      kind: 'message',
      author: 'agent',
      agent: { id: this.#parts.me.id, name: this.#parts.me.name },
      clientId: item.clientId,
      body: item.body,
      ...(item.quote ? { quote: item.quote } : {}),
      seq,
      at,
    });
  }

  write(text: string): void {
    this.draft.value = text;
    this.#parts.drafts.write(this.id, text);
    this.answering.wrote(text, this.timeline.peek().last);
    if (this.barrier.peek() === null) this.typing.wrote(text);
  }

  /** Into the outbox; false when there is nothing to send or no room, and the text stays where it was written. */
  send(): boolean {
    const body = this.draft.value.trim();
    if (!body || this.barrier.value !== null) return false;
    const { sender, newClientId } = this.#parts;
    const begun = { clientId: newClientId(), conversationId: this.id, body };
    if (!sender.add({ ...begun, ...this.answering.peek(this.timeline.peek().last) })) return false;
    this.answering.sent();
    this.reading.peek().leave();
    this.sends.value += 1;
    this.unreadAfter.value = null;
    this.draft.value = '';
    this.#parts.drafts.write(this.id, '');
    this.typing.stop();
    return true;
  }

  retry(clientId: string): void {
    const failed = this.#parts.outbox.value.find((item) => item.clientId === clientId);
    // An id that names another text is no use again.
    const changed = failed?.error === 'cid_conflict' ? { clientId: this.#parts.newClientId() } : {};
    this.#parts.sender.retry(clientId, changed);
  }

  /** It was not sent, because a colleague answered; the person has read that and wants it sent (C20). */
  sendAnyway(clientId: string): void {
    this.#parts.sender.retry(clientId, { seenSeq: undefined });
  }

  discard(clientId: string): void {
    this.#parts.sender.discard(clientId);
  }

  async close(outcome: CloseOutcome): Promise<Answer<Placed>> {
    this.closing.value = true;
    this.typing.stop();
    const answer = await this.#parts.connection.send('conversation:close', { conversationId: this.id, outcome });
    this.closing.value = false;
    // The fact brings the entry; where it is lost, the position does.
    if (answer.ok) this.reading.peek().addHead(answer.value.seq);
    return answer;
  }

  /** Something came, or the person came back to the page. */
  seen(): void {
    const { last, marks } = this.timeline.value;
    // C12: read is what those read who may answer.
    if (this.barrier.value === null && this.#parts.looking()) this.#parts.receipts.read(this.id, last, marks.agentRead);
  }

  /** J12, J13: nothing of this one, or of an earlier one of the same visitor, is kept any more. */
  erased(conversationId: string): void {
    if (conversationId !== this.id) this.earlier.forget(conversationId);
    else if (this.state.peek() !== 'erased') this.#erase();
  }

  dispose(): void {
    this.notes.dispose();
    this.#unlisten();
    this.typing.dispose();
    this.answering.dispose();
    this.#endQuotes();
    this.#ended = true;
    this.reading.peek().dispose();
  }

  /** Now it is known whether it is long. Where the part for that does not come, it is read whole: slower, and as right. */
  async #begin(standing: LongStanding | undefined): Promise<void> {
    if (standing && !this.#begun) {
      const long = await import('./long-thread.ts').catch(() => null);
      const { conversationId } = this.#parts;
      const sync = (position: Position) => this.#sync(position);
      const ask = (position: Position) => this.#parts.connection.send('conversation:sync', position);
      if (long && !this.#ended && !this.#begun)
        this.reading.value = new long.LongThread({ conversationId, standing, sync, ask });
    } else if (standing) this.reading.peek().told(standing);
    this.#begun = true;
  }

  /** What is held of it here goes with it, and what was begun. */
  #erase(): void {
    this.dispose();
    this.reading.value = new WholeThread(this.id, (position) => this.#sync(position));
    this.write('');
    this.notes.erase();
    this.earlier.forget();
    this.shown.again();
    this.state.value = 'erased';
  }

  #add(entry: Entry): void {
    // Before it has begun nothing is missed: beginning reads up to the end there is then.
    if (this.#begun) this.reading.peek().addEntry(entry);
    if (entry.kind === 'message' && entry.author === 'visitor') {
      this.typing.heard(false);
      if (!this.#parts.looking()) this.unreadAfter.value ??= entry.seq - 1;
    }
    if (entry.kind === 'message' && entry.agent?.id === this.answering.colleague.peek()?.id)
      this.answering.heard(false, null);
    this.seen();
  }

  async #sync(position: Position): Promise<Answer<SyncPage>> {
    const answer = await this.#parts.connection.send('conversation:sync', position);
    if (answer.ok) this.#ready(answer.value);
    else this.#fail(answer.error);
    return answer;
  }

  /** What was new when it was opened, before opening it makes it read. */
  #ready({ marks, head }: SyncPage): void {
    if (this.#ended) return;
    if (this.state.value === 'loading' && marks.agentRead > 0 && marks.agentRead < head) {
      this.unreadAfter.value = marks.agentRead;
    }
    this.state.value = 'ready';
  }

  /** What is already on the screen stays there; the bar tells of the link. */
  #fail(error: ErrorCode): void {
    if (this.#ended || this.state.value === 'ready') return;
    this.state.value = error === 'not_found' || error === 'forbidden' ? 'missing' : 'failed';
  }

  #items(): ThreadItem[] {
    const { me, dayOf } = this.#parts;
    const { value: reading } = this.reading;
    const timeline = reading.shown.value;
    const isEnd = !reading.isPart.value;
    const present = itemsOf({
      ...{ timeline, me, dayOf, far: reading.far.value, team: reading.beside(this.notes.log.entries.value) },
      outgoing: isEnd ? this.#out.value : [],
      notesOut: isEnd ? this.notes.outgoing.value : [],
      unreadAfter: this.unreadAbove.value ? null : this.unreadAfter.value,
    });
    return reading.first.value === 1 ? withEarlier(this.earlier.talks.value, present, { me, dayOf }) : present;
  }

  #barrier(): Barrier {
    if (this.timeline.value.entries.length === 0) return 'loading';
    const { status, agent } = this.standing.value;
    if (status !== 'active') return status;
    const { id } = this.#parts.me;
    return agent?.id === id || this.participants.value.some((one) => one.id === id) ? null : 'colleague';
  }
}
